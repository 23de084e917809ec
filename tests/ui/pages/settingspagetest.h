// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/mainwindow/mainwindow.h"
#include "ui/madeplant.h"
#include "ui/models/settingsdraft.h"

#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>

namespace linewatch::ui {

/** A test program on the page of settings in the window, as somebody at the keyboard has it. */
class SettingsPageTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

protected:
    void start(const SettingsPlace &place);
    void start() { start({m_path, m_path, {}}); }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    QLineEdit *field(const QString &key) const { return find<QLineEdit>(key); }
    QPushButton *button(const char *name) const { return find<QPushButton>(QLatin1String(name)); }
    QString message() const { return find<QLabel>(QStringLiteral("settingsMessage"))->text(); }
    void type(QLineEdit *edit, const QString &text) const;
    void type(const QString &key, const QString &text) const { type(field(key), text); }
    /** All that is said in the tone of what is wrong, and seen. */
    QStringList faults() const;
    void choose(const QString &key, const QString &value) const;
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    void answer(const QString &text) const;
    QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<QSettings> m_kept;
    std::unique_ptr<SettingsFile> m_file;
    std::unique_ptr<SettingsDraft> m_draft;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace linewatch::ui
