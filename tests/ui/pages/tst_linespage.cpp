// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/paretochart.h"
#include "ui/models/grouptablemodel.h"
#include "ui/pages/linespagetest.h"

#include <QApplication>
#include <QHeaderView>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The list of all lines, and what the page says where there is nothing to show. */
class TestLinesPage : public LinesPageTest
{
    Q_OBJECT

private slots:
    void everyLineHasARowWithItsFigures();
    void linesAreSortedByTheirFigures();
    void spaceSortsByTheColumnOfTheKeys();
    void returnAndADoubleClickLeadToTheLine();
    void aBarOfTheParetoLeadsToItsLine();
    void noEventsAreSaidInWords();
    void aStoreThatCannotBeReadIsSaidInWords();
    void everythingHasANameAndIsReachedByTab();
    void nothingIsAskedWhileItIsHidden();
};

void TestLinesPage::everyLineHasARowWithItsFigures()
{
    QCOMPARE(names(*table()),
             (QStringList{QStringLiteral("Mould 3"), QStringLiteral("Pack 1"), QStringLiteral("Paint A"),
                          QStringLiteral("Press 2"), QStringLiteral("Weld 1"), QStringLiteral("Weld 10")}));
    for (const QString &name : names(*table())) {
        const GroupFigures figures = read(LineId(name), madeHour()).line.now;
        const auto text = [&](int column) { return cell(*table(), name, column); };
        QCOMPARE(text(GroupTableModel::Events), madeFormats().count(figures.totals.events));
        QCOMPARE(text(GroupTableModel::Rate), madeFormats().rounded(*figures.defectRate(), 2));
        QCOMPARE(text(GroupTableModel::Percent), madeFormats().rounded(*figures.defectsPercent(), 2));
    }
    QVERIFY(cell(*table(), QStringLiteral("Weld 1"), GroupTableModel::State)
                .contains(QStringLiteral("1 Silent")));
}

void TestLinesPage::linesAreSortedByTheirFigures()
{
    const QHeaderView *header = table()->horizontalHeader();
    const int middle = header->sectionViewportPosition(GroupTableModel::Defects)
        + header->sectionSize(GroupTableModel::Defects) / 2;
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {middle, header->height() / 2});
    QStringList ascending = names(*table());
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, {middle, header->height() / 2});
    const QStringList descending = names(*table());
    QVERIFY(ascending != descending);
    const QString worst =
        ascending.first() == QStringLiteral("Press 2") ? ascending.first() : ascending.last();
    QCOMPARE(worst, QStringLiteral("Press 2"));
    std::reverse(ascending.begin(), ascending.end());
    QCOMPARE(ascending, descending);
}

void TestLinesPage::spaceSortsByTheColumnOfTheKeys()
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(0, GroupTableModel::Defects));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(names(*table()).last(), QStringLiteral("Press 2"));
    QTest::keyClick(table(), Qt::Key_Space);
    QCOMPARE(names(*table()).first(), QStringLiteral("Press 2"));
}

void TestLinesPage::returnAndADoubleClickLeadToTheLine()
{
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Down);
    QTest::keyClick(table(), Qt::Key_Return);
    QCOMPARE(m_chosen.size(), std::size_t{1});
    QVERIFY(m_chosen.front() == Place::ofLine(LineId(std::string("Pack 1"))));
    const QPoint where = table()->visualRect(table()->model()->index(3, 2)).center();
    QTest::mouseClick(table()->viewport(), Qt::LeftButton, {}, where);
    QTest::mouseDClick(table()->viewport(), Qt::LeftButton, {}, where);
    QCOMPARE(m_chosen.size(), std::size_t{2});
    QVERIFY(m_chosen.back() == Place::ofLine(press));
}

void TestLinesPage::aBarOfTheParetoLeadsToItsLine()
{
    auto *canvas = m_page->findChild<ParetoChart *>()->findChild<ChartCanvas *>();
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Right);
    QTest::keyClick(canvas, Qt::Key_Return);
    QCOMPARE(m_chosen.size(), std::size_t{1});
    QVERIFY(m_chosen.front() == Place::ofLine(press)); // it has most defects
    const PlotScale scale = canvas->scale(ChartCanvas::Side::Left);
    const QPoint second(qRound(scale.xToPixel(1)), qRound(scale.plot.bottom()) - 3);
    QTest::mouseClick(canvas->viewport(), Qt::LeftButton, {}, second);
    QCOMPARE(m_chosen.size(), std::size_t{2});
    QVERIFY(m_chosen.back() == Place::ofLine(LineId(std::string("Weld 1"))));
}

void TestLinesPage::noEventsAreSaidInWords()
{
    const TimeWindow never{madeNow() - 48h, madeNow() - 47h};
    m_page->setShownTime({never, false});
    QTRY_VERIFY(says(QStringLiteral("No line had an event in this window")));
    m_page->setPlace(Place::ofLine(LineId(std::string("Nowhere"))));
    QTRY_VERIFY(says(QStringLiteral("Nowhere had no event in this window")));
    m_page->setShownTime({madeHour(), true});
    m_page->setPlace(Place::lines());
    QTRY_VERIFY(table() && table()->model()->rowCount() == 6);
}

void TestLinesPage::aStoreThatCannotBeReadIsSaidInWords()
{
    StoreQueries lost([]() -> Result<std::unique_ptr<EventReader>> {
        return Failure{Failure::Kind::Unavailable, Sentence("the disk is gone")};
    });
    m_page->setStore(&lost, StateRules());
    QTRY_VERIFY(says(QStringLiteral("The disk is gone")) || says(QStringLiteral("the disk is gone")));
    QVERIFY(button(QStringLiteral("Try again")));
    m_page->setStore(m_asked->queries(), StateRules());
    QTRY_VERIFY(table() && table()->model()->rowCount() == 6);
    m_page->setStore(nullptr, StateRules());
    QTRY_VERIFY(says(QStringLiteral("no store is open")));
}

void TestLinesPage::everythingHasANameAndIsReachedByTab()
{
    for (const Place &place : {Place::lines(), Place::ofLine(press)}) {
        if (!place.line.isEmpty())
            goTo(place);
        std::set<const QWidget *> reached;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(m_page.get(), Qt::Key_Tab);
            reached.insert(QApplication::focusWidget());
        }
        for (const QWidget *widget : m_page->findChildren<QWidget *>()) {
            if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisible() || widget->focusProxy())
                continue;
            QVERIFY2(reached.contains(widget), widget->metaObject()->className());
            const auto *asButton = qobject_cast<const QPushButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                     widget->metaObject()->className());
        }
    }
}

void TestLinesPage::nothingIsAskedWhileItIsHidden()
{
    m_page->hide();
    int opened = 0;
    auto queries = std::make_unique<StoreQueries>([&opened]() -> Result<std::unique_ptr<EventReader>> {
        ++opened;
        return Failure{Failure::Kind::Unavailable, Sentence("not to be asked")};
    });
    m_page->setStore(queries.get(), StateRules());
    m_page->setPlace(Place::ofLine(press));
    queries.reset(); // waits for what is being read
    QCOMPARE(opened, 0);
    QVERIFY(!says(QStringLiteral("Press 2")));
    m_page->setStore(m_asked->queries(), StateRules());
    m_page->show();
    QTRY_VERIFY(says(QStringLiteral("Press 2")));
}

LINEWATCH_WIDGET_TEST(TestLinesPage)
#include "tst_linespage.moc"
