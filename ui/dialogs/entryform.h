// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/knownregistry.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;

namespace linewatch::ui {

/** What pressing OK in a form would do. */
struct EntryOutcome {
    RegistryChange change = {}; ///< of those that become something else
    QString problem = {};       ///< why that cannot be; empty: nothing is wrong
};

/** The fields of entries of the registry, one or many. GUI thread only. */
class EntryForm : public QWidget
{
    Q_OBJECT

public:
    explicit EntryForm(QWidget *parent = nullptr);

    /** Shows the entries as they are in @p known; what was typed stays. */
    virtual void setKnown(const KnownRegistry &known, Instant now) = 0;
    /** Whether the entries are others in @p known than shown. */
    virtual bool isOutdated(const KnownRegistry &known) const = 0;
    /** Whether somebody typed something that would be lost. */
    virtual bool isTyped() const = 0;
    /** Says beside the fields what is wrong with them, too. */
    virtual EntryOutcome outcome(Instant now) = 0;
    /** 'Edit M-103', 'Edit 3 machines' */
    virtual QString title() const = 0;
    /** On the button: what it does to so many. */
    virtual QString orderText(int entries) const = 0;

signals:
    void edited();

protected:
    QGridLayout *addGrid();
    /** The question whether new ones are confirmed, below the fields. */
    void addConfirmation(QGridLayout &grid);
    void setNewOnes(std::int64_t newOnes);
    std::optional<bool> confirmation() const;

private:
    QCheckBox *m_confirm;
};

} // namespace linewatch::ui
