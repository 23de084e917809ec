// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvformat.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;

class CsvFormatTest : public QObject
{
    Q_OBJECT

private slots:
    void dataTakesNoNoticeOfTheLocale()
    {
        const CsvFormat format =
            CsvFormat::of(CsvPreset::Data, QLocale(QLocale::German), QTimeZone("Asia/Tokyo"));
        QCOMPARE(format.separator, ',');
        QCOMPARE(format.decimalMark, '.');
        QVERIFY(!format.byteOrderMark);
        QVERIFY(!format.zone);
    }

    void excelFollowsTheLocale_data()
    {
        QTest::addColumn<QLocale>("locale");
        QTest::addColumn<char>("separator");
        QTest::addColumn<char>("decimalMark");
        QTest::newRow("C") << QLocale::c() << ',' << '.';
        QTest::newRow("en_US") << QLocale(QLocale::English, QLocale::UnitedStates) << ',' << '.';
        QTest::newRow("de_DE") << QLocale(QLocale::German, QLocale::Germany) << ';' << ',';
        QTest::newRow("de_CH") << QLocale(QLocale::German, QLocale::Switzerland) << ',' << '.';
        QTest::newRow("fr_FR") << QLocale(QLocale::French, QLocale::France) << ';' << ',';
        QTest::newRow("a mark that is neither") << QLocale(QLocale::Persian) << ',' << '.';
    }
    void excelFollowsTheLocale()
    {
        QFETCH(QLocale, locale);
        QFETCH(char, separator);
        QFETCH(char, decimalMark);
        const CsvFormat format = CsvFormat::of(CsvPreset::Excel, locale, QTimeZone("Europe/Berlin"));
        QCOMPARE(format.separator, separator);
        QCOMPARE(format.decimalMark, decimalMark);
        QVERIFY(format.byteOrderMark);
        QCOMPARE(format.zone.value(), QTimeZone("Europe/Berlin"));
    }
};

LINEWATCH_TEST(CsvFormatTest)
#include "tst_csvformat.moc"
