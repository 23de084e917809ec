// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/registrypatch.h"
#include "ui/dialogs/entryform.h"

namespace linewatch::ui {

class PatchRow;

/** What the registry says of lines, one or many: only what is typed is changed. */
class LineForm : public EntryForm
{
    Q_OBJECT

public:
    /** @p lineIds: not none. */
    explicit LineForm(std::vector<LineId> lineIds, QWidget *parent = nullptr);

    void setKnown(const KnownRegistry &known, Instant now) override;
    bool isOutdated(const KnownRegistry &known) const override;
    bool isTyped() const override;
    EntryOutcome outcome(Instant now) override;
    QString title() const override;
    QString orderText(int entries) const override;

private:
    PatchRow *addRow(QGridLayout &grid, QWidget *editor, const char *name, const QString &label,
                     const QString &note);
    std::vector<RegisteredLine> linesOf(const KnownRegistry &known) const;
    bool takePatch(LinePatch &patch);

    const std::vector<LineId> m_lineIds;
    std::vector<RegisteredLine> m_lines; ///< as they are shown
    PatchRow *m_name = nullptr;
    PatchRow *m_factory = nullptr;
    PatchRow *m_notes = nullptr;
};

} // namespace linewatch::ui
