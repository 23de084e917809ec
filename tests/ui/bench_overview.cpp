// SPDX-License-Identifier: GPL-3.0-or-later
// Not a test: how long the window works on one snapshot. The GUI thread may be busy for 16 ms at a stretch.
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/pages/overviewpage.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/machinegrid.h"

#include <QScrollBar>
#include <QTest>

using namespace linewatch::ui;

namespace {

/** The page as large as it is in a window of 1920x1080. */
struct ShownPage {
    ShownPage()
    {
        page.resize(1740, 960);
        page.show();
    }

    FakeScheme desktop;
    ThemeController themes{desktop};
    OverviewPage page{themes, madeFormats()};
};

} // namespace

class BenchOverview : public QObject
{
    Q_OBJECT

private slots:
    void showAndPaint_data();
    void showAndPaint();
    void scroll_data() { showAndPaint_data(); }
    void scroll();
};

void BenchOverview::showAndPaint_data()
{
    QTest::addColumn<int>("lines");
    QTest::newRow("40 machines") << 4;
    QTest::newRow("2,000 machines") << 200;
    QTest::newRow("10,000 machines") << 1000;
}

void BenchOverview::showAndPaint()
{
    QFETCH(int, lines);
    ShownPage shown;
    OverviewPage &page = shown.page;
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    // Every machine is another in each: the worst that can come.
    const auto one = shared(madeSnapshot({.lines = lines, .seed = 1}));
    const auto other = shared(madeSnapshot({.lines = lines, .seed = 2}));
    QBENCHMARK
    {
        page.showSnapshot(one);
        page.grab();
        page.showSnapshot(other);
        page.grab();
    }
}

/** One notch of a mouse wheel and the painting that follows. */
void BenchOverview::scroll()
{
    QFETCH(int, lines);
    ShownPage shown;
    OverviewPage &page = shown.page;
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    page.showSnapshot(shared(madeSnapshot({.lines = lines, .seed = 1})));
    page.grab();
    auto *grid = page.findChild<MachineGrid *>();
    constexpr int notch = 60;
    QScrollBar *bar = grid->verticalScrollBar();
    int value = 0;
    QBENCHMARK
    {
        value = value + notch > bar->maximum() ? 0 : value + notch;
        bar->setValue(value);
        grid->viewport()->repaint();
    }
}

QTEST_MAIN(BenchOverview)
#include "bench_overview.moc"
