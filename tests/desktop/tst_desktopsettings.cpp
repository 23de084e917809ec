// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "simulation/simulator.h"
#include "support/mariadbserver.h"
#include "support/testprogram.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** The settings of a desktop that serves: what is applied on the page takes effect, or the page says why not.
 */
class DesktopSettingsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theEndpointMovesUnderLoadAndNothingIsLost();
    void anAddressInUseIsSaidAndNothingChanges();
    void whatCannotBeWrittenIsSaid();
    void aRestartIsAskedFor();

private:
    void typePort(quint16 port) const;
    void apply() const
    {
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"applySettings"_s), Qt::LeftButton);
    }
    QString message() const { return m_window->findChild<QLabel *>(u"settingsMessage"_s)->text(); }
    static QUrl urlOf(quint16 port) { return QUrl(u"http://127.0.0.1:%1"_s.arg(port)); }

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_kept;
    QString m_path;
    quint16 m_port = 0;
    std::unique_ptr<SettingsFile> m_file;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<DesktopSession> m_session;
};

void DesktopSettingsTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_kept = std::make_unique<QSettings>(m_home->filePath(u"window.ini"_s), QSettings::IniFormat);
    m_path = m_home->filePath(u"folder/linewatch.ini"_s);
    m_port = freePort();
    QVERIFY(QDir().mkpath(m_home->filePath(u"folder"_s)));
    QFile written(m_path);
    QVERIFY(written.open(QIODevice::WriteOnly));
    written.write("; ours\n[server]\nlisten=127.0.0.1:" + QByteArray::number(m_port) + '\n');
    written.close();
    m_file = std::make_unique<SettingsFile>(SettingsPlace{m_path, m_path, {}});
    m_window = std::make_unique<ui::MainWindow>(*m_kept, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    m_session = std::make_unique<DesktopSession>(*m_window);
    m_session->openSettings(*m_file);
    MonitorSettings monitor;
    monitor.database.sqlitePath = m_home->filePath(u"plant.db"_s);
    monitor.port = m_port;
    QVERIFY(m_session->startOwn(monitor));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
}

void DesktopSettingsTest::cleanup()
{
    m_session.reset();
    m_window.reset();
}

void DesktopSettingsTest::typePort(quint16 port) const
{
    QLineEdit *edit = m_window->findChildren<QLineEdit *>(u"server/listen"_s).at(1);
    edit->setFocus();
    edit->selectAll();
    QTest::keyClicks(edit, QString::number(port));
}

void DesktopSettingsTest::theEndpointMovesUnderLoadAndNothingIsLost()
{
    const quint16 other = freePort();
    simulation::Options options;
    options.endpoints = {urlOf(m_port), urlOf(other)};
    options.connections = 4;
    options.events = 40'000;
    options.batch = 50;
    options.seed = 5;
    options.verify = true;
    simulation::Simulator simulator(options);
    QString report;
    connect(&simulator, &simulation::Simulator::reported, this, [&](const QString &text) { report = text; });
    connect(&simulator, &simulation::Simulator::failed, this, [&](const QString &why) { report = why; });
    bool isPosting = true;
    connect(&simulator, &simulation::Simulator::progressed, this, [&](const QString &line) {
        if (line.startsWith(u"reading back"_s))
            isPosting = false;
    });
    QSignalSpy finished(&simulator, &simulation::Simulator::finished);
    int moves = 0;
    QTimer moving;
    connect(&moving, &QTimer::timeout, this, [&] {
        const bool isHome = m_session->endpoint() == urlOf(m_port);
        if (!isPosting && isHome) {
            moving.stop();
            return;
        }
        ++moves;
        typePort(isHome ? other : m_port);
        apply();
        QCOMPARE(m_session->endpoint(), urlOf(isHome ? other : m_port));
    });
    moving.start(150);
    simulator.start();
    QVERIFY(finished.wait(200'000));
    QVERIFY2(finished.first().first().toInt() == simulation::Simulator::AllWell, qPrintable(report));
    QVERIFY2(moves >= 3, qPrintable(QString::number(moves)));
    QVERIFY(!moving.isActive() || isPosting || m_session->endpoint() == urlOf(m_port));
    // What runs is what is written, with the words of whoever wrote there before.
    QFile written(m_path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(),
             "; ours\n[server]\nlisten=127.0.0.1:" + QByteArray::number(m_session->endpoint().port()) + '\n');
}

void DesktopSettingsTest::anAddressInUseIsSaidAndNothingChanges()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost));
    typePort(other.serverPort());
    apply();
    QVERIFY2(message().contains(QString::number(other.serverPort())), qPrintable(message()));
    QCOMPARE(m_session->endpoint(), urlOf(m_port));
    QCOMPARE(m_file->value(u"server/listen"_s), u"127.0.0.1:%1"_s.arg(m_port));
    other.close();
    apply(); // what was typed is still there
    QCOMPARE(m_session->endpoint().port(), m_file->value(u"server/listen"_s).section(u':', 1).toInt());
    QVERIFY(m_session->endpoint() != urlOf(m_port));
}

void DesktopSettingsTest::whatCannotBeWrittenIsSaid()
{
    // A file in the place of its folder: not even root can write there.
    const QString folder = m_home->filePath(u"folder"_s);
    QVERIFY(QDir(folder).removeRecursively());
    QVERIFY(QFile(folder).open(QIODevice::WriteOnly));
    typePort(freePort());
    apply();
    QVERIFY2(message().contains(folder), qPrintable(message()));
    QCOMPARE(m_session->endpoint(), urlOf(m_port));
}

void DesktopSettingsTest::aRestartIsAskedFor()
{
    QLineEdit *edit = m_window->findChild<QLineEdit *>(u"store/database"_s);
    edit->setFocus();
    QTest::keyClicks(edit, u"sqlite:"_s + m_home->filePath(u"other.db"_s));
    apply();
    QVERIFY(!m_session->wantsRestart());
    QTimer::singleShot(0, m_window.get(), [this] {
        QTest::mouseClick(m_window->findChild<QPushButton *>(u"restartNow"_s), Qt::LeftButton);
    });
    QCOMPARE(QApplication::exec(), 0);
    QVERIFY(m_session->wantsRestart());
}

LINEWATCH_WIDGET_TEST(DesktopSettingsTest)
#include "tst_desktopsettings.moc"
