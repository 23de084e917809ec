// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/pages/eventspagetest.h"

#include "ui/models/rejecttext.h"

#include <QAbstractButton>
#include <QAbstractItemModelTester>
#include <QCompleter>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The list of what was rejected. */
class TestRejectedEvents : public EventsPageTest
{
    Q_OBJECT

private slots:
    void rejectedEventsAreListedWithWhatToDo();
    void rejectedEventsAreFilteredByReason();
    void rejectedEventsAreFilteredBySender();
    void thePlaceSaysAllThatIsListed();
    void moreRejectedEventsAreReadWhenScrolledTo();
    void everyReasonHasWordsAndAdvice();

private:
    void rejectFrom(const char *sender, RejectReason reason, Instant received);
};

void TestRejectedEvents::rejectedEventsAreListedWithWhatToDo()
{
    m_store->reject(RejectReason::InvalidDuration, "M-1", "{\"eventId\":\"E-8\",\n \"durationMs\":-1}",
                    window().start + 1h);
    m_store->reject(RejectReason::MissingMachineId, "", "{}", window().start + 2h);
    m_store->reject(RejectReason::EventInFuture, "M-2", "{}", window().end);
    showRejected();
    QTRY_COMPARE(rejected()->model()->rowCount(), 2);
    const QAbstractItemModelTester tester(rejected()->model(),
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(cell(rejected(), 0, RejectionsTableModel::Reason), QStringLiteral("Machine missing"));
    QCOMPARE(cell(rejected(), 0, RejectionsTableModel::Machine), QString(dash));
    QCOMPARE(cell(rejected(), 1, RejectionsTableModel::Raw),
             QStringLiteral("{\"eventId\":\"E-8\", \"durationMs\":-1}"));
    rejected()->setFocus();
    QTest::keyClick(rejected(), Qt::Key_End);
    QVERIFY(says(QStringLiteral("Duration not valid (INVALID_DURATION)")));
    QVERIFY(says(QStringLiteral("wrong unit")));
    QVERIFY(says(QStringLiteral("Sent by 10.0.0.7")));
    QCOMPARE(named<QPlainTextEdit>(QStringLiteral("What was sent"))->toPlainText(),
             QStringLiteral("{\"eventId\":\"E-8\",\n \"durationMs\":-1}"));
    QSignalSpy places(m_page.get(), &Page::placeChosen);
    QTest::keyClick(button(QStringLiteral("Machine M-1")), Qt::Key_Space);
    QCOMPARE(places.count(), 1);
    QTest::keyClick(rejected(), Qt::Key_Home);
    QVERIFY(!button(QStringLiteral("Machine M-1")));
}

void TestRejectedEvents::rejectedEventsAreFilteredByReason()
{
    for (int i = 0; i < 5; ++i)
        m_store->reject(i % 2 ? RejectReason::InvalidDuration : RejectReason::EventTooOld,
                        i < 3 ? "M-1" : "M-2", "{}", window().start + std::chrono::hours{i + 1});
    showRejected();
    QTRY_COMPARE(rejected()->model()->rowCount(), 5);
    auto *reasons = named<QPushButton>(QStringLiteral("Reasons shown"));
    const auto actions = reasons->menu()->actions();
    QCOMPARE(actions.size(), 3);
    QCOMPARE(actions[0]->text(), QStringLiteral("Every reason (5)"));
    QCOMPARE(actions[1]->text(), QStringLiteral("Too old (3)"));
    QCOMPARE(actions[2]->text(), QStringLiteral("Duration not valid (2)"));
    actions[1]->trigger();
    QTRY_COMPARE(rejected()->model()->rowCount(), 3);
    QTest::keyClicks(machine(), QStringLiteral("M-1"));
    QTest::keyClick(machine(), Qt::Key_Return);
    QTRY_COMPARE(rejected()->model()->rowCount(), 2);
    QVERIFY(says(QStringLiteral("2 rejected")));
    button(QStringLiteral("Clear the filter"))->click();
    QTRY_COMPARE(rejected()->model()->rowCount(), 5);
    // Nothing of it is left among the events.
    auto *segment = named<QAbstractButton>(QStringLiteral("Events that were rejected"));
    segment->setFocus();
    QTest::keyClick(segment, Qt::Key_Left);
    QTRY_VERIFY(events()->isVisible());
    QCOMPARE(events()->model()->rowCount(), 90);
}

void TestRejectedEvents::rejectedEventsAreFilteredBySender()
{
    for (int i = 0; i < 6; ++i)
        rejectFrom(i % 3 == 0 ? "10.0.0.70" : "10.0.0.7",
                   i % 2 == 0 ? RejectReason::InvalidDuration : RejectReason::EventTooOld,
                   window().start + std::chrono::hours{i + 1});
    showRejected();
    QTRY_COMPARE(rejected()->model()->rowCount(), 6);
    const QAbstractItemModel *offered = sender()->completer()->model();
    QCOMPARE(offered->rowCount(), 2);
    QCOMPARE(offered->index(0, 0).data().toString(), QStringLiteral("10.0.0.7"));
    QTest::keyClicks(sender(), QStringLiteral("10.0.0.7"));
    QTest::keyClick(sender(), Qt::Key_Return);
    QTRY_COMPARE(rejected()->model()->rowCount(), 4);
    QVERIFY(says(QStringLiteral("4 rejected")));
    for (int row = 0; row < 4; ++row)
        QCOMPARE(cell(rejected(), row, RejectionsTableModel::Sender), QStringLiteral("10.0.0.7"));
    QCOMPARE(m_page->place().sender, std::string("10.0.0.7"));
    // Those that are not chosen are offered still.
    QCOMPARE(offered->rowCount(), 2);
    const auto reasons = named<QPushButton>(QStringLiteral("Reasons shown"))->menu()->actions();
    QCOMPARE(reasons[1]->text(), QStringLiteral("Duration not valid (2)"));
    reasons[1]->trigger();
    QTRY_COMPARE(rejected()->model()->rowCount(), 2);
    QTest::keyClick(sender(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(sender(), QStringLiteral("nobody"));
    QTest::keyClick(sender(), Qt::Key_Return);
    QTRY_VERIFY(says(QStringLiteral("Nothing was rejected in this window")));
    button(QStringLiteral("Clear the filter"))->click();
    QTRY_COMPARE(rejected()->model()->rowCount(), 6);
    QVERIFY(sender()->text().isEmpty());
}

void TestRejectedEvents::thePlaceSaysAllThatIsListed()
{
    rejectFrom("10.0.0.7", RejectReason::InvalidDuration, window().start + 1h);
    rejectFrom("10.0.0.8", RejectReason::InvalidDuration, window().start + 2h);
    QList<Place> places{m_page->place()};
    connect(m_page.get(), &Page::placeChosen, this, [&places](const Place &place) { places << place; });
    chooseFrom(QStringLiteral("Defects shown"), 1);
    QTRY_COMPARE(events()->model()->rowCount(), 60);
    showRejected();
    QTRY_COMPARE(rejected()->model()->rowCount(), 2);
    QTest::keyClicks(sender(), QStringLiteral("10.0.0.8"));
    QTest::keyClick(sender(), Qt::Key_Return);
    QTRY_COMPARE(rejected()->model()->rowCount(), 1);
    QCOMPARE(places.size(), 4);
    // Back, as the history of the window goes, and by a copied link.
    m_page->setPlace(places[2]);
    QTRY_COMPARE(rejected()->model()->rowCount(), 2);
    QVERIFY(sender()->text().isEmpty());
    m_page->setPlace(places[1]);
    QTRY_VERIFY(events()->isVisible());
    QCOMPARE(events()->model()->rowCount(), 60);
    m_page->setPlace(*placeOf(linkTo(places[3])));
    QTRY_VERIFY(rejected()->isVisible());
    QTRY_COMPARE(rejected()->model()->rowCount(), 1);
    QCOMPARE(sender()->text(), QStringLiteral("10.0.0.8"));
    m_page->setPlace(places[0]);
    QTRY_COMPARE(events()->model()->rowCount(), 90);
}

void TestRejectedEvents::moreRejectedEventsAreReadWhenScrolledTo()
{
    constexpr int count = RejectionsTableModel::PageRows + 37;
    for (int i = 0; i < count; ++i)
        m_store->reject(RejectReason::MalformedEvent, "", std::to_string(i), window().start + i * 1s);
    showRejected();
    QTRY_COMPARE(rejected()->model()->rowCount(), int{RejectionsTableModel::PageRows});
    QVERIFY(says(QStringLiteral("537 rejected")));
    rejected()->setFocus();
    QTest::keyClick(rejected(), Qt::Key_End);
    QTRY_COMPARE(rejected()->model()->rowCount(), count);
    for (int row = 0; row < count; ++row)
        QCOMPARE(cell(rejected(), row, RejectionsTableModel::Raw), QString::number(count - 1 - row));
}

void TestRejectedEvents::everyReasonHasWordsAndAdvice()
{
    QSet<QString> words;
    for (std::size_t i = 1; i < RejectReasonCount; ++i) {
        const auto reason = static_cast<RejectReason>(i);
        QVERIFY(!rejectAdvice(reason).isEmpty());
        words << rejectWords(reason);
    }
    QCOMPARE(words.size(), static_cast<qsizetype>(RejectReasonCount - 1));
    QVERIFY(!words.contains(QString()));
}

void TestRejectedEvents::rejectFrom(const char *sender, RejectReason reason, Instant received)
{
    m_store->reject({received, reason, "M-1", sender, "{}"});
}

LINEWATCH_WIDGET_TEST(TestRejectedEvents)
#include "tst_rejectedevents.moc"
