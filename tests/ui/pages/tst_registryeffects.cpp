// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/testengines.h"
#include "support/testprogram.h"
#include "ui/dialogs/entrydialog.h"
#include "ui/models/registrytablemodel.h"
#include "ui/registryplant.h"
#include "ui/widgets/longtable.h"

#include <QElapsedTimer>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <QTimer>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int soon = 20'000; // ms

/** What QCOMPARE can print. */
QString word(std::optional<MachineState> state)
{
    const std::string_view name = state ? wireName(*state) : "not there";
    return QString::fromLatin1(name.data(), qsizetype(name.size()));
}

} // namespace

/** What is typed on the screens of the registry takes effect, now and after a restart, on every engine. */
class RegistryEffectsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestEngines::addEngines(); }
    void init()
    {
        QFETCH_GLOBAL(const Engine, engine);
        m_plant = std::make_unique<RegistryPlant>(m_engines.makeDatabase(engine));
    }
    void cleanup() { m_plant.reset(); }

    void aThresholdChangesTheStateOfItsMachine();
    void aSilenceLimitChangesTheStateOfItsMachine();
    void aRetiredMachineIsNeverSilent();
    void aLineIsThatOfTheLiveBoard();
    void aMachinesPageHasWhatPeopleSayOfIt();
    void twoThousandMachinesAreEditedAtOnceWhileTheWindowLives();

private:
    void openMachines(const QString &ids)
    {
        m_plant->showPart(Place::Part::Machines);
        QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), ids, soon);
    }

    TestEngines m_engines;
    std::unique_ptr<RegistryPlant> m_plant;
};

void RegistryEffectsTest::aThresholdChangesTheStateOfItsMachine()
{
    m_plant->post({u"M-1"_s, u"M-2"_s}, {}, 1s, 3); // 3 an hour, and the standard is 2
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Warning"_s, soon);
    openMachines(u"M-1 M-2"_s);
    m_plant->edit({u"M-1"_s});
    m_plant->type("threshold", u"50"_s);
    m_plant->accept();
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Healthy"_s, soon);
    QCOMPARE(word(m_plant->state(u"M-2"_s)), u"Warning"_s);
    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Healthy"_s, soon);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1"_s, u"Threshold /h"_s), u"50.0"_s, soon);
    m_plant->edit({u"M-1"_s});
    m_plant->type("threshold", {});
    m_plant->accept();
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Warning"_s, soon);
}

void RegistryEffectsTest::aSilenceLimitChangesTheStateOfItsMachine()
{
    m_plant->post({u"M-1"_s, u"M-2"_s}, {}, 120s);
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Healthy"_s, soon);
    openMachines(u"M-1 M-2"_s);
    m_plant->edit({u"M-1"_s});
    m_plant->type("silenceLimit", u"30 s"_s);
    m_plant->accept();
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Silent"_s, soon);
    QCOMPARE(word(m_plant->state(u"M-2"_s)), u"Healthy"_s);
    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Silent"_s, soon);
    openMachines(u"M-1 M-2"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"undoChange"_s)->isEnabled(), soon);
    m_plant->click("undoChange");
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Healthy"_s, soon);
}

void RegistryEffectsTest::aRetiredMachineIsNeverSilent()
{
    m_plant->post({u"M-1"_s}, {}, 600s);
    QTRY_COMPARE_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)), u"Silent"_s, soon);
    openMachines(u"M-1"_s);
    m_plant->edit({u"M-1"_s});
    m_plant->type("retiredSince", u"01/01/2020"_s);
    m_plant->accept();
    QTRY_VERIFY_WITH_TIMEOUT(word(m_plant->state(u"M-1"_s)) != u"Silent"_s, soon);
}

void RegistryEffectsTest::aLineIsThatOfTheLiveBoard()
{
    m_plant->post({u"M-1"_s});
    openMachines(u"M-1"_s);
    m_plant->edit({u"M-1"_s});
    m_plant->type("line", u"Weld"_s);
    QTest::keyClick(m_plant->dialog()->findChild<QWidget *>(u"lineSince"_s), Qt::Key_End); // always
    m_plant->accept();
    m_plant->window().openLink(linkTo(Place::lines()));
    const auto hasLine = [this] {
        for (const QTableView *table : m_plant->window().findChildren<QTableView *>()) {
            if (table->isVisible() && table->model()->rowCount() > 0
                && table->model()->index(0, 0).data().toString() == u"Weld"_s)
                return true;
        }
        return false;
    };
    QTRY_VERIFY_WITH_TIMEOUT(hasLine(), soon);
}

void RegistryEffectsTest::aMachinesPageHasWhatPeopleSayOfIt()
{
    m_plant->post({u"M-1"_s});
    m_plant->window().openLink(linkTo(Place::ofMachine(MachineId(u"M-1"_s))));
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"confirmMachine"_s), soon);
    QVERIFY(!m_plant->seen<QLabel>(u"machineCalled"_s));
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"confirmMachine"_s)->isEnabled(), soon);
    m_plant->click("confirmMachine");
    QTRY_VERIFY_WITH_TIMEOUT(!m_plant->seen<QPushButton>(u"confirmMachine"_s), soon);
    QVERIFY(m_plant->machine(u"M-1"_s).confirmed);
    m_plant->click("editMachine");
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->dialog(), soon);
    m_plant->type("name", u"Press 12"_s);
    m_plant->type("notes", u"by the door"_s);
    m_plant->accept();
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QLabel>(u"machineCalled"_s), soon);
    const QString said = m_plant->seen<QLabel>(u"machineCalled"_s)->text();
    QVERIFY2(said.contains(u"Press 12"_s) && said.contains(u"by the door"_s), qPrintable(said));
}

/** The window turns its loop while the store works, and all of them are changed by one change. */
void RegistryEffectsTest::twoThousandMachinesAreEditedAtOnceWhileTheWindowLives()
{
    constexpr int many = 2'000;
    std::vector<RegisteredMachine> machines(many);
    for (int i = 0; i < many; ++i)
        machines[std::size_t(i)].machineId = MachineId(u"M-%1"_s.arg(i));
    m_plant->enter(machines);
    m_plant->showPart(Place::Part::Machines);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->table() && m_plant->table()->model()->rowCount() == many, soon);
    m_plant->table()->setFocus();
    QElapsedTimer turn;
    qint64 longest = 0;
    int turns = 0;
    QTimer heart;
    connect(&heart, &QTimer::timeout, this, [&] {
        longest = std::max(longest, turn.restart());
        ++turns;
    });
    turn.start();
    heart.start(1);
    QTest::keyClick(m_plant->table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(m_plant->table(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->dialog(), soon);
    m_plant->type("silenceLimit", u"90 s"_s);
    m_plant->type("line", u"Weld"_s);
    turns = 0;
    m_plant->pressOk();
    QTRY_VERIFY_WITH_TIMEOUT(!m_plant->dialog(), soon);
    QVERIFY(turns > 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1999"_s, u"Silence limit"_s), u"90 s"_s, soon);
    qInfo("the longest turn of the loop took %lld ms", static_cast<long long>(longest));
    for (const auto &[machineId, machine] : m_plant->registry().machines)
        QVERIFY(machine.silenceLimit == 90s && machine.confirmed && machine.assignments.size() == 1);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->seen<QPushButton>(u"undoChange"_s)->isEnabled(), soon);
    m_plant->click("undoChange");
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-1999"_s, u"Silence limit"_s), u"5 min"_s, soon);
    const Registry back = m_plant->registry();
    for (const RegisteredMachine &machine : machines)
        QVERIFY(back.machines.at(machine.machineId) == machine);
}

LINEWATCH_WIDGET_TEST(RegistryEffectsTest)
#include "tst_registryeffects.moc"
