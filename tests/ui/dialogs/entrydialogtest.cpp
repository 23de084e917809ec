// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/entrydialogtest.h"

namespace linewatch::ui {

using namespace Qt::StringLiterals;

RegisteredMachine madeEntry(const QString &id, const std::string &name, const QString &line)
{
    RegisteredMachine machine;
    machine.machineId = MachineId(id);
    machine.name = name;
    machine.confirmed = true;
    if (!line.isEmpty())
        machine.assignments = {{std::nullopt, LineId(line)}};
    return machine;
}

void EntryDialogTest::init()
{
    m_plant = std::make_unique<RegistryPlant>();
    m_plant->showPart(Place::Part::Machines);
}

void EntryDialogTest::enter(const std::vector<RegisteredMachine> &machines)
{
    m_plant->enter(machines);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_plant->table() && std::size_t(m_plant->table()->model()->rowCount()) == machines.size(), longest);
}

QString EntryDialogTest::notice() const
{
    const auto *label = of<QLabel>("entryNotice");
    return label->isVisible() ? label->text() : QString();
}

QStringList EntryDialogTest::faults() const
{
    QStringList faults;
    for (const QLabel *label : m_plant->dialog()->findChildren<QLabel *>()) {
        if (label->isVisibleTo(m_plant->dialog()) && label->property("tone") == u"critical"_s
            && !label->text().isEmpty() && label->objectName() != u"entryNotice"_s)
            faults << label->text();
    }
    return faults;
}

void EntryDialogTest::answer(const QString &text) const
{
    for (QAbstractButton *button : m_plant->dialog()->findChild<QMessageBox *>()->buttons()) {
        if (button->text().remove(u'&') == text)
            QTest::mouseClick(button, Qt::LeftButton);
    }
}

} // namespace linewatch::ui
