// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/registryplant.h"
#include "ui/models/machineregistrymodel.h"
#include "ui/widgets/longtable.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

namespace {

constexpr int longEnough = 20'000; // ms

RegisteredMachine entryOf(const QString &id, const std::string &name = {}, bool isConfirmed = true)
{
    RegisteredMachine machine;
    machine.machineId = MachineId(id);
    machine.name = name;
    machine.confirmed = isConfirmed;
    return machine;
}

} // namespace

/** Machines and lines in the settings, over a real store. */
class RegistryViewTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_plant = std::make_unique<RegistryPlant>(); }
    void cleanup() { m_plant.reset(); }

    void machinesAppearByThemselvesAndAreNew();
    void anEmptyStoreSaysHowToBegin();
    void thePartIsAPlace();
    void theFilterFindsAndCanBeCleared();
    void whatIsNewIsConfirmedByKeysAndThatIsUndone();
    void aChangeThatCannotBeUndoneSaysWhy();
    void whatOthersChangeAppearsAndTheSelectionStays();
    void aStoreThatIsLostIsSaidAndFoundAgain();
    void columnsAndTheOrderSurviveARestart();
    void linesHaveTheirMachinesCounted();
    void aPageThatIsNotSeenAsksNothing();
    void whatIsSelectedIsCopied();

private:
    QString partTexts() const
    {
        QStringList texts;
        for (const QAbstractButton *button : m_plant->window()
                                                 .findChild<SegmentedControl *>(u"settingsParts"_s)
                                                 ->findChildren<QAbstractButton *>())
            texts << button->text();
        return texts.join(u'|');
    }
    QString labelText(const QString &name) const
    {
        const auto *label = m_plant->seen<QLabel>(name);
        return label ? label->text() : QString();
    }

    std::unique_ptr<RegistryPlant> m_plant;
};

void RegistryViewTest::machinesAppearByThemselvesAndAreNew()
{
    m_plant->post({u"M-2"_s, u"M-10"_s}, u"Press"_s);
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-2 M-10"_s, longEnough);
    QCOMPARE(partTexts(), u"General|Machines · 2 new|Lines · 1 new"_s);
    QCOMPARE(m_plant->cell(u"M-2"_s, u"New"_s), u"New"_s);
    QCOMPARE(m_plant->cell(u"M-2"_s, u"Line"_s), u"Press"_s);
    QCOMPARE(m_plant->cell(u"M-2"_s, u"Silence limit"_s), u"5 min"_s);
    m_plant->post({u"M-3"_s});
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-2 M-3 M-10"_s, longEnough);
}

void RegistryViewTest::anEmptyStoreSaysHowToBegin()
{
    QSignalSpy connectWanted(&m_plant->window(), &MainWindow::connectRequested);
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(labelText(u"registryMessage"_s), u"No machine is known yet"_s, longEnough);
    for (QPushButton *button : m_plant->window().findChildren<QPushButton *>()) {
        if (button->isVisible() && button->text() == u"Connect a &machine…"_s)
            QTest::mouseClick(button, Qt::LeftButton);
    }
    QCOMPARE(connectWanted.size(), 1);
}

void RegistryViewTest::thePartIsAPlace()
{
    MainWindow &window = m_plant->window();
    window.openLink(QUrl(u"linewatch://settings?part=lines"_s));
    QCOMPARE(window.place(), Place::settings(Place::Part::Lines));
    window.openLink(QUrl(u"linewatch://settings"_s));
    auto *parts = window.findChild<SegmentedControl *>(u"settingsParts"_s);
    parts->setFocus();
    const QList<QAbstractButton *> segments = parts->findChildren<QAbstractButton *>();
    QTest::mouseClick(segments.at(1), Qt::LeftButton);
    QCOMPARE(window.place(), Place::settings(Place::Part::Machines));
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(parts->choice(), int(Place::Part::General));
    QTest::keyClick(&window, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(parts->choice(), int(Place::Part::Lines));
    m_plant->restart();
    QCOMPARE(m_plant->window().place(), Place::settings(Place::Part::Lines));
    QCOMPARE(m_plant->window().findChild<SegmentedControl *>(u"settingsParts"_s)->choice(),
             int(Place::Part::Lines));
}

void RegistryViewTest::theFilterFindsAndCanBeCleared()
{
    RegisteredMachine retired = entryOf(u"M-3"_s);
    retired.retiredSince = Instant{};
    m_plant->enter({entryOf(u"M-1"_s, "Press"), entryOf(u"M-2"_s, "Mould", false), retired});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1 M-2 M-3"_s, longEnough);
    auto *filter = m_plant->seen<QLineEdit>(u"registryFilter"_s);
    QTest::keyClicks(filter, u"press"_s);
    QCOMPARE(m_plant->ids(), u"M-1"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(m_plant->table()->hasFocus());
    QTest::keyClicks(filter, u"!"_s);
    QCOMPARE(labelText(u"registryMessage"_s), u"Nothing fits"_s);
    m_plant->click("showAllEntries");
    QCOMPARE(m_plant->ids(), u"M-1 M-2 M-3"_s);
    QVERIFY(filter->text().isEmpty());
    const auto choose = [this](const QString &kind) {
        for (QAbstractButton *button : m_plant->window().findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->text() == kind && !qobject_cast<QPushButton *>(button))
                QTest::mouseClick(button, Qt::LeftButton);
        }
    };
    choose(u"New"_s);
    QCOMPARE(m_plant->ids(), u"M-2"_s);
    choose(u"Retired"_s);
    QCOMPARE(m_plant->ids(), u"M-3"_s);
    choose(u"In use"_s);
    QCOMPARE(m_plant->ids(), u"M-1 M-2"_s);
}

void RegistryViewTest::whatIsNewIsConfirmedByKeysAndThatIsUndone()
{
    m_plant->post({u"M-1"_s, u"M-2"_s, u"M-3"_s});
    m_plant->enter({entryOf(u"M-3"_s)});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1 M-2 M-3"_s, longEnough);
    QVERIFY(!m_plant->seen<QPushButton>(u"confirmEntries"_s)->isEnabled());
    LongTable *table = m_plant->table();
    table->setFocus();
    QTest::keyClick(table, Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_plant->seen<QPushButton>(u"confirmEntries"_s)->text(), u"&Confirm 2"_s);
    QTest::keyClick(table, Qt::Key_Return, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(partTexts(), u"General|Machines|Lines"_s, longEnough);
    QVERIFY(m_plant->machine(u"M-1"_s).confirmed);
    QVERIFY(labelText(u"registryNotice"_s).contains(u"confirmation of 2 machine"_s));
    const auto *undo = m_plant->seen<QPushButton>(u"undoChange"_s);
    QTRY_VERIFY_WITH_TIMEOUT(undo->text().startsWith(u"&Undo: confirmation of 2 machine"_s), longEnough);
    QVERIFY2(undo->toolTip().contains(u"entries that go back: 2"_s), qPrintable(undo->toolTip()));
    QVERIFY(table->hasFocus());
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(partTexts(), u"General|Machines · 2 new|Lines"_s, longEnough);
    QVERIFY(!m_plant->machine(u"M-1"_s).confirmed);
    QVERIFY(m_plant->machine(u"M-3"_s).confirmed);
    QTRY_COMPARE_WITH_TIMEOUT(undo->text(), u"&Undo: what another process did"_s, longEnough);
}

/** The newest change is of one machine; what it made of it is not there any more once an older is undone. */
void RegistryViewTest::aChangeThatCannotBeUndoneSaysWhy()
{
    m_plant->enter({entryOf(u"M-1"_s, "one")});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longEnough);
    const auto *undo = m_plant->seen<QPushButton>(u"undoChange"_s);
    QTRY_VERIFY_WITH_TIMEOUT(undo->isEnabled(), longEnough);
    // Undone by another process in the meantime, before this window hears of it.
    QObject context;
    bool isUndone = false;
    m_plant->monitor().registry()->undo(1, &context, [&](const Result<std::int64_t> &) { isUndone = true; });
    m_plant->click("undoChange");
    QTRY_VERIFY_WITH_TIMEOUT(isUndone, longEnough);
    QTRY_VERIFY_WITH_TIMEOUT(labelText(u"registryNotice"_s).contains(u"undone already"_s), longEnough);
    QTRY_VERIFY_WITH_TIMEOUT(!undo->isEnabled(), longEnough);
}

void RegistryViewTest::whatOthersChangeAppearsAndTheSelectionStays()
{
    std::vector<RegisteredMachine> machines;
    for (int i = 0; i < 500; ++i)
        machines.push_back(entryOf(u"M-%1"_s.arg(i, 3, 10, QLatin1Char('0'))));
    m_plant->enter(machines);
    m_plant->showPart(Place::Part::Machines);
    QTRY_VERIFY_WITH_TIMEOUT(m_plant->table() && m_plant->table()->model()->rowCount() == 500, longEnough);
    LongTable *table = m_plant->table();
    m_plant->select({u"M-250"_s, u"M-260"_s});
    const int scrolled = table->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    m_plant->enter({entryOf(u"M-250"_s, "changed elsewhere"), entryOf(u"M-999"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"M-250"_s, u"Name"_s), u"changed elsewhere"_s, longEnough);
    QCOMPARE(table->model()->rowCount(), 501);
    QStringList selected;
    for (const QModelIndex &index : table->selectionModel()->selectedRows())
        selected << index.data().toString();
    selected.sort();
    QCOMPARE(selected.join(u' '), u"M-250 M-260"_s);
    QCOMPARE(table->verticalScrollBar()->value(), scrolled);
}

void RegistryViewTest::aStoreThatIsLostIsSaidAndFoundAgain()
{
    m_plant->enter({entryOf(u"M-1"_s)});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longEnough);
    m_plant->closeStore();
    QTRY_COMPARE_WITH_TIMEOUT(labelText(u"registryMessage"_s), u"The store could not be read"_s, longEnough);
    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longEnough);
}

void RegistryViewTest::columnsAndTheOrderSurviveARestart()
{
    m_plant->enter({entryOf(u"M-1"_s, "b"), entryOf(u"M-2"_s, "a")});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1 M-2"_s, longEnough);
    QHeaderView *header = m_plant->table()->horizontalHeader();
    const int name = MachineRegistryModel::Name;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {},
                      {header->sectionViewportPosition(name) + 30, header->height() / 2});
    QCOMPARE(m_plant->ids(), u"M-2 M-1"_s);
    header->resizeSection(name, 321);
    m_plant->restart();
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-2 M-1"_s, longEnough);
    QCOMPARE(m_plant->table()->columnWidth(name), 321);
}

void RegistryViewTest::linesHaveTheirMachinesCounted()
{
    m_plant->post({u"M-1"_s, u"M-2"_s}, u"Press"_s);
    RegisteredMachine moved = entryOf(u"M-3"_s);
    moved.assignments = {{std::nullopt, LineId(u"Weld"_s)}};
    m_plant->enter({moved});
    m_plant->showPart(Place::Part::Lines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"Press Weld"_s, longEnough);
    QCOMPARE(m_plant->cell(u"Press"_s, u"Machines"_s), u"2"_s);
    QCOMPARE(m_plant->cell(u"Weld"_s, u"Machines"_s), u"1"_s);
    QCOMPARE(m_plant->cell(u"Weld"_s, u"New"_s), u"New"_s);
    m_plant->select({u"Weld"_s});
    m_plant->click("confirmEntries");
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->cell(u"Weld"_s, u"New"_s), QString(), longEnough);
    QVERIFY(m_plant->registry().lines.at(LineId(u"Weld"_s)).confirmed);
}

void RegistryViewTest::aPageThatIsNotSeenAsksNothing()
{
    m_plant->enter({entryOf(u"M-1"_s)});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1"_s, longEnough);
    int answers = 0;
    connect(m_plant->monitor().queries(), &StoreQueries::answered, this, [&answers] { ++answers; });
    QTRY_VERIFY_WITH_TIMEOUT(answers > 1, longEnough); // it asks again and again
    m_plant->window().openLink(linkTo(Place::overview()));
    QSignalSpy snapshots(&m_plant->monitor(), &Monitor::snapshotPublished);
    QVERIFY(snapshots.wait(longEnough)); // what was asked before is answered by then
    answers = 0;
    for (int i = 0; i < 4; ++i) // longer than between two questions
        QVERIFY(snapshots.wait(longEnough));
    QCOMPARE(answers, 0);
}

void RegistryViewTest::whatIsSelectedIsCopied()
{
    m_plant->enter({entryOf(u"M-1"_s, "Press"), entryOf(u"M-2"_s), entryOf(u"M-3"_s, "Mould")});
    m_plant->showPart(Place::Part::Machines);
    QTRY_COMPARE_WITH_TIMEOUT(m_plant->ids(), u"M-1 M-2 M-3"_s, longEnough);
    m_plant->select({u"M-1"_s, u"M-3"_s});
    QTest::keyClick(m_plant->table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList rows = QGuiApplication::clipboard()->text().split(u'\n');
    QCOMPARE(rows.size(), 2);
    QVERIFY2(rows[0].startsWith(u"M-1\tPress\t"_s), qPrintable(rows[0]));
    QVERIFY2(rows[1].startsWith(u"M-3\tMould\t"_s), qPrintable(rows[1]));
}

LINEWATCH_WIDGET_TEST(RegistryViewTest)
#include "tst_registryview.moc"
