// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/models/tabbedtext.h"

using namespace linewatch::ui;

/** Rows as they are copied. */
class TestTabbedText : public QObject
{
    Q_OBJECT

private slots:
    void cellsAreDividedByTabsAndRowsByLines()
    {
        QCOMPARE(tabbedRow({QStringLiteral("M-1"), QString(), QStringLiteral("12")}),
                 QStringLiteral("M-1\t\t12\n"));
    }

    void noCellTearsItsRowApart()
    {
        const QString row =
            tabbedRow({QStringLiteral("a\tb\nc"), QStringLiteral("\t"), QStringLiteral("\n")});
        QCOMPARE(row, QStringLiteral("a b c\t \t \n"));
    }
};

LINEWATCH_TEST(TestTabbedText)
#include "tst_tabbedtext.moc"
