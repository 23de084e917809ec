// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QTest>
#include <QTimer>

#include <csignal>
#include <unistd.h>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** The desktop as main() puts it together, with real signals. */
class DesktopSessionTest : public QObject
{
    Q_OBJECT

private slots:
    void aSignalDuringAnExportEndsItAndLeavesNothing();
    void theDemoStandsBesideTheRealStoreAndIsMarked();
    void whatAMachinePostsIsSeenInThePanel();

private:
    static constexpr int EventCount = 50'000;

    void post(quint16 port);
    static QPushButton *exportButton(const QWidget &dialog);
    bool isHalfWritten() const;
    QStringList exported() const
    {
        return QDir(m_exports.path()).entryList(QDir::Files | QDir::Hidden | QDir::System);
    }

    QTemporaryDir m_home;
    QTemporaryDir m_exports;
};

/** Enough for an export to be met half way, around now. */
void DesktopSessionTest::post(quint16 port)
{
    ContractCheck contract;
    const Micros now = std::chrono::duration_cast<std::chrono::microseconds>(
                           std::chrono::system_clock::now().time_since_epoch())
                           .count();
    QJsonArray batch;
    for (int i = 0; i < EventCount; ++i)
        batch.append(WireEvent(u"E%1"_s.arg(i), u"M"_s).at(now - i * 10'000));
    QCOMPARE(ApiClient(port, contract).postBatch(batch).status(), 200);
    QCOMPARE(contract.take(), QStringList());
}

QPushButton *DesktopSessionTest::exportButton(const QWidget &dialog)
{
    for (QPushButton *button : dialog.findChildren<QPushButton *>()) {
        if (button->text() == u"Ex&port"_s)
            return button;
    }
    return nullptr;
}

/** A file among our own descriptors that is in the exports' folder and has some bytes. */
bool DesktopSessionTest::isHalfWritten() const
{
    for (const QFileInfo &entry : QDir(u"/proc/self/fd"_s).entryInfoList(QDir::Files | QDir::System)) {
        if (entry.symLinkTarget().startsWith(m_exports.path()) && entry.size() > 0)
            return true;
    }
    return false;
}

void DesktopSessionTest::aSignalDuringAnExportEndsItAndLeavesNothing()
{
    const TerminationSignals termination;
    QSettings settings(m_home.filePath(u"settings.ini"_s), QSettings::IniFormat);
    ui::MainWindow window(settings, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    DesktopSession session(window);
    MonitorSettings monitor;
    monitor.database.sqlitePath = m_home.filePath(u"plant.db"_s);
    monitor.port = 0;
    QVERIFY(session.startOwn(monitor));
    post(static_cast<quint16>(session.endpoint().port()));
    session.endOn(termination);
    window.show();

    // The window opens the dialog once it has something on screen.
    QTRY_VERIFY_WITH_TIMEOUT(
        [&window] {
            QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
            return window.findChild<ui::ExportDialog *>() != nullptr;
        }(),
        20'000);
    auto *dialog = window.findChild<ui::ExportDialog *>();
    for (QAbstractButton *choice : dialog->findChildren<QAbstractButton *>()) {
        if (choice->text().startsWith(u"&Events"_s))
            choice->click();
    }
    dialog->findChild<QLineEdit *>()->setText(m_exports.filePath(u"events.csv"_s));
    QTimer watch;
    bool wasHalfWritten = false;
    connect(&watch, &QTimer::timeout, this, [&] {
        if (!isHalfWritten())
            return;
        wasHalfWritten = true;
        watch.stop();
        ::kill(::getpid(), SIGTERM);
    });
    watch.start(1);
    exportButton(*dialog)->click();
    QVERIFY(dialog->isRunning());
    QCOMPARE(QApplication::exec(), 0);
    session.stop();
    QVERIFY(wasHalfWritten);
    QCOMPARE(exported(), QStringList());
}

void DesktopSessionTest::theDemoStandsBesideTheRealStoreAndIsMarked()
{
    QSettings settings(m_home.filePath(u"beside.ini"_s), QSettings::IniFormat);
    ui::MainWindow window(settings, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    DesktopSession session(window);
    MonitorSettings monitor;
    monitor.database.sqlitePath = m_home.filePath(u"real.db"_s);
    monitor.port = 0;
    QVERIFY(session.startOwn(monitor));
    const QUrl own = session.endpoint();
    QVERIFY(!window.windowTitle().contains(u"Demo"_s));
    window.show();
    const auto panelAfterShortcut =
        [&window] { // what is pressed before the window is active comes to nothing
            window.activateWindow();
            QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
            return window.findChild<ui::DemoPanel *>();
        };

    QTRY_VERIFY(panelAfterShortcut() != nullptr);
    QVERIFY(session.endpoint() != own);
    QVERIFY(window.windowTitle().contains(u"Demo"_s));

    auto *panel = window.findChild<ui::DemoPanel *>();
    panel->close();
    QTRY_VERIFY(window.findChild<ui::DemoPanel *>() == nullptr);
    QTRY_VERIFY(panelAfterShortcut() != nullptr);

    // The demo's machines are nowhere in the real store, which goes on serving.
    ContractCheck contract;
    ApiClient demo(static_cast<quint16>(session.endpoint().port()), contract);
    QTRY_VERIFY_WITH_TIMEOUT(!demo.get(u"/machines"_s).items().isEmpty(), 20'000);
    ApiClient real(static_cast<quint16>(own.port()), contract);
    QVERIFY(real.get(u"/machines"_s).items().isEmpty());
    session.stop();
    QCOMPARE(contract.take(), QStringList());
}

void DesktopSessionTest::whatAMachinePostsIsSeenInThePanel()
{
    QSettings settings(m_home.filePath(u"panel.ini"_s), QSettings::IniFormat);
    ui::MainWindow window(settings, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    DesktopSession session(window);
    MonitorSettings monitor;
    monitor.database.sqlitePath = m_home.filePath(u"panel.db"_s);
    monitor.port = 0;
    QVERIFY(session.startOwn(monitor));
    window.show();
    const auto panelAfterShortcut = [&window] {
        window.activateWindow();
        QTest::keyClick(&window, Qt::Key_M, Qt::ControlModifier | Qt::ShiftModifier);
        return window.findChild<ui::ConnectDialog *>();
    };
    QTRY_VERIFY(panelAfterShortcut() != nullptr);
    const auto *panel = window.findChild<ui::ConnectDialog *>();
    const auto *posts = panel->findChild<QTableView *>()->model();
    QCOMPARE(posts->rowCount(), 0);

    ContractCheck contract;
    ApiClient api(static_cast<quint16>(session.endpoint().port()), contract);
    QCOMPARE(api.postBatch({WireEvent(u"E"_s, u"M"_s)}).status(), 200);
    QCOMPARE(api.postRaw("hello").status(), 400);
    QTRY_COMPARE(posts->rowCount(), 2);
    QVERIFY(panel->findChild<QTableView *>()->currentIndex().isValid());
    session.stop();
    QCOMPARE(window.findChild<ui::ConnectDialog *>(), nullptr);
    QCOMPARE(contract.take(), QStringList());
}

/** As in main(): signals are blocked before there is a thread that could get them. */
static const TestEntry enter(__FILE__, [](int argc, char **argv) {
    TerminationSignals::block();
    return runTest<DesktopSessionTest, QApplication>(argc, argv);
});
#include "tst_desktopsession.moc"
