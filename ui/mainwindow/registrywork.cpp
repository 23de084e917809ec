// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/registrywork.h"

#include "ui/pages/machinespage.h"
#include "ui/pages/registryview.h"
#include "ui/pages/settingsparts.h"

namespace linewatch::ui {

namespace {

template <class Id>
std::vector<Id> idsOf(const QStringList &texts)
{
    return {texts.begin(), texts.end()};
}

} // namespace

RegistryWork::RegistryWork(const ThemeController &themes, QWidget &window)
    : m_themes(themes)
    , m_window(window)
    , m_editors(m_desk, themes, window)
    , m_formats(Formats::ofThisComputer())
{
}

RegistryWork::~RegistryWork()
{
    discard();
    delete m_import;
}

void RegistryWork::setStore(StoreQueries *queries, RegistryEditor *editor, const StateRules &rules)
{
    m_desk.setStore(queries, editor, rules);
    m_editor = editor;
    delete m_import;
    for (const auto &[kind, running] : m_exports)
        delete running;
    offerFiles();
}

void RegistryWork::serve(SettingsParts &parts, MachinesPage &machines, const Formats &formats)
{
    m_parts = &parts;
    m_formats = formats;
    const auto editMachines = [this](const QStringList &ids) {
        m_editors.editMachines(idsOf<MachineId>(ids), m_formats);
    };
    connect(&parts, &SettingsParts::machinesEditWanted, this, editMachines);
    connect(&machines, &MachinesPage::editWanted, this,
            [editMachines](const MachineId &machine) { editMachines({machine.toString()}); });
    connect(&parts, &SettingsParts::linesEditWanted, this,
            [this](const QStringList &ids) { m_editors.editLines(idsOf<LineId>(ids)); });
    serveFiles(parts.machines(), RegistryKind::Machines);
    serveFiles(parts.lines(), RegistryKind::Lines);
    offerFiles();
}

void RegistryWork::serveFiles(RegistryView &view, RegistryKind kind)
{
    connect(&view, &RegistryView::importWanted, this, [this, kind] { openImport(kind); });
    connect(&view, &RegistryView::exportWanted, this, [this, &view, kind] { openExport(view, kind); });
}

/** One at a time. */
void RegistryWork::openImport(RegistryKind kind)
{
    if (m_import) {
        m_import->raise();
        m_import->activateWindow();
        return;
    }
    if (!m_editor)
        return;
    m_import = new ImportDialog(*m_editor, kind, {}, m_themes, m_formats, &m_window);
    m_import->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_import, &ImportDialog::imported, &m_desk, &RegistryDesk::heedChange);
    m_import->show();
}

void RegistryWork::openExport(RegistryView &view, RegistryKind kind)
{
    QPointer<RegistryExport> &running = m_exports[kind];
    if (!running && m_editor) {
        running = new RegistryExport(*m_editor, kind, m_formats, &view);
        connect(running, &RegistryExport::finished, &view, &RegistryView::showNotice);
    }
    if (running)
        running->ask();
}

/** Where nobody could take them in, they are not offered. */
void RegistryWork::offerFiles()
{
    if (!m_parts)
        return;
    for (RegistryView *view : {&m_parts->machines(), &m_parts->lines()})
        view->setFilesOffered(m_editor != nullptr);
}

} // namespace linewatch::ui
