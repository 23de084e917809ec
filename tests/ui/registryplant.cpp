// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/registryplant.h"

#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/wireevent.h"
#include "ui/dialogs/entrydialog.h"
#include "ui/madeplant.h"
#include "ui/widgets/longtable.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

namespace linewatch::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int patience = 20'000; // ms

void need(bool isSo, const char *what)
{
    if (!isSo)
        qFatal("%s", what);
}

} // namespace

RegistryPlant::RegistryPlant() : RegistryPlant(DatabaseUrl{}) { }

RegistryPlant::RegistryPlant(DatabaseUrl database) : m_database(std::move(database))
{
    if (!m_database.mysql && m_database.sqlitePath.isEmpty())
        m_database.sqlitePath = m_home.filePath(u"plant.db"_s);
    m_settings = std::make_unique<QSettings>(m_home.filePath(u"window.ini"_s), QSettings::IniFormat);
    restart();
}

RegistryPlant::~RegistryPlant() = default;

void RegistryPlant::restart()
{
    m_window.reset();
    m_monitor.reset();
    MonitorSettings settings;
    settings.port = 0;
    settings.live = true;
    settings.database = m_database;
    m_monitor = std::make_unique<Monitor>(settings);
    need(m_monitor->start().ok(), "the monitor does not start");
    m_window = std::make_unique<MainWindow>(*m_settings, madeFormats());
    m_window->resize(1366, 768);
    QObject::connect(m_monitor.get(), &Monitor::snapshotPublished, m_window.get(), &MainWindow::showSnapshot);
    m_newest.reset();
    QObject::connect(m_monitor.get(), &Monitor::snapshotPublished, m_window.get(),
                     [this](const LiveSnapshotPtr &snapshot) { m_newest = snapshot; });
    m_window->setStore(m_monitor->queries(), m_monitor->rules(), m_monitor->registry());
    m_window->show();
    need(QTest::qWaitForWindowActive(m_window.get()), "the window is not active");
}

void RegistryPlant::closeStore()
{
    m_window->setStore(nullptr, {}, nullptr);
    m_monitor.reset();
}

void RegistryPlant::post(const QStringList &machines, const QString &line, std::chrono::seconds age,
                         int defects)
{
    const test::Micros time = test::nowMicros() - std::chrono::microseconds(age).count();
    test::ContractCheck contract;
    QJsonArray batch;
    for (const QString &machine : machines) {
        const test::WireEvent event =
            test::WireEvent(u"E-%1"_s.arg(++m_events), machine).at(time).defects(defects);
        batch.append(line.isEmpty() ? event : event.line(line));
    }
    const auto port = static_cast<quint16>(m_monitor->endpoint().port());
    need(test::ApiClient(port, contract).postBatch(batch).status() == 200, "the events are not taken");
    need(contract.take().isEmpty(), "the answer is not as the contract says");
}

std::optional<MachineState> RegistryPlant::state(const QString &machineId) const
{
    if (!m_newest)
        return std::nullopt;
    for (const MachineSnapshot &machine : m_newest->machines) {
        if (machine.machineId == MachineId(machineId))
            return machine.state;
    }
    return std::nullopt;
}

void RegistryPlant::enter(std::vector<RegisteredMachine> machines, std::vector<RegisteredLine> lines)
{
    QObject context;
    std::optional<Result<std::int64_t>> made;
    RegistryChange change{registry().revision, u"what another process did"_s, std::move(machines),
                          std::move(lines)};
    m_monitor->registry()->apply(change, &context,
                                 [&made](const Result<std::int64_t> &answer) { made = answer; });
    need(QTest::qWaitFor([&made] { return made.has_value(); }, patience) && made->ok(),
         "the registry does not change");
}

Registry RegistryPlant::registry()
{
    LatestQuery<Registry> query;
    std::optional<Result<Registry>> read;
    query.ask(
        m_monitor->queries(), [](EventReader &reader) { return reader.registry(); },
        [&read](const Result<Registry> &answer, std::chrono::milliseconds) { read = answer; });
    need(QTest::qWaitFor([&read] { return read.has_value(); }, patience) && read->ok(),
         "the registry cannot be read");
    return **read;
}

RegisteredMachine RegistryPlant::machine(const QString &machineId)
{
    const Registry all = registry();
    const RegisteredMachine *found = all.machine(MachineId(machineId));
    need(found != nullptr, "there is no such machine");
    return *found;
}

void RegistryPlant::showPart(Place::Part part)
{
    m_window->openLink(linkTo(Place::settings(part)));
}

LongTable *RegistryPlant::table() const
{
    for (LongTable *table : m_window->findChildren<LongTable *>()) {
        if (table->isVisible())
            return table;
    }
    return nullptr;
}

QString RegistryPlant::ids() const
{
    QStringList ids;
    if (const LongTable *shown = table()) {
        for (int row = 0; row < shown->model()->rowCount(); ++row)
            ids << shown->model()->index(row, 0).data().toString();
    }
    return ids.join(u' ');
}

QString RegistryPlant::cell(const QString &id, const QString &heading) const
{
    const LongTable *shown = table();
    if (!shown)
        return u"no table"_s;
    const QAbstractItemModel &model = *shown->model();
    for (int column = 0; column < model.columnCount(); ++column) {
        if (model.headerData(column, Qt::Horizontal).toString() != heading)
            continue;
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data().toString() == id)
                return model.index(row, column).data().toString();
        }
    }
    return u"no such cell"_s;
}

void RegistryPlant::select(const QStringList &ids) const
{
    LongTable *shown = table();
    need(shown != nullptr, "no table is seen");
    m_window->activateWindow(); // a dialog that closed may have left none active
    need(QTest::qWaitForWindowActive(m_window.get()), "the window is not active");
    shown->clearSelection();
    for (int row = 0; row < shown->model()->rowCount(); ++row) {
        const QModelIndex index = shown->model()->index(row, 0);
        if (!ids.contains(index.data().toString()))
            continue;
        shown->scrollTo(index);
        QTest::mouseClick(shown->viewport(), Qt::LeftButton, Qt::ControlModifier,
                          shown->visualRect(index).center());
    }
}

EntryDialog *RegistryPlant::edit(const QStringList &ids) const
{
    select(ids);
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    need(QTest::qWaitFor([this] { return dialog() != nullptr; }, patience), "no dialog opens");
    need(QTest::qWaitForWindowExposed(dialog()), "the dialog is not shown");
    return dialog();
}

EntryDialog *RegistryPlant::dialog() const
{
    for (EntryDialog *dialog : m_window->findChildren<EntryDialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

void RegistryPlant::click(const char *name) const
{
    auto *button = seen<QAbstractButton>(QLatin1String(name));
    need(button != nullptr, name);
    QTest::mouseClick(button, Qt::LeftButton);
}

void RegistryPlant::type(const char *name, const QString &text) const
{
    auto *field = dialog()->findChild<QWidget *>(QLatin1String(name));
    need(field != nullptr, name);
    field->setFocus();
    QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Delete);
    QTest::keyClicks(field, text);
}

void RegistryPlant::pressOk() const
{
    QTest::mouseClick(dialog()->findChild<QPushButton *>(u"entryOk"_s), Qt::LeftButton);
}

void RegistryPlant::accept() const
{
    need(dialog()->findChild<QPushButton *>(u"entryOk"_s)->isEnabled(), "OK cannot be pressed");
    pressOk();
    need(QTest::qWaitFor([this] { return dialog() == nullptr; }, patience), "the dialog stays");
}

} // namespace linewatch::ui
