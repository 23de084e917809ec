// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/widgets/tilelayout.h"

#include <QTest>

using namespace linewatch::ui;

namespace {

constexpr TileMetrics metrics{.narrowestTile = 100, .tileHeight = 50, .gap = 10, .headerHeight = 20};

/** Three columns; the first group takes two rows, the others one. */
TileLayout threeGroups(int width = 320)
{
    const std::vector<int> sizes{5, 1, 3};
    return {sizes, width, metrics};
}

} // namespace

class TestTileLayout : public QObject
{
    Q_OBJECT

private slots:
    void asManyColumnsAsFit();
    void columnsShareTheWholeWidth();
    void groupsBeginWithTheirHeader();
    void everyTileIsFoundWhereItLies();
    void betweenTilesIsNothing();
    void onlyWhatIsInSightIsAskedFor();
    void upAndDownKeepTheColumn();
    void upAndDownCrossGroups();
    void emptyLayoutHasNothing();
    void aNarrowPlaceStillHasAColumn();
};

void TestTileLayout::asManyColumnsAsFit()
{
    QCOMPARE(threeGroups(319).columns(), 2);
    QCOMPARE(threeGroups(320).columns(), 3);
    QCOMPARE(threeGroups(430).columns(), 4);
}

void TestTileLayout::columnsShareTheWholeWidth()
{
    const TileLayout layout = threeGroups(328);
    QCOMPARE(layout.tile(0).width(), 103);
    QCOMPARE(layout.tile(0).left(), 0);
    QCOMPARE(layout.tile(2).right(), 327);
    QCOMPARE(layout.tile(1).left() - layout.tile(0).right(), 11);
    QCOMPARE(layout.header(0).right(), 327);
}

void TestTileLayout::groupsBeginWithTheirHeader()
{
    const TileLayout layout = threeGroups();
    QCOMPARE(layout.header(0).top(), 0);
    QCOMPARE(layout.tile(0).top(), 20);
    QCOMPARE(layout.tile(3).top(), 80);
    QCOMPARE(layout.header(1).top(), 140);
    QCOMPARE(layout.tile(5).top(), 160);
    QCOMPARE(layout.height(), 300);
}

void TestTileLayout::everyTileIsFoundWhereItLies()
{
    const TileLayout layout = threeGroups();
    for (int index = 0; index < layout.tiles(); ++index) {
        QCOMPARE(layout.tileAt(layout.tile(index).center()), std::optional(index));
        QCOMPARE(layout.tileAt(layout.tile(index).topLeft()), std::optional(index));
        QCOMPARE(layout.tileAt(layout.tile(index).bottomRight()), std::optional(index));
    }
}

void TestTileLayout::betweenTilesIsNothing()
{
    const TileLayout layout = threeGroups();
    QCOMPARE(layout.tileAt({105, 40}), std::nullopt);
    QCOMPARE(layout.tileAt({50, 5}), std::nullopt);
    QCOMPARE(layout.tileAt({300, 100}), std::nullopt);
    QCOMPARE(layout.tileAt({50, 5000}), std::nullopt);
    QCOMPARE(layout.tileAt({50, -10}), std::nullopt);
}

void TestTileLayout::onlyWhatIsInSightIsAskedFor()
{
    const std::vector<int> sizes(200, 50);
    const TileLayout layout(sizes, 320, metrics);
    const auto [first, end] = layout.tilesBetween(50'000, 50'600);
    QVERIFY(end - first <= 3 * 13);
    QVERIFY(layout.tile(first).bottom() >= 49'940);
    for (int index = 0; index < layout.tiles(); ++index) {
        const QRect tile = layout.tile(index);
        if (tile.bottom() >= 50'000 && tile.top() <= 50'600)
            QVERIFY(index >= first && index < end);
    }
}

void TestTileLayout::upAndDownKeepTheColumn()
{
    const TileLayout layout = threeGroups();
    QCOMPARE(layout.below(1), 4);
    QCOMPARE(layout.above(4), 1);
    QCOMPARE(layout.below(2), 4); // the row below is shorter: its last one
}

void TestTileLayout::upAndDownCrossGroups()
{
    const TileLayout layout = threeGroups();
    QCOMPARE(layout.below(4), 5);
    QCOMPARE(layout.below(5), 6);
    QCOMPARE(layout.above(8), 5);
    QCOMPARE(layout.above(5), 3);
    QCOMPARE(layout.above(0), 0);
    QCOMPARE(layout.below(8), 8);
}

void TestTileLayout::emptyLayoutHasNothing()
{
    const TileLayout layout;
    QCOMPARE(layout.tiles(), 0);
    QCOMPARE(layout.height(), 0);
    QCOMPARE(layout.tileAt({0, 0}), std::nullopt);
    QVERIFY(layout.tile(0).isNull());
}

void TestTileLayout::aNarrowPlaceStillHasAColumn()
{
    const TileLayout layout = threeGroups(40);
    QCOMPARE(layout.columns(), 1);
    QCOMPARE(layout.tile(0).width(), 40);
}

LINEWATCH_TEST(TestTileLayout)
#include "tst_tilelayout.moc"
