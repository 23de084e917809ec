// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/monitor.h"
#include "monitor/registryeditor.h"
#include "ui/mainwindow/mainwindow.h"

#include <QSettings>
#include <QTemporaryDir>

#include <memory>

namespace linewatch::ui {

class EntryDialog;
class LongTable;

/**
 * A window over a real monitor and a real store, used as people use it: by keys and the mouse. What cannot be
 * had ends the test program.
 */
class RegistryPlant
{
public:
    /** Over an SQLite file of its own. */
    RegistryPlant();
    explicit RegistryPlant(DatabaseUrl database);
    ~RegistryPlant();

    /** Ends monitor and window, where there are any, and starts both anew over the same store. */
    void restart();
    /** Ends the monitor, and the window shows nothing more. */
    void closeStore();

    MainWindow &window() const { return *m_window; }
    Monitor &monitor() const { return *m_monitor; }
    QSettings &settings() { return *m_settings; }

    /** Each posts an event of that age, with defects; an empty line: none stated. */
    void post(const QStringList &machines, const QString &line = {},
              std::chrono::seconds age = std::chrono::seconds{1}, int defects = 0);
    /** Of a machine, as the newest live snapshot has it; nothing: it is not there. */
    std::optional<MachineState> state(const QString &machineId) const;
    /** Changes the registry as another process would. */
    void enter(std::vector<RegisteredMachine> machines, std::vector<RegisteredLine> lines = {});
    Registry registry();
    RegisteredMachine machine(const QString &machineId);

    void showPart(Place::Part part);
    /** The table that is seen; null: none. */
    LongTable *table() const;
    /** The cells of the first column from the top, parted by blanks. */
    QString ids() const;
    /** What stands in a row of that id, by the heading of the column. */
    QString cell(const QString &id, const QString &heading) const;
    void select(const QStringList &ids) const;
    /** Selects, presses Return and gives the dialog. */
    EntryDialog *edit(const QStringList &ids) const;
    EntryDialog *dialog() const;

    template <class Widget>
    Widget *seen(const QString &name) const
    {
        for (Widget *widget : m_window->findChildren<Widget *>(name)) {
            if (widget->isVisible())
                return widget;
        }
        return nullptr;
    }
    void click(const char *name) const;
    /** Clears the field of the dialog and types. */
    void type(const char *name, const QString &text) const;
    void pressOk() const;
    /** Presses OK and waits until the dialog has gone. */
    void accept() const;

private:
    QTemporaryDir m_home;
    DatabaseUrl m_database;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<Monitor> m_monitor;
    std::unique_ptr<MainWindow> m_window;
    LiveSnapshotPtr m_newest;
    int m_events = 0;
};

} // namespace linewatch::ui
