// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/desktopsession.h"

#include "simulation/demostream.h"
#include "simulation/simulator.h"
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/mariadbserver.h"
#include "support/testprogram.h"
#include "support/wireevent.h"
#include "ui/models/machinegridmodel.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QAction>
#include <QDir>
#include <QMenu>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <set>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

using Names = std::set<QString>;

Names namesOfDemo()
{
    Names names;
    for (const MachineId &machine : simulation::demoNames().machines)
        names.insert(machine.toString());
    return names;
}

QStringList demoFolders()
{
    QStringList folders;
    for (const QString &name : QDir(QDir::tempPath()).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (QFile::exists(QDir::tempPath() + u'/' + name + u"/demo.db"_s))
            folders << name;
    }
    return folders;
}

/** Of this process, by the names that the kernel has. */
int threads()
{
    return static_cast<int>(QDir(u"/proc/self/task"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size());
}

} // namespace

/** From the own plant to the demo and back, as a user goes. */
class DemoAndBackTest : public QObject
{
    Q_OBJECT

private slots:
    /** Other tests have demos at the same time. */
    void initTestCase() { QVERIFY(qputenv("TMPDIR", m_temporary.path().toUtf8())); }
    void init();
    void cleanup();
    void whatIsPostedMeanwhileIsKeptAndThePlantsNeverMix();
    void nothingOfTheDemoIsLeft();
    void eachPlantIsFoundWhereItWasLeft();
    void badgeAndPanelLeadBack();
    void whoBeganWithTheDemoGetsTheOwnPlantWhereItListened();
    void anOwnPlantThatCannotStartIsSaidAndTheDemoGoesOn();

private:
    void startOwn();
    MonitorSettings ownSettings(quint16 port) const;
    bool isDemo() const { return m_window->windowTitle().contains(u"Demo"_s); }
    void trigger(const QString &text) const;
    void enterDemo() const { trigger(u"Demo plant"_s); }
    void goBack() const { trigger(u"Back to my plant"_s); }
    Names shownMachines() const;
    bool showsMachines() const { return !shownMachines().empty(); }
    ContractCheck m_contract;
    const QTemporaryDir m_temporary;
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_kept;
    std::unique_ptr<ui::MainWindow> m_window;
    std::unique_ptr<DesktopSession> m_session;
};

void DemoAndBackTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_kept = std::make_unique<QSettings>(m_home->filePath(u"window.ini"_s), QSettings::IniFormat);
    m_window = std::make_unique<ui::MainWindow>(*m_kept, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
    m_session = std::make_unique<DesktopSession>(*m_window);
    m_window->show();
}

void DemoAndBackTest::cleanup()
{
    m_session.reset();
    m_window.reset();
    QCOMPARE(m_contract.take(), QStringList());
}

MonitorSettings DemoAndBackTest::ownSettings(quint16 port) const
{
    MonitorSettings settings;
    settings.database.sqlitePath = m_home->filePath(u"own.db"_s);
    settings.port = port;
    return settings;
}

void DemoAndBackTest::startOwn()
{
    QVERIFY(m_session->startOwn(ownSettings(0)));
}

void DemoAndBackTest::trigger(const QString &text) const
{
    for (QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == text && action->isEnabled())
            return action->trigger();
    }
    QFAIL(qPrintable(u"no action "_s + text));
}

Names DemoAndBackTest::shownMachines() const
{
    Names names;
    const auto *grid = m_window->findChild<ui::MachineGridModel *>();
    for (int row = 0; row < grid->rowCount(); ++row)
        names.insert(grid->machine(row).machineId.toString());
    return names;
}

void DemoAndBackTest::whatIsPostedMeanwhileIsKeptAndThePlantsNeverMix()
{
    startOwn();
    simulation::Options options;
    options.endpoints = {m_session->endpoint()};
    options.machines = 3;
    options.lines = 1;
    options.events = 0;
    options.duration = 6;
    options.rate = 400;
    options.seed = 3;
    options.verify = true;
    simulation::Simulator simulator(options);
    QString report;
    connect(&simulator, &simulation::Simulator::reported, this, [&](const QString &text) { report = text; });
    connect(&simulator, &simulation::Simulator::failed, this, [&](const QString &why) { report = why; });
    QSignalSpy finished(&simulator, &simulation::Simulator::finished);

    const Names ofDemo = namesOfDemo();
    QString mixed;
    int changes = 0;
    QTimer looking; // at each turn, whatever is on screen
    connect(&looking, &QTimer::timeout, this, [&] {
        const Names shown = shownMachines();
        for (const QString &name : shown) {
            if (ofDemo.contains(name) != isDemo())
                mixed = name;
        }
        if (shown.empty())
            return;
        ++changes;
        isDemo() ? goBack() : enterDemo();
    });
    simulator.start();
    looking.start(5);
    QVERIFY(finished.wait(100'000));
    looking.stop();
    QCOMPARE(mixed, QString());
    QVERIFY2(finished.first().first().toInt() == simulation::Simulator::AllWell, qPrintable(report));
    QVERIFY2(changes >= 4, qPrintable(QString::number(changes)));
}

void DemoAndBackTest::nothingOfTheDemoIsLeft()
{
    startOwn();
    const QStringList folders = demoFolders();
    enterDemo();
    QTRY_VERIFY(isDemo() && showsMachines());
    goBack();
    QTRY_VERIFY(!isDemo());
    QTRY_COMPARE(demoFolders(), folders);
    const int threadsAfterOne = threads();
    for (int round = 0; round < 3; ++round) {
        enterDemo();
        QTRY_VERIFY(isDemo() && showsMachines());
        QCOMPARE(demoFolders().size(), folders.size() + 1);
        QVERIFY(threads() > threadsAfterOne);
        goBack();
        QTRY_VERIFY(!isDemo());
        QCOMPARE(demoFolders(), folders);
        QVERIFY(m_window->findChild<ui::DemoPanel *>() == nullptr);
    }
    QTRY_VERIFY2(threads() <= threadsAfterOne, qPrintable(QString::number(threads())));
}

void DemoAndBackTest::eachPlantIsFoundWhereItWasLeft()
{
    startOwn();
    ApiClient own(static_cast<quint16>(m_session->endpoint().port()), m_contract);
    QCOMPARE(own.postBatch({WireEvent(u"E"_s, u"OWN-1"_s)}).status(), 200);
    const auto status = [this] { return m_window->findChild<ui::StatusLine *>()->accessibleDescription(); };
    QTRY_VERIFY2_WITH_TIMEOUT(status().contains(u"Size "_s), qPrintable(status()), 20'000);
    const QUrl ofOwn(u"linewatch://machine/OWN-1"_s);
    m_window->openLink(ofOwn);
    trigger(u"Live, last 8 hours"_s);

    enterDemo();
    QTRY_VERIFY(isDemo());
    QCOMPARE(ui::linkTo(m_window->place()), QUrl(u"linewatch://overview"_s));
    QCOMPARE(m_window->shownWindow().live, ui::defaultWindow);
    const QUrl ofDemo(u"linewatch://machine/M-202"_s);
    m_window->openLink(ofDemo);
    trigger(u"Live, last 15 minutes"_s);

    goBack();
    QTRY_VERIFY(!isDemo());
    QCOMPARE(ui::linkTo(m_window->place()), ofOwn);
    QCOMPARE(m_window->shownWindow().live, std::chrono::minutes{480});
    QVERIFY2(status().contains(u"Size "_s), qPrintable(status())); // nobody says it a second time
    QCOMPARE(own.get(u"/machines"_s).items().size(), 1);
    for (const QAction *action : m_window->findChildren<QAction *>()) {
        if (action->text().remove(u'&') == u"Back"_s)
            QVERIFY(!action->isEnabled()); // no way leads to a machine of the demo
    }

    enterDemo();
    QTRY_VERIFY(isDemo());
    QCOMPARE(ui::linkTo(m_window->place()), ofDemo);
    QCOMPARE(m_window->shownWindow().live, std::chrono::minutes{15});
    // The next start begins in the own plant.
    QCOMPARE(m_kept->value(u"window/place"_s).toUrl(), ofOwn);
}

void DemoAndBackTest::badgeAndPanelLeadBack()
{
    startOwn();
    enterDemo();
    QTRY_VERIFY(isDemo());
    auto *panel = m_window->findChild<ui::DemoPanel *>();
    QVERIFY(panel);
    for (QPushButton *button : panel->findChildren<QPushButton *>()) {
        if (button->text().contains(u"Back"_s))
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QTRY_VERIFY(!isDemo());
    const auto *badge = m_window->findChild<QToolButton *>();
    QVERIFY(!badge->isVisible());

    enterDemo();
    QTRY_VERIFY(isDemo());
    badge = m_window->findChild<QToolButton *>();
    QTRY_VERIFY(badge->isVisible());
    QCOMPARE(badge->menu()->actions().size(), 2);
    badge->menu()->actions().last()->trigger();
    QTRY_VERIFY(!isDemo());
}

void DemoAndBackTest::whoBeganWithTheDemoGetsTheOwnPlantWhereItListened()
{
    const quint16 port = freePort();
    MonitorSettings demo;
    demo.port = port;
    const QSignalSpy began(m_session.get(), &DesktopSession::ownStarted);
    QVERIFY(m_session->startDemo(demo, [&] { return Result<MonitorSettings>(ownSettings(port)); }));
    QVERIFY(isDemo());
    goBack();
    QTRY_VERIFY(!isDemo());
    QCOMPARE(began.size(), 1);
    QCOMPARE(m_session->endpoint().port(), port);
    ApiClient own(port, m_contract);
    QCOMPARE(own.get(u"/machines"_s).items().size(), 0);
    QCOMPARE(own.postBatch({WireEvent(u"E"_s, u"OWN-1"_s)}).status(), 200);
    QTRY_COMPARE(shownMachines(), Names{u"OWN-1"_s});
    // And again, now with a demo beside it.
    enterDemo();
    QTRY_VERIFY(isDemo());
    QVERIFY(m_session->endpoint().port() != port);
    QCOMPARE(own.postBatch({WireEvent(u"F"_s, u"OWN-2"_s)}).status(), 200);
    goBack();
    QTRY_VERIFY(!isDemo());
    QTRY_COMPARE(shownMachines(), (Names{u"OWN-1"_s, u"OWN-2"_s}));
}

void DemoAndBackTest::anOwnPlantThatCannotStartIsSaidAndTheDemoGoesOn()
{
    Monitor other(ownSettings(0)); // has the store
    QVERIFY(other.start());
    const quint16 port = freePort();
    MonitorSettings demo;
    demo.port = port;
    QVERIFY(m_session->startDemo(demo, [&] { return Result<MonitorSettings>(ownSettings(port)); }));
    QTRY_VERIFY(showsMachines());
    goBack();
    const auto *banner = m_window->findChild<ui::ProblemBanner *>();
    QTRY_VERIFY(banner->isVisible());
    QVERIFY2(banner->accessibleName().contains(u"own.db"_s), qPrintable(banner->accessibleName()));
    QVERIFY(isDemo());
    QCOMPARE(m_session->endpoint().port(), port);
    ApiClient api(port, m_contract);
    const auto newest = [&] {
        QString time;
        for (const QJsonValue &machine : api.get(u"/machines"_s).items())
            time = std::max(time, machine[u"lastEventTime"_s].toString());
        return time;
    };
    const QString before = newest();
    QTRY_VERIFY_WITH_TIMEOUT(newest() > before, 30'000);
    other.stop();
    goBack(); // now it can
    QTRY_VERIFY(!isDemo());
    QCOMPARE(m_session->endpoint().port(), port);
}

LINEWATCH_WIDGET_TEST(DemoAndBackTest)
#include "tst_demoandback.moc"
