// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/models/machinegridmodel.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/machinegrid.h"

#include <QAccessible>
#include <QPaintEvent>
#include <QScrollBar>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

/** Sums up what a widget was asked to paint. */
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget *widget) : QObject(widget) { widget->installEventFilter(this); }
    bool eventFilter(QObject *object, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            m_painted += static_cast<QPaintEvent *>(event)->region();
        return QObject::eventFilter(object, event);
    }
    QRegion take() { return std::exchange(m_painted, {}); }

private:
    QRegion m_painted;
};

} // namespace

class TestMachineGrid : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void arrowsWalkTheTiles();
    void theFocusedTileIsScrolledIntoSight();
    void aClickChoosesATile();
    void onlyChangedTilesArePainted();
    void changesOutOfSightPaintNothing();
    void whatIsInSightStaysWhenMachinesComeAbove();
    void theTopStaysTheTop();
    void aMachineThatGoesTakesNoFocusWithIt();
    void screenReadersHearTheTile();
    void thousandsOfTilesFitBehindTheScrollBar();

private:
    void update(LiveSnapshot snapshot) { m_model->update(shared(std::move(snapshot))); }
    QRect rectOf(int row) const { return m_grid->visualRect(m_model->index(row)); }

    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
    std::unique_ptr<MachineGridModel> m_model;
    std::unique_ptr<MachineGrid> m_grid;
};

void TestMachineGrid::init()
{
    m_model = std::make_unique<MachineGridModel>(madeFormats());
    m_grid = std::make_unique<MachineGrid>(*m_model, m_themes);
    update(madeSnapshot());
    m_grid->resize(660, 420); // three columns
    m_grid->show();
    QVERIFY(QTest::qWaitForWindowActive(m_grid.get()));
    m_grid->setFocus();
    QTRY_VERIFY(m_grid->verticalScrollBar()->maximum() > 0);
}

void TestMachineGrid::cleanup()
{
    m_grid.reset();
    m_model.reset();
}

void TestMachineGrid::arrowsWalkTheTiles()
{
    m_grid->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_grid.get(), Qt::Key_Right);
    QCOMPARE(m_grid->currentIndex().row(), 1);
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QCOMPARE(m_grid->currentIndex().row(), 4);
    QTest::keyClick(m_grid.get(), Qt::Key_Left);
    QCOMPARE(m_grid->currentIndex().row(), 3);
    QTest::keyClick(m_grid.get(), Qt::Key_Up);
    QCOMPARE(m_grid->currentIndex().row(), 0);
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(m_grid->currentIndex().row(), 39);
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(m_grid->currentIndex().row(), 0);
    QTest::keyClick(m_grid.get(), Qt::Key_PageDown);
    QVERIFY(m_grid->currentIndex().row() > 6);
}

void TestMachineGrid::theFocusedTileIsScrolledIntoSight()
{
    m_grid->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QVERIFY(m_grid->viewport()->rect().contains(rectOf(39)));
    QTest::keyClick(m_grid.get(), Qt::Key_Home);
    QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
}

void TestMachineGrid::aClickChoosesATile()
{
    QTest::mouseClick(m_grid->viewport(), Qt::LeftButton, {}, rectOf(4).center());
    QCOMPARE(m_grid->currentIndex().row(), 4);
}

void TestMachineGrid::onlyChangedTilesArePainted()
{
    PaintWatch watch(m_grid->viewport());
    m_grid->viewport()->repaint();
    watch.take();
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.machines[4].defectRate = {900, 2};
    update(std::move(snapshot));
    QRegion painted;
    QTRY_VERIFY(!(painted += watch.take()).isEmpty());
    QVERIFY(painted.contains(rectOf(4).center()));
    QVERIFY(!painted.contains(rectOf(3).center()));
    QVERIFY(!painted.contains(rectOf(5).center()));
}

void TestMachineGrid::changesOutOfSightPaintNothing()
{
    PaintWatch watch(m_grid->viewport());
    m_grid->viewport()->repaint();
    watch.take();
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.machines[39].defectRate = {900, 2};
    update(snapshot);
    snapshot.machines[4].defectRate = {800, 2}; // something to wait for
    update(std::move(snapshot));
    QRegion painted;
    QTRY_VERIFY(!(painted += watch.take()).isEmpty());
    QCOMPARE(painted.boundingRect(), rectOf(4));
}

void TestMachineGrid::whatIsInSightStaysWhenMachinesComeAbove()
{
    m_grid->verticalScrollBar()->setValue(300);
    const QPersistentModelIndex seen = m_grid->indexAt(m_grid->viewport()->rect().center());
    const QRect before = m_grid->visualRect(seen);
    QVERIFY(seen.isValid());
    LiveSnapshot snapshot = madeSnapshot();
    for (const char *name : {"M-001", "M-002", "M-003", "M-004", "M-005", "M-006"})
        snapshot.machines.insert(snapshot.machines.begin(), madeMachine("Assembly", name));
    std::ranges::sort(snapshot.machines, {},
                      [](const auto &m) { return std::pair(m.line.utf8(), m.machineId.utf8()); });
    update(std::move(snapshot));
    m_grid->viewport()->repaint();
    QCOMPARE(m_grid->visualRect(seen), before);
}

void TestMachineGrid::theTopStaysTheTop()
{
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.machines.insert(snapshot.machines.begin(), madeMachine("Assembly", "M-001"));
    update(std::move(snapshot));
    m_grid->viewport()->repaint();
    QCOMPARE(m_grid->verticalScrollBar()->value(), 0);
    QVERIFY(m_grid->viewport()->rect().contains(rectOf(0)));
}

void TestMachineGrid::aMachineThatGoesTakesNoFocusWithIt()
{
    m_grid->setCurrentIndex(m_model->index(0));
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.machines.erase(snapshot.machines.begin());
    update(std::move(snapshot));
    QVERIFY(m_grid->currentIndex().isValid());
    update(madeSnapshot({.lines = 0}));
    m_grid->viewport()->repaint();
    QTest::keyClick(m_grid.get(), Qt::Key_Down);
    QVERIFY(!m_grid->currentIndex().isValid());
}

void TestMachineGrid::screenReadersHearTheTile()
{
    QAccessibleInterface *grid = QAccessible::queryAccessibleInterface(m_grid.get());
    QCOMPARE(grid->text(QAccessible::Name), QStringLiteral("Machines"));
    QAccessibleInterface *tile = grid->tableInterface()->cellAt(0, 0);
    QVERIFY(tile);
    QVERIFY(tile->text(QAccessible::Name).startsWith(QStringLiteral("M-401, line Mould 3: Silent")));
}

void TestMachineGrid::thousandsOfTilesFitBehindTheScrollBar()
{
    update(madeSnapshot({.lines = 40, .machinesPerLine = 50}));
    m_grid->viewport()->repaint();
    QVERIFY(m_grid->verticalScrollBar()->maximum() > 40'000);
    QTest::keyClick(m_grid.get(), Qt::Key_End);
    QCOMPARE(m_grid->currentIndex().row(), 1999);
    QVERIFY(m_grid->viewport()->rect().contains(rectOf(1999)));
}

LINEWATCH_WIDGET_TEST(TestMachineGrid)
#include "tst_machinegrid.moc"
