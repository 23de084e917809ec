// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindowtest.h"

#include "ui/madeplant.h"

#include <QTest>

namespace linewatch::ui {

void MainWindowTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    start();
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_settings.reset();
}

void MainWindowTest::start()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(*m_settings, madeFormats());
}

QAction *MainWindowTest::action(const QString &text) const
{
    for (QAction *candidate : m_window->findChildren<QAction *>()) {
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

} // namespace linewatch::ui
