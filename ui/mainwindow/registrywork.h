// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/entryeditors.h"
#include "ui/dialogs/importdialog.h"
#include "ui/dialogs/registryexport.h"
#include "ui/models/registrydesk.h"

#include <map>

namespace linewatch::ui {

class MachinesPage;
class RegistryView;
class SettingsParts;

/**
 * What is done with the registry in the window: its pages and the dialogs that edit its entries, take files
 * of them in and write such files. GUI thread only.
 */
class RegistryWork : public QObject
{
    Q_OBJECT

public:
    /** All must outlive it; dialogs belong to @p window. */
    RegistryWork(const ThemeController &themes, QWidget &window);
    ~RegistryWork() override;

    RegistryDesk &desk() { return m_desk; }
    /** As RegistryDesk::setStore(); dialogs about files of another store are closed. */
    void setStore(StoreQueries *queries, RegistryEditor *editor, const StateRules &rules);
    /** Does what is wanted on these pages, from now on. */
    void serve(SettingsParts &parts, MachinesPage &machines, const Formats &formats);
    /** Closes the dialog in which somebody types, without asking: the program ends. */
    void discard() { m_editors.discard(); }

private:
    void serveFiles(RegistryView &view, RegistryKind kind);
    void openImport(RegistryKind kind);
    void openExport(RegistryView &view, RegistryKind kind);
    void offerFiles();

    const ThemeController &m_themes;
    QWidget &m_window;
    RegistryDesk m_desk;
    EntryEditors m_editors;
    Formats m_formats;
    QPointer<RegistryEditor> m_editor;
    QPointer<SettingsParts> m_parts;
    QPointer<ImportDialog> m_import;
    std::map<RegistryKind, QPointer<RegistryExport>> m_exports;
};

} // namespace linewatch::ui
