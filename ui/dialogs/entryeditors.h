// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/entrydialog.h"
#include "ui/models/formats.h"

namespace linewatch::ui {

/** Opens the dialog that edits entries of the registry, one at a time. GUI thread only. */
class EntryEditors : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it; dialogs belong to @p window. */
    EntryEditors(RegistryDesk &desk, const ThemeController &themes, QWidget &window);

    /** Where one is open in which something is typed, that one comes to the front instead. */
    void editMachines(const std::vector<MachineId> &machineIds, const Formats &formats);
    void editLines(const std::vector<LineId> &lineIds);
    /** Without asking: the program ends. */
    void discard();

private:
    bool mayOpen();
    void open(EntryForm *form);

    RegistryDesk &m_desk;
    const ThemeController &m_themes;
    QWidget &m_window;
    QPointer<EntryDialog> m_dialog;
};

} // namespace linewatch::ui
