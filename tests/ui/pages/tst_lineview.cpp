// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/charts/trendchart.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/settlingtext.h"
#include "ui/pages/linespagetest.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/keyfigurecard.h"

#include <QApplication>
#include <QContextMenuEvent>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** One line on the Lines page, and how figures there explain themselves. */
class TestLineView : public LinesPageTest
{
    Q_OBJECT

private slots:
    void aLineHasFiguresTrendAndMachines();
    void machinesAndEventsAreLedTo();
    void figuresAreExplained();
    void theMenuOfARowLeadsAndExplains();
    void everyFigureOfARowExplainsItself();

private:
    KeyFigureCard *card(const QString &label) const;
    void explainRow(int row, const QString &entry);
};

KeyFigureCard *TestLineView::card(const QString &label) const
{
    for (KeyFigureCard *candidate : m_page->findChildren<KeyFigureCard *>()) {
        if (candidate->accessibleName() == label)
            return candidate;
    }
    return nullptr;
}

void TestLineView::aLineHasFiguresTrendAndMachines()
{
    goTo(Place::ofLine(press));
    QCOMPARE(names(*table()),
             (QStringList{QStringLiteral("M-101"), QStringLiteral("M-102"), QStringLiteral("M-103"),
                          QStringLiteral("M-104")}));
    const LineReport report = read(press, madeHour());
    QCOMPARE(cell(*table(), QStringLiteral("M-103"), GroupTableModel::Events),
             madeFormats().count(report.machines.at(2).now.totals.events));
    const KeyFigureCard *rate = card(QStringLiteral("Defect rate"));
    QVERIFY(rate && rate->isVisible());
    const QString figure = madeFormats().decimal(*report.line.now.defectRate());
    QVERIFY(rate->accessibleDescription().contains(figure));
    const TrendChart *trend = m_page->findChild<TrendChart *>();
    QCOMPARE(trend->shown().samples.size(), report.trend.size());
    QVERIFY(button(QStringLiteral("Show its events")));
}

void TestLineView::machinesAndEventsAreLedTo()
{
    goTo(Place::ofLine(press));
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Return);
    QVERIFY(m_chosen.back() == Place::ofMachine(MachineId(std::string("M-101"))));
    QTest::mouseClick(button(QStringLiteral("Show its events")), Qt::LeftButton);
    QVERIFY(m_chosen.back() == Place::eventsOfLine(press));
    QTest::mouseClick(button(QString::fromUtf8("\u2039 All lines")), Qt::LeftButton);
    QVERIFY(m_chosen.back() == Place::lines());
}

void TestLineView::figuresAreExplained()
{
    goTo(Place::ofLine(press));
    const GroupFigures figures = read(press, madeHour()).line.now;
    auto *popup = m_page->findChild<ExplainPopup *>();
    for (const QString &label :
         {QStringLiteral("Machines"), QStringLiteral("Events"), QStringLiteral("Defect rate"),
          QStringLiteral("Defects per 100 events"), QStringLiteral("Availability")}) {
        card(label)->setFocus();
        QTest::keyClick(card(label), Qt::Key_Return);
        QTRY_VERIFY(popup->isVisible());
        QVERIFY(popup->accessibleName().contains(label, Qt::CaseInsensitive));
        const QString onCard = card(label)->accessibleDescription().section(QStringLiteral(": "), 1);
        const QString problem = problemOf(*popup, onCard);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(popup->accessibleDescription().contains(settlingHint(Settling::Running)));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
    }
    QTest::mouseClick(card(QStringLiteral("Defect rate")), Qt::LeftButton);
    QTRY_VERIFY(popup->isVisible());
    QVERIFY(popup->accessibleDescription().contains(madeFormats().decimal(*figures.defectRate())));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space); // the link
    QVERIFY(m_chosen.back().page == Place::Page::Events);
    QVERIFY(m_chosen.back().line == press && m_chosen.back().window == madeHour());
}

void TestLineView::theMenuOfARowLeadsAndExplains()
{
    goTo(Place::ofLine(press));
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(2, 0));
    emit table()->customContextMenuRequested(QPoint(10, 10));
    QTRY_VERIFY(m_page->findChild<QMenu *>() && m_page->findChild<QMenu *>()->isVisible());
    auto *menu = m_page->findChild<QMenu *>();
    QTest::keyClick(menu, Qt::Key_D);
    auto *popup = m_page->findChild<ExplainPopup *>();
    QTRY_VERIFY(popup->isVisible());
    QCOMPARE(popup->accessibleName(), QStringLiteral("Defect rate of M-103 on Press 2"));
    popup->close();
}

void TestLineView::everyFigureOfARowExplainsItself()
{
    const std::pair<const char *, int> entries[] = {
        {"Explain the defect rate", GroupTableModel::Rate},
        {"Explain the change of the defect rate", GroupTableModel::Change},
        {"Explain the defects per 100 events", GroupTableModel::Percent},
        {"Explain the unknown share", GroupTableModel::Unknown},
        {"Explain the availability", GroupTableModel::Availability},
        {"Explain the run time", GroupTableModel::RunTime},
        {"Explain the number of events", GroupTableModel::Events},
        {"Explain the known defects", GroupTableModel::Defects},
        {"Explain the number of machines", GroupTableModel::Machines}};
    for (const bool ofLine : {false, true}) {
        if (ofLine)
            goTo(Place::ofLine(press));
        for (const auto &[entry, column] : entries) {
            if (ofLine && column == GroupTableModel::Machines)
                continue;
            for (int row = 0; row < table()->model()->rowCount(); ++row) {
                explainRow(row, QString::fromLatin1(entry));
                const QString cell = table()->model()->index(row, column).data().toString();
                const QString problem = problemOf(*m_page->findChild<ExplainPopup *>(), cell);
                QVERIFY2(problem.isEmpty(),
                         qPrintable(QLatin1String(entry) + QStringLiteral(": ") + problem));
                m_page->findChild<ExplainPopup *>()->close();
            }
        }
    }
}

/** As by keyboard: the menu of the current row, and the entry in it. */
void TestLineView::explainRow(int row, const QString &entry)
{
    table()->setFocus();
    table()->setCurrentIndex(table()->model()->index(row, 1));
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(10, 10),
                             table()->viewport()->mapToGlobal(QPoint(10, 10)));
    QCoreApplication::sendEvent(table()->viewport(), &wanted);
    QMenu *menu = nullptr;
    for (QMenu *candidate : m_page->findChildren<QMenu *>())
        menu = candidate->isVisible() ? candidate : menu;
    QVERIFY(menu);
    for (QAction *action : menu->actions()) {
        if (action->text().remove(QLatin1Char('&')) == entry)
            menu->setActiveAction(action);
    }
    QVERIFY(menu->activeAction());
    QTest::keyClick(menu, Qt::Key_Return);
    QTRY_VERIFY(m_page->findChild<ExplainPopup *>()->isVisible());
}

LINEWATCH_WIDGET_TEST(TestLineView)
#include "tst_lineview.moc"
