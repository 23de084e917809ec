// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/entryeditors.h"

#include "ui/dialogs/lineform.h"
#include "ui/dialogs/machineform.h"

namespace linewatch::ui {

EntryEditors::EntryEditors(RegistryDesk &desk, const ThemeController &themes, QWidget &window)
    : m_desk(desk)
    , m_themes(themes)
    , m_window(window)
{
}

void EntryEditors::editMachines(const std::vector<MachineId> &machineIds, const Formats &formats)
{
    if (mayOpen() && !machineIds.empty())
        open(new MachineForm(machineIds, m_desk.rules(), formats));
}

void EntryEditors::editLines(const std::vector<LineId> &lineIds)
{
    if (mayOpen() && !lineIds.empty())
        open(new LineForm(lineIds));
}

bool EntryEditors::mayOpen()
{
    if (!m_dialog || !m_dialog->isTyped())
        return true;
    m_dialog->raise();
    m_dialog->activateWindow();
    return false;
}

void EntryEditors::open(EntryForm *form)
{
    delete m_dialog;
    m_dialog = new EntryDialog(m_desk, form, m_themes, &m_window);
    m_dialog->show();
}

void EntryEditors::discard()
{
    delete m_dialog;
}

} // namespace linewatch::ui
