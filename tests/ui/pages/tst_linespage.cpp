// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/comparisonchart.h"
#include "ui/charts/paretochart.h"
#include "ui/charts/trendchart.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/comparison.h"
#include "ui/models/grouptablemodel.h"
#include "ui/pages/linespage.h"
#include "ui/models/settlingtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/comparechoice.h"
#include "ui/widgets/explainpopup.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/keyfigurecard.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const LineId press(std::string("Press 2"));

} // namespace

/** The page over a real store, as a user has it. */
class TestLinesPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void everyLineHasARowWithItsFigures();
    void linesAreSortedByTheirFigures();
    void spaceSortsByTheColumnOfTheKeys();
    void returnAndADoubleClickLeadToTheLine();
    void aBarOfTheParetoLeadsToItsLine();
    void aLineHasFiguresTrendAndMachines();
    void machinesAndEventsAreLedTo();
    void figuresAreExplained();
    void theMenuOfARowLeadsAndExplains();
    void everyFigureOfARowExplainsItself();
    void aLineIsComparedWithAnother();
    void aLineIsComparedWithTheWindowBefore();
    void aLineIsComparedWithAnotherWindow();
    void escapeEndsComparing();
    void anotherLineIsNotCompared();
    void noEventsAreSaidInWords();
    void aStoreThatCannotBeReadIsSaidInWords();
    void everythingHasANameAndIsReachedByTab();
    void nothingIsAskedWhileItIsHidden();

private:
    FigureTable *table() const;
    QString cell(const FigureTable &table, const QString &name, int column) const;
    QStringList names(const FigureTable &table) const;
    QPushButton *button(const QString &text) const;
    KeyFigureCard *card(const QString &label) const;
    QComboBox *combo() const { return m_page->findChild<QComboBox *>(); }
    bool says(const QString &words) const;
    void goTo(const Place &place);
    void choose(int index);
    bool isComparing() const;
    QString difference(int row) const;
    void explainRow(int row, const QString &entry);
    LineReport read(const LineId &line, TimeWindow window);

    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    const Translations m_english{madeFormats().locale()};
    test::TestStore m_store;
    std::unique_ptr<AskedStore> m_asked;
    std::unique_ptr<LinesPage> m_page;
    std::vector<Place> m_chosen;
};

void TestLinesPage::initTestCase()
{
    writeMadeLines(m_store);
    m_asked = std::make_unique<AskedStore>(m_store);
}

void TestLinesPage::init()
{
    m_chosen.clear();
    m_page = std::make_unique<LinesPage>(m_themes, madeFormats());
    connect(m_page.get(), &Page::placeChosen, this,
            [this](const Place &place) { m_chosen.push_back(place); });
    m_page->resize(1180, 690);
    m_page->setStore(m_asked->queries(), StateRules());
    m_page->setShownTime({madeHour(), true});
    m_page->setPlace(Place::lines());
    m_page->show();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    QTRY_VERIFY(table() && table()->model()->rowCount() == 6);
}

void TestLinesPage::cleanup()
{
    m_page.reset();
}

FigureTable *TestLinesPage::table() const
{
    for (FigureTable *candidate : m_page->findChildren<FigureTable *>()) {
        if (candidate->isVisible())
            return candidate;
    }
    return nullptr;
}

QStringList TestLinesPage::names(const FigureTable &table) const
{
    QStringList names;
    for (int row = 0; row < table.model()->rowCount(); ++row)
        names << table.model()->index(row, 0).data().toString();
    return names;
}

QString TestLinesPage::cell(const FigureTable &table, const QString &name, int column) const
{
    const auto row = static_cast<int>(names(table).indexOf(name));
    return table.model()->index(row, column).data().toString();
}

QPushButton *TestLinesPage::button(const QString &text) const
{
    for (QPushButton *candidate : m_page->findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

KeyFigureCard *TestLinesPage::card(const QString &label) const
{
    for (KeyFigureCard *candidate : m_page->findChildren<KeyFigureCard *>()) {
        if (candidate->accessibleName() == label)
            return candidate;
    }
    return nullptr;
}

bool TestLinesPage::says(const QString &words) const
{
    for (const QLabel *label : m_page->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(words))
            return true;
    }
    return false;
}

void TestLinesPage::goTo(const Place &place)
{
    m_page->setPlace(place);
    QTRY_VERIFY(table() && table()->accessibleName() == QStringLiteral("Machines of the line"));
    QTRY_VERIFY(says(place.line.toString()));
}

void TestLinesPage::choose(int index)
{
    combo()->setCurrentIndex(index);
    emit combo()->activated(index);
}

bool TestLinesPage::isComparing() const
{
    const FigureTable *shown = table();
    return shown && shown->accessibleName() == QStringLiteral("Figures compared");
}

QString TestLinesPage::difference(int row) const
{
    return table()->model()->index(row, ComparisonModel::Difference).data().toString();
}

LineReport TestLinesPage::read(const LineId &line, TimeWindow window)
{
    return readLineReport(m_store.reader(), line, window, madeNow(), StateRules()).value();
}

void TestLinesPage::everyLineHasARowWithItsFigures()
{
    QCOMPARE(names(*table()),
             (QStringList{QStringLiteral("Mould 3"), QStringLiteral("Pack 1"), QStringLiteral("Paint A"),
                          QStringLiteral("Press 2"), QStringLiteral("Weld 1"), QStringLiteral("Weld 10")}));
    for (const QString &name : names(*table())) {
        const GroupFigures figures = read(LineId(name), madeHour()).line.now;
        const auto text = [&](int column) { return cell(*table(), name, column); };
        QCOMPARE(text(GroupTableModel::Events), madeFormats().count(figures.totals.events));
        QCOMPARE(text(GroupTableModel::Rate), madeFormats().decimal(*figures.defectRate()));
        QCOMPARE(text(GroupTableModel::Percent), madeFormats().decimal(*figures.defectsPercent()));
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

void TestLinesPage::aLineHasFiguresTrendAndMachines()
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

void TestLinesPage::machinesAndEventsAreLedTo()
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

void TestLinesPage::figuresAreExplained()
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

void TestLinesPage::theMenuOfARowLeadsAndExplains()
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

void TestLinesPage::everyFigureOfARowExplainsItself()
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
void TestLinesPage::explainRow(int row, const QString &entry)
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

void TestLinesPage::aLineIsComparedWithAnother()
{
    goTo(Place::ofLine(press));
    const int weld = combo()->findText(QStringLiteral("Weld 1"));
    QVERIFY(weld > 0);
    QCOMPARE(combo()->findText(QStringLiteral("Press 2")), -1); // not with itself
    combo()->setFocus();
    choose(weld);
    QTRY_VERIFY(isComparing());
    const GroupFigures shown = read(press, madeHour()).line.now;
    const GroupFigures other = read(LineId(std::string("Weld 1")), madeHour()).line.now;
    const double apart = shown.defectRate()->toDouble() - other.defectRate()->toDouble();
    QCOMPARE(difference(0), madeFormats().change(apart, 2));
    QCOMPARE(table()->model()->headerData(1, Qt::Horizontal).toString(), QStringLiteral("Press 2"));
    QCOMPARE(table()->model()->headerData(2, Qt::Horizontal).toString(), QStringLiteral("Weld 1"));
    int charts = 0;
    for (const ComparisonChart *chart : m_page->findChildren<ComparisonChart *>())
        charts += chart->isVisible() ? 1 : 0;
    QCOMPARE(charts, 2);
    QTest::mouseClick(button(QStringLiteral("End comparison")), Qt::LeftButton);
    QTRY_VERIFY(!isComparing());
    QCOMPARE(combo()->currentText(), QStringLiteral("Nothing"));
}

void TestLinesPage::aLineIsComparedWithTheWindowBefore()
{
    goTo(Place::ofLine(press));
    QCOMPARE(combo()->itemText(1), QStringLiteral("The hour before"));
    choose(1);
    QTRY_VERIFY(isComparing());
    const LineReport shown = read(press, madeHour());
    const QString apart = QString::number(shown.line.now.totals.defects - shown.line.before.totals.defects);
    QCOMPARE(difference(3).remove(QLatin1Char('+')).replace(QChar(u'\u2212'), QLatin1Char('-')), apart);
}

void TestLinesPage::aLineIsComparedWithAnotherWindow()
{
    goTo(Place::ofLine(press));
    choose(2);
    QTRY_VERIFY(m_page->findChild<RangeDialog *>() && m_page->findChild<RangeDialog *>()->isVisible());
    QCOMPARE(combo()->currentText(), QStringLiteral("Nothing")); // as long as none is chosen
    auto *dialog = m_page->findChild<RangeDialog *>();
    const TimeWindow chosen = dialog->range();
    dialog->accept();
    QTRY_VERIFY(isComparing());
    QCOMPARE(table()->model()->headerData(2, Qt::Horizontal).toString(),
             QStringLiteral("%1 %2 %3")
                 .arg(madeFormats().dateAndTime(chosen.start), dash, madeFormats().time(chosen.end)));
    QCOMPARE(table()->model()->index(4, ComparisonModel::Other).data().toString(),
             madeFormats().count(read(press, chosen).line.now.totals.events));
}

void TestLinesPage::escapeEndsComparing()
{
    goTo(Place::ofLine(press));
    choose(1);
    QTRY_VERIFY(isComparing());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Escape);
    QTRY_VERIFY(!isComparing());
    QCOMPARE(table()->accessibleName(), QStringLiteral("Machines of the line"));
}

void TestLinesPage::anotherLineIsNotCompared()
{
    goTo(Place::ofLine(press));
    choose(1);
    QTRY_VERIFY(isComparing());
    goTo(Place::ofLine(LineId(std::string("Weld 1"))));
    QVERIFY(!isComparing());
    QCOMPARE(combo()->currentText(), QStringLiteral("Nothing"));
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
    m_page->setPlace(Place::ofLine(press));
    QTest::qWait(50);
    QVERIFY(!says(QStringLiteral("Press 2")));
    m_page->show();
    QTRY_VERIFY(says(QStringLiteral("Press 2")));
}

LINEWATCH_WIDGET_TEST(TestLinesPage)
#include "tst_linespage.moc"
