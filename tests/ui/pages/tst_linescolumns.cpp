// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/chartcanvas.h"
#include "ui/charts/trendchart.h"
#include "ui/fakescheme.h"
#include "ui/madelines.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/keptcolumns.h"
#include "ui/models/grouptablemodel.h"
#include "ui/pages/linespage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/figuretable.h"

#include <QHeaderView>
#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** What the Lines page keeps for the next start, and what of its charts other pages show. */
class TestLinesColumns : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        writeMadeLines(m_store);
        m_asked = std::make_unique<AskedStore>(m_store);
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<QSettings>(m_folder->filePath(QStringLiteral("window.ini")),
                                                 QSettings::IniFormat);
        start(Place::lines());
    }
    void cleanup() { m_page.reset(); }
    void orderAndWidthsComeBackWithTheNextStart();
    void aSizedColumnStaysWhatComesIn();
    void whatIsNoStateIsIgnored();
    void widthsBeginAnewWithTheSizeOfText();
    void aPartOfTheTrendIsWantedEverywhere();

private:
    /** As the window does it. */
    void start(const Place &place)
    {
        m_page = std::make_unique<LinesPage>(m_themes, madeFormats());
        keepColumns(*m_page, *m_settings);
        m_page->resize(1180, 690);
        m_page->setStore(m_asked->queries(), StateRules());
        m_page->setShownTime({madeHour(), true});
        m_page->setPlace(place);
        m_page->show();
        QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
        QTRY_VERIFY(!m_page->isWaiting());
    }
    QStringList names() const
    {
        QStringList list;
        const QAbstractItemModel *model = m_page->linesTable().model();
        for (int row = 0; row < model->rowCount(); ++row)
            list << model->index(row, GroupTableModel::Name).data().toString();
        return list;
    }
    /** Drags the right edge of a heading by @p pixels. */
    static void size(FigureTable &table, int column, int pixels)
    {
        QHeaderView *header = table.horizontalHeader();
        const QPoint edge(header->sectionViewportPosition(column) + header->sectionSize(column) - 1,
                          header->height() / 2);
        QWidget *viewport = header->viewport();
        QTest::mouseMove(viewport, edge);
        QTest::mousePress(viewport, Qt::LeftButton, {}, edge);
        QTest::mouseMove(viewport, edge + QPoint(pixels, 0));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, edge + QPoint(pixels, 0));
    }

    FakeScheme m_scheme;
    ThemeController m_themes{m_scheme};
    test::TestStore m_store;
    std::unique_ptr<AskedStore> m_asked;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<LinesPage> m_page;
};

void TestLinesColumns::orderAndWidthsComeBackWithTheNextStart()
{
    FigureTable &table = m_page->linesTable();
    const QStringList byName = names();
    table.setFocus();
    table.setCurrentIndex(table.model()->index(0, GroupTableModel::Defects));
    QTest::keyClick(&table, Qt::Key_Space);
    QTest::keyClick(&table, Qt::Key_Space);
    const QStringList byDefects = names();
    QVERIFY(byDefects != byName);
    const int before = table.columnWidth(GroupTableModel::Events);
    size(table, GroupTableModel::Events, 37);
    QCOMPARE(table.columnWidth(GroupTableModel::Events), before + 37);
    m_page.reset();
    start(Place::lines());
    QCOMPARE(names(), byDefects);
    QCOMPARE(m_page->linesTable().columnWidth(GroupTableModel::Events), before + 37);
    QCOMPARE(m_page->linesTable().horizontalHeader()->sortIndicatorSection(), int{GroupTableModel::Defects});
    // The machines of a line have columns of their own.
    QCOMPARE(m_page->machinesTable().horizontalHeader()->sortIndicatorSection(), int{GroupTableModel::Name});
}

void TestLinesColumns::aSizedColumnStaysWhatComesIn()
{
    FigureTable &table = m_page->linesTable();
    const int before = table.columnWidth(GroupTableModel::Events);
    size(table, GroupTableModel::Events, -20);
    QCOMPARE(table.columnWidth(GroupTableModel::Events), before - 20);
    table.fitColumns();
    m_page->resize(1'400, 690);
    QCOMPARE(table.columnWidth(GroupTableModel::Events), before - 20);
}

void TestLinesColumns::whatIsNoStateIsIgnored()
{
    FigureTable &table = m_page->linesTable();
    QByteArray state;
    connect(&table, &FigureTable::columnsChanged, this, [&state](const QByteArray &said) { state = said; });
    size(table, GroupTableModel::Events, 30);
    QVERIFY(!state.isEmpty());
    const QByteArray right = state;
    const QStringList before = names();
    QRandomGenerator random(3);
    for (int i = 0; i < 500; ++i) {
        QByteArray broken = right;
        if (i % 2 == 0)
            broken.truncate(random.bounded(static_cast<int>(right.size())));
        else
            broken[random.bounded(static_cast<int>(right.size()))] = static_cast<char>(random.bounded(256));
        table.setColumns(broken);
        for (int column = 0; column < table.model()->columnCount(); ++column)
            QVERIFY(table.columnWidth(column) >= 0 && table.columnWidth(column) <= 10'000);
    }
    table.setColumns(right);
    QCOMPARE(names(), before);
    m_settings->setValue(QStringLiteral("lines/columns"), QByteArray("nonsense"));
    m_page.reset();
    start(Place::lines());
    QCOMPARE(names(), before);
}

void TestLinesColumns::widthsBeginAnewWithTheSizeOfText()
{
    FigureTable &table = m_page->linesTable();
    const int before = table.columnWidth(GroupTableModel::Events);
    size(table, GroupTableModel::Events, 300);
    emit m_themes.typeChanged();
    QCOMPARE(table.columnWidth(GroupTableModel::Events), before);
}

void TestLinesColumns::aPartOfTheTrendIsWantedEverywhere()
{
    m_page->setPlace(Place::ofLine(LineId(std::string("Press 2"))));
    std::vector<TimeWindow> chosen;
    connect(m_page.get(), &Page::windowChosen, this,
            [&chosen](TimeWindow window) { chosen.push_back(window); });
    auto *trend = m_page->findChild<TrendChart *>();
    auto *canvas = trend->findChild<ChartCanvas *>();
    QTRY_VERIFY(canvas->isVisible());
    canvas->setFocus();
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 0U); // nothing is zoomed into yet
    QTest::keyClick(canvas, Qt::Key_Right);
    for (int i = 0; i < 9; ++i)
        QTest::keyClick(canvas, Qt::Key_Right, Qt::ShiftModifier);
    QTest::keyClick(canvas, Qt::Key_Return);
    QTest::keyClick(canvas, Qt::Key_Return, Qt::ControlModifier);
    QCOMPARE(chosen.size(), 1U);
    QVERIFY(chosen[0].start == trend->shown().samples.front().span.start);
    QVERIFY(chosen[0].end == trend->shown().samples.back().span.end);
    QVERIFY(chosen[0].length() < madeHour().length());
}

LINEWATCH_WIDGET_TEST(TestLinesColumns)
#include "tst_linescolumns.moc"
