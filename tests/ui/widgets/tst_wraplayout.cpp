// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/widgets/figurestrip.h"
#include "ui/widgets/wraplayout.h"

#include <QTest>
#include <QWidget>

using namespace linewatch::ui;

namespace {

/** Always of that size, unless it expands. */
class Block : public QWidget
{
public:
    explicit Block(QSize size, bool expands = false) : m_size(size)
    {
        setSizePolicy(expands ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override { return m_size; }
    QSize minimumSizeHint() const override { return m_size; }

private:
    const QSize m_size;
};

} // namespace

class TestWrapLayout : public QObject
{
    Q_OBJECT

private slots:
    void whatHasRoomStandsInOneRow();
    void whatHasNoRoomGoesBelow();
    void whatExpandsTakesWhatIsLeft();
    void aStripSharesItsCardsAmongItsRows();
    void cardsShareARowByWeight();
};

void TestWrapLayout::whatHasRoomStandsInOneRow()
{
    QWidget parent;
    auto *layout = new WrapLayout(&parent);
    layout->setSpacing(10);
    Block *blocks[] = {new Block({100, 20}), new Block({50, 40})};
    for (Block *block : blocks)
        layout->addWidget(block);
    QCOMPARE(layout->sizeHint(), QSize(160, 40));
    QCOMPARE(layout->heightForWidth(160), 40);
    layout->setGeometry({0, 0, 160, 40});
    QCOMPARE(blocks[0]->geometry(), QRect(0, 10, 100, 20));
    QCOMPARE(blocks[1]->geometry(), QRect(110, 0, 50, 40));
}

void TestWrapLayout::whatHasNoRoomGoesBelow()
{
    QWidget parent;
    auto *layout = new WrapLayout(&parent);
    layout->setSpacing(10);
    layout->setAlignment(Qt::AlignRight);
    Block *blocks[] = {new Block({100, 20}), new Block({50, 40})};
    for (Block *block : blocks)
        layout->addWidget(block);
    QCOMPARE(layout->minimumSize().width(), 100);
    QCOMPARE(layout->heightForWidth(159), 70);
    layout->setGeometry({0, 0, 159, 70});
    QCOMPARE(blocks[0]->geometry(), QRect(59, 0, 100, 20));
    QCOMPARE(blocks[1]->geometry(), QRect(109, 30, 50, 40));
}

void TestWrapLayout::whatExpandsTakesWhatIsLeft()
{
    QWidget parent;
    auto *layout = new WrapLayout(&parent);
    layout->setSpacing(10);
    auto *field = new Block({100, 20}, true);
    field->setMaximumWidth(150);
    auto *button = new Block({50, 20});
    layout->addWidget(field);
    layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
    layout->addWidget(button);
    layout->setGeometry({0, 0, 400, 20});
    QVERIFY(field->width() <= 150);
    QCOMPARE(button->geometry(), QRect(350, 0, 50, 20));
    layout->setGeometry({0, 0, 120, 50});
    QCOMPARE(button->y(), 30);
}

void TestWrapLayout::aStripSharesItsCardsAmongItsRows()
{
    FigureStrip strip(10);
    for (int i = 0; i < 5; ++i)
        strip.addCard(new Block({100, 50}), 1);
    QCOMPARE(strip.heightForWidth(540), 50);
    QCOMPARE(strip.heightForWidth(539), 110); // 3 and 2, though 4 and 1 had room
    strip.resize(539, 110);
    strip.show();
    const auto cards = strip.findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly);
    QCOMPARE(cards.at(2)->y(), 0);
    QCOMPARE(cards.at(3)->y(), 60);
    QCOMPARE(cards.at(2)->geometry().right() + 1, 539);
    QCOMPARE(cards.at(4)->geometry().right() + 1, 539);
    QCOMPARE(strip.heightForWidth(210), 170);
    QCOMPARE(strip.heightForWidth(1), 290);
}

void TestWrapLayout::cardsShareARowByWeight()
{
    FigureStrip strip(10);
    auto *heavy = new Block({50, 50});
    auto *light = new Block({50, 50});
    strip.addCard(heavy, 2);
    strip.addCard(light, 1);
    strip.resize(310, 50);
    strip.show();
    QCOMPARE(heavy->geometry(), QRect(0, 0, 200, 50));
    QCOMPARE(light->geometry(), QRect(210, 0, 100, 50));
}

LINEWATCH_WIDGET_TEST(TestWrapLayout)
#include "tst_wraplayout.moc"
