// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "model/systemclock.h"
#include "support/testprogram.h"
#include "ui/calculation.h"
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/comparison.h"
#include "ui/models/grouptablemodel.h"
#include "ui/models/machinetablemodel.h"
#include "ui/pages/linespage.h"
#include "ui/pages/machinespage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/explainpopup.h"

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

const LineId press(std::string("Press 2"));

QTableView *tableOf(const QWidget &page, const QString &name)
{
    for (QTableView *candidate : page.findChildren<QTableView *>()) {
        if (candidate->isVisible() && candidate->accessibleName() == name)
            return candidate;
    }
    return nullptr;
}

QString cell(const QTableView &table, int row, int column)
{
    return table.model()->index(row, column).data().toString();
}

/** As by keyboard: the menu of a row, and the entry in it; the popup that it opens, or null. */
ExplainPopup *explained(QWidget &page, QTableView &table, int row, const QString &entry)
{
    table.setFocus();
    table.setCurrentIndex(table.model()->index(row, 1));
    QContextMenuEvent wanted(QContextMenuEvent::Keyboard, QPoint(10, 10),
                             table.viewport()->mapToGlobal(QPoint(10, 10)));
    const bool isOfViewport = table.contextMenuPolicy() == Qt::CustomContextMenu;
    QCoreApplication::sendEvent(isOfViewport ? table.viewport() : &table, &wanted);
    QMenu *menu = nullptr;
    for (QMenu *candidate : page.findChildren<QMenu *>())
        menu = candidate->isVisible() ? candidate : menu;
    if (!menu)
        return nullptr;
    for (QAction *action : menu->actions()) {
        if (action->text().remove(QLatin1Char('&')) == entry)
            menu->setActiveAction(action);
    }
    QTest::keyClick(menu, Qt::Key_Return);
    auto *popup = page.findChild<ExplainPopup *>();
    return QTest::qWaitFor([popup] { return popup->isVisible(); }) ? popup : nullptr;
}

/**
 * The same without the menu on screen: when that goes, the platform of tests takes the window for one that is
 * no longer active, and closes the popup before an answer of the store can come.
 */
ExplainPopup *explainedAtOnce(QWidget &page, QTableView &table, int row, const QString &entry)
{
    QMenu menu;
    emit static_cast<DataTable &>(table).rowMenuWanted(&menu, table.model()->index(row, 1));
    for (QAction *action : menu.actions()) {
        if (action->text().remove(QLatin1Char('&')) == entry)
            action->trigger();
    }
    auto *popup = page.findChild<ExplainPopup *>();
    return QTest::qWaitFor([popup] { return popup->isVisible(); }) ? popup : nullptr;
}

QString calculationOf(const ExplainPopup &popup)
{
    for (const QLabel *label : popup.findChildren<QLabel *>()) {
        if (label->property("tone").toString() == QLatin1String("code"))
            return label->text();
    }
    return {};
}

QPushButton *button(const QWidget &popup, const QString &text)
{
    for (QPushButton *candidate : popup.findChildren<QPushButton *>()) {
        if (candidate->isVisible() && candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    return nullptr;
}

} // namespace

/** Columns that are no numbers, and figures beside each other, as a user asks how they came about. */
class TestExplainedColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        writeMadeLines(m_lines);
        const Instant now = std::chrono::floor<std::chrono::seconds>(SystemClock().now());
        m_now = now;
        m_machines.insert("E-1", test::payloadOf("M-1", now - 2min, 0, "Press 2", 30s), now - 90s);
        m_machines.insert("E-2", test::payloadOf("M-2", now - 20min, 1, "Press 2", 30s), now - 80s);
        m_machines.insert("E-3", test::payloadOf("M-3", now - 1min, 7, "Weld 1", 30s), now - 50s);
        m_machines.insert("E-4", test::payloadOf("M-4", now - 50h, 7, "Weld 1", 30s), now - 40s);
    }

    void statesOfMachinesOnALineExplainThemselves()
    {
        const auto page = linesPage(Place::ofLine(LineId(std::string("Weld 1"))));
        QTableView *table = nullptr;
        QTRY_VERIFY((table = tableOf(*page, QStringLiteral("Machines of the line"))));
        QSet<QString> states;
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            ExplainPopup *popup = explained(*page, *table, row, QStringLiteral("Explain the state"));
            QVERIFY(popup);
            const QString state = cell(*table, row, GroupTableModel::State);
            QCOMPARE(problemOfJudgement(calculationOf(*popup), state), QString());
            states << state;
            popup->close();
        }
        QVERIFY(states.contains(QStringLiteral("Silent")) && states.size() > 1);
    }

    void statesOfLinesExplainThemselves()
    {
        const auto page = linesPage(Place::lines());
        QTableView *table = nullptr;
        QTRY_VERIFY((table = tableOf(*page, QStringLiteral("Lines"))) && table->model()->rowCount() == 6);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            ExplainPopup *popup = explained(*page, *table, row, QStringLiteral("Explain the states"));
            QVERIFY(popup);
            QCOMPARE(popup->accessibleName(),
                     QStringLiteral("Healthy machines of ") + cell(*table, row, GroupTableModel::Name));
            const QString ends = calculationOf(*popup).section(QStringLiteral("= "), -1);
            QCOMPARE(problemOf(*popup, ends), QString());
            popup->close();
        }
    }

    void statesAndLastEventsOfMachinesExplainThemselves()
    {
        const auto page = machinesPage();
        QTableView *table = nullptr;
        QTRY_VERIFY((table = tableOf(*page, QStringLiteral("Machines"))) && table->model()->rowCount() == 4);
        const QStringList states{QStringLiteral("Healthy"), QStringLiteral("Silent"),
                                 QStringLiteral("Warning"), QStringLiteral("No data")};
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            QCOMPARE(cell(*table, row, MachineTableModel::State), states[row]);
            ExplainPopup *popup = explained(*page, *table, row, QStringLiteral("Explain the state"));
            QVERIFY(popup);
            QCOMPARE(problemOfJudgement(calculationOf(*popup), states[row]), QString());
            popup->close();
            QTRY_VERIFY(!table->findChild<QMenu *>());
            popup = explainedAtOnce(*page, *table, row, QStringLiteral("Explain the last event"));
            QVERIFY(popup);
            QVERIFY(calculationOf(*popup).endsWith(cell(*table, row, MachineTableModel::LastEvent)));
            const QString id = QStringLiteral("Event: E-%1").arg(row + 1);
            QTRY_VERIFY(popup->accessibleDescription().contains(id)); // read meanwhile
            popup->close();
        }
    }

    void theLastEventIsLedTo()
    {
        const auto page = machinesPage();
        QTableView *table = nullptr;
        QTRY_VERIFY((table = tableOf(*page, QStringLiteral("Machines"))) && table->model()->rowCount() == 4);
        ExplainPopup *popup = explainedAtOnce(*page, *table, 2, QStringLiteral("Explain the last event"));
        QVERIFY(popup);
        QTRY_VERIFY(popup->accessibleDescription().contains(QStringLiteral("Event: E-3")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QVERIFY(m_places.back() == Place::ofEvent(EventId(std::string("E-3"))));
    }

    void comparedFiguresExplainBothAndTheirDifference_data()
    {
        QTest::addColumn<QString>("with");
        QTest::newRow("another line") << QStringLiteral("Mould 3");
        QTest::newRow("the time before") << QStringLiteral("The hour before");
    }

    void comparedFiguresExplainBothAndTheirDifference()
    {
        QFETCH(QString, with);
        const auto page = comparingPage(with);
        QTableView *table = tableOf(*page, QStringLiteral("Figures compared"));
        QVERIFY(table);
        for (int row = 0; row < table->model()->rowCount(); ++row) {
            table->setFocus();
            table->setCurrentIndex(table->model()->index(row, 0));
            QTest::keyClick(table, Qt::Key_Return);
            auto *popup = page->findChild<ExplainPopup *>();
            QTRY_VERIFY(popup->isVisible());
            const QStringList lines = calculationOf(*popup).split(QLatin1Char('\n'));
            QCOMPARE(lines.size(), 3);
            QCOMPARE(problemOf(lines[0], cell(*table, row, ComparisonModel::Shown)), QString());
            QCOMPARE(problemOf(lines[1], cell(*table, row, ComparisonModel::Other)), QString());
            QCOMPARE(problemOf(lines[2], cell(*table, row, ComparisonModel::Difference)), QString());
            popup->close();
        }
    }

    void aRowsMenuExplainsToo()
    {
        const auto page = comparingPage(QStringLiteral("Mould 3"));
        QTableView *table = tableOf(*page, QStringLiteral("Figures compared"));
        ExplainPopup *popup = explained(*page, *table, 4, QStringLiteral("Explain the number of events"));
        QVERIFY(popup);
        QCOMPARE(popup->accessibleName(), QStringLiteral("Events of Press 2, beside Mould 3"));
        popup->close();
    }

    void theEventsOfBothAreLedTo()
    {
        const auto page = comparingPage(QStringLiteral("Mould 3"));
        QTableView *table = tableOf(*page, QStringLiteral("Figures compared"));
        for (const auto &[text, line] :
             {std::pair(QStringLiteral("Show the events behind it"), press),
              std::pair(QStringLiteral("Those of the other"), LineId(std::string("Mould 3")))}) {
            ExplainPopup *popup = explained(*page, *table, 0, QStringLiteral("Explain the defect rate"));
            QVERIFY(popup);
            QVERIFY(button(*popup, text));
            QVERIFY(button(*popup, text)->width() >= button(*popup, text)->sizeHint().width());
            QTest::mouseClick(button(*popup, text), Qt::LeftButton);
            QVERIFY(m_places.back().page == Place::Page::Events && m_places.back().line == line);
            QVERIFY(m_places.back().window == madeHour());
            QVERIFY(m_places.back().defects == EventDefects::Some);
        }
    }

    void sumsOverWindowsOfAnotherLengthAreNotSubtracted()
    {
        const GroupFigures shown{madeHour(), 4, {340, 2'811'500, 12, 3}};
        const GroupFigures other{{madeHour().start - 2h, madeHour().start}, 4, {700, 5'811'500, 20, 0}};
        for (const ComparedFigure &figure : compareFigures(shown, other, madeFormats())) {
            const Explanation explanation =
                explain(figure.kind, {{}, press}, shown, FigureFacts(OtherSide{press, other}));
            const ExplanationText text = explanationText(explanation, madeFormats());
            QCOMPARE(text.result, figure.difference);
            const bool hasDifference = figure.difference != QString(dash);
            QCOMPARE(text.calculation.count(QLatin1Char('\n')), hasDifference ? 2 : 1);
            QCOMPARE(text.spoken().contains(QStringLiteral("differ in length")), !hasDifference);
        }
    }

private:
    std::unique_ptr<LinesPage> linesPage(const Place &place)
    {
        auto page = std::make_unique<LinesPage>(m_themes, madeFormats());
        show(*page, m_askedLines, {madeHour(), true}, place);
        return page;
    }

    std::unique_ptr<MachinesPage> machinesPage()
    {
        auto page = std::make_unique<MachinesPage>(m_themes, madeFormats(), nullptr);
        show(*page, m_askedMachines, {{m_now - 60h, m_now + 1s}, false}, Place::machines());
        return page;
    }

    std::unique_ptr<LinesPage> comparingPage(const QString &with)
    {
        auto page = linesPage(Place::ofLine(press));
        const auto isShown = [&page](const char *name) {
            return QTest::qWaitFor([&] { return tableOf(*page, QLatin1String(name)) != nullptr; });
        };
        if (!isShown("Machines of the line"))
            return page;
        auto *combo = page->findChild<QComboBox *>();
        combo->setCurrentIndex(combo->findText(with));
        emit combo->activated(combo->currentIndex());
        isShown("Figures compared");
        return page;
    }

    void show(Page &page, AskedStore &store, const ShownTime &time, const Place &place)
    {
        connect(&page, &Page::placeChosen, this, [this](const Place &to) { m_places.push_back(to); });
        page.resize(1180, 690);
        page.setStore(store.queries(), StateRules());
        page.setShownTime(time);
        page.setPlace(place);
        page.show();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    }

    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    const Translations m_english{madeFormats().locale()};
    test::TestStore m_lines;
    test::TestStore m_machines;
    AskedStore m_askedLines{m_lines};
    AskedStore m_askedMachines{m_machines};
    Instant m_now;
    std::vector<Place> m_places; ///< that were chosen
};

LINEWATCH_WIDGET_TEST(TestExplainedColumns)
#include "tst_explainedcolumns.moc"
