// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/charts/comparisonchart.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/models/comparison.h"
#include "ui/pages/linespagetest.h"

#include <QComboBox>
#include <QPushButton>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** A line beside another line or another window. */
class TestComparedLines : public LinesPageTest
{
    Q_OBJECT

private slots:
    void aLineIsComparedWithAnother();
    void aLineIsComparedWithTheWindowBefore();
    void aLineIsComparedWithAnotherWindow();
    void escapeEndsComparing();
    void anotherLineIsNotCompared();

private:
    QComboBox *combo() const { return m_page->findChild<QComboBox *>(); }
    void choose(int index);
    bool isComparing() const;
    QString difference(int row) const;
};

void TestComparedLines::choose(int index)
{
    combo()->setCurrentIndex(index);
    emit combo()->activated(index);
}

bool TestComparedLines::isComparing() const
{
    const FigureTable *shown = table();
    return shown && shown->accessibleName() == QStringLiteral("Figures compared");
}

QString TestComparedLines::difference(int row) const
{
    return table()->model()->index(row, ComparisonModel::Difference).data().toString();
}

void TestComparedLines::aLineIsComparedWithAnother()
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

void TestComparedLines::aLineIsComparedWithTheWindowBefore()
{
    goTo(Place::ofLine(press));
    QCOMPARE(combo()->itemText(1), QStringLiteral("The hour before"));
    choose(1);
    QTRY_VERIFY(isComparing());
    const LineReport shown = read(press, madeHour());
    const QString apart = QString::number(shown.line.now.totals.defects - shown.line.before.totals.defects);
    QCOMPARE(difference(3).remove(QLatin1Char('+')).replace(QChar(u'\u2212'), QLatin1Char('-')), apart);
}

void TestComparedLines::aLineIsComparedWithAnotherWindow()
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

void TestComparedLines::escapeEndsComparing()
{
    goTo(Place::ofLine(press));
    choose(1);
    QTRY_VERIFY(isComparing());
    table()->setFocus();
    QTest::keyClick(table(), Qt::Key_Escape);
    QTRY_VERIFY(!isComparing());
    QCOMPARE(table()->accessibleName(), QStringLiteral("Machines of the line"));
}

void TestComparedLines::anotherLineIsNotCompared()
{
    goTo(Place::ofLine(press));
    choose(1);
    QTRY_VERIFY(isComparing());
    goTo(Place::ofLine(LineId(std::string("Weld 1"))));
    QVERIFY(!isComparing());
    QCOMPARE(combo()->currentText(), QStringLiteral("Nothing"));
}

LINEWATCH_WIDGET_TEST(TestComparedLines)
#include "tst_comparedlines.moc"
