// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/registryplant.h"
#include "ui/widgets/longtable.h"
#include "ui/dialogs/entrydialog.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QTest>

namespace linewatch::ui {

/** A machine as it is entered; with a line, it is on that always. */
RegisteredMachine madeEntry(const QString &id, const std::string &name = {}, const QString &line = {});

/** A test of the dialog that edits entries: each test has a plant of its own, at the machines. */
class EntryDialogTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_plant.reset(); }

protected:
    static constexpr int longest = 20'000; ///< ms to wait for something

    /** Waits until the table shows them. */
    void enter(const std::vector<RegisteredMachine> &machines);
    /** A widget of the dialog. */
    template <class Widget>
    Widget *of(const char *name) const
    {
        return m_plant->dialog()->findChild<Widget *>(QLatin1String(name));
    }
    QPushButton *ok() const { return of<QPushButton>("entryOk"); }
    QString reason() const { return of<QLabel>("entryReason")->text(); }
    QString consequence() const { return of<QLabel>("lineConsequence")->text(); }
    QString notice() const;
    /** What is said beside fields to be wrong. */
    QStringList faults() const;
    /** Presses that button of the question that is asked. */
    void answer(const QString &text) const;

    std::unique_ptr<RegistryPlant> m_plant;
};

} // namespace linewatch::ui
