// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/machinestate.h"
#include "ui/dialogs/entryform.h"
#include "ui/models/typedmachine.h"

namespace linewatch::ui {

class LineChoice;
class PatchRow;

/** What the registry says of machines, one or many: only what is typed is changed. */
class MachineForm : public EntryForm
{
    Q_OBJECT

public:
    /** @p machineIds: not none. @p rules hold where nothing is set. */
    MachineForm(std::vector<MachineId> machineIds, const StateRules &rules, const Formats &formats,
                QWidget *parent = nullptr);

    void setKnown(const KnownRegistry &known, Instant now) override;
    bool isOutdated(const KnownRegistry &known) const override;
    bool isTyped() const override;
    EntryOutcome outcome(Instant now) override;
    QString title() const override;
    QString orderText(int entries) const override;

private:
    struct Field {
        MachineField field;
        PatchRow *row;
    };

    void addRow(QGridLayout &grid, MachineField field, const char *name, const QString &label,
                const QString &note, const QString &standard);
    void addFields(QGridLayout &grid, const StateRules &rules);
    void addLimits(QGridLayout &grid, const StateRules &rules);
    std::vector<RegisteredMachine> machinesOf(const KnownRegistry &known) const;
    std::optional<QString> commonText(MachineField field) const;
    /** The patch that is typed; false when something is wrong with it. */
    bool takePatch(MachinePatch &patch, Instant now);

    const std::vector<MachineId> m_machineIds;
    const Formats m_formats;
    std::vector<RegisteredMachine> m_machines; ///< as they are shown
    std::vector<Field> m_fields;
    LineChoice *m_line = nullptr;
};

} // namespace linewatch::ui
