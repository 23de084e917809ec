// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "report/csvwriter.h"
#include "report/memorysink.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

CsvFormat german(const char *zone = "Europe/Berlin")
{
    return CsvFormat::of(CsvPreset::Excel, QLocale(QLocale::German, QLocale::Germany), QTimeZone(zone));
}

/** What a writer makes of one row. */
template <class Write>
QByteArray rowOf(const CsvFormat &format, const Write &write)
{
    MemorySink sink;
    CsvWriter csv(sink, format);
    write(csv);
    if (!csv.endRow() || !csv.flush())
        return "failed";
    return sink.bytes();
}

} // namespace

class CsvWriterTest : public QObject
{
    Q_OBJECT

private slots:
    void textsAreQuotedAndGuardedWhereTheyNeedIt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("comma");
        QTest::addColumn<QByteArray>("semicolon");
        const auto row = [](const char *name, const QByteArray &text, const QByteArray &comma,
                            const QByteArray &semicolon) {
            QTest::newRow(name) << text << comma << semicolon;
        };
        row("plain", "M-1", "M-1", "M-1");
        row("empty", "", "", "");
        row("comma", "a,b", "\"a,b\"", "a,b");
        row("semicolon", "a;b", "a;b", "\"a;b\"");
        row("quote", "3\" pipe", "\"3\"\" pipe\"", "\"3\"\" pipe\"");
        row("line feed", "a\nb", "\"a\nb\"", "\"a\nb\"");
        row("carriage return", "a\rb", "\"a\rb\"", "\"a\rb\"");
        row("equals", "=1+1", "'=1+1", "'=1+1");
        row("plus", "+1", "'+1", "'+1");
        row("minus one", "-1", "'-1", "'-1");
        row("at", "@SUM(A1)", "'@SUM(A1)", "'@SUM(A1)");
        row("tab", "\t=1", "'\t=1", "'\t=1");
        row("leading return", "\r=1", "\"'\r=1\"", "\"'\r=1\"");
        row("formula with all", "=\"a\",b;c", "\"'=\"\"a\"\",b;c\"", "\"'=\"\"a\"\",b;c\"");
        row("apostrophe", "'a", "'a", "'a");
        row("minus within", "a-1=b", "a-1=b", "a-1=b");
        row("emoji", "\xF0\x9F\x8F\xAD", "\xF0\x9F\x8F\xAD", "\xF0\x9F\x8F\xAD");
    }
    void textsAreQuotedAndGuardedWhereTheyNeedIt()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, comma);
        QFETCH(QByteArray, semicolon);
        const auto write = [&text](CsvWriter &csv) { csv.text(text.toStdString()); };
        QCOMPARE(rowOf({}, write), comma + "\r\n");
        QCOMPARE(rowOf(german(), write), "\xEF\xBB\xBF" + semicolon + "\r\n");
    }

    void numbersAreNeverGuardedNorGrouped()
    {
        const auto write = [](CsvWriter &csv) {
            csv.number(std::int64_t{-1});
            csv.number(std::int64_t{1'234'567});
            csv.number(Decimal{123'456, 2});
            csv.number(Decimal{5, 4});
            csv.empty();
        };
        QCOMPARE(rowOf({}, write), "-1,1234567,1234.56,0.0005,\r\n");
        QCOMPARE(rowOf(german(), write), "\xEF\xBB\xBF-1;1234567;1234,56;0,0005;\r\n");
    }

    void aDecimalCommaBetweenCommasIsQuoted()
    {
        const CsvFormat format{',', ',', false, {}};
        QCOMPARE(rowOf(format, [](CsvWriter &csv) { csv.number(Decimal{15, 1}); }), "\"1,5\"\r\n");
    }

    void timesKeepTheirInstant_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("utc");
        QTest::addColumn<QByteArray>("local");
        const auto row = [](const char *name, const char *zone, const char *utc, const char *local) {
            QTest::newRow(name) << QByteArray(zone) << QByteArray(utc) << QByteArray(local);
        };
        row("winter", "Europe/Berlin", "2026-01-15T10:12:03.123456Z", "2026-01-15T11:12:03.123456+01:00");
        row("summer", "Europe/Berlin", "2026-07-15T10:00:00Z", "2026-07-15T12:00:00+02:00");
        row("next day", "Asia/Tokyo", "2026-01-15T23:30:00Z", "2026-01-16T08:30:00+09:00");
        row("half hours west", "America/St_Johns", "2026-01-15T02:00:00Z", "2026-01-14T22:30:00-03:30");
        row("the hour that comes twice", "Europe/Berlin", "2026-10-25T00:30:00Z",
            "2026-10-25T02:30:00+02:00");
        row("comes again", "Europe/Berlin", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00+01:00");
        row("a mean time with seconds", "Europe/Amsterdam", "1900-01-01T00:00:00Z", "");
    }
    void timesKeepTheirInstant()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, utc);
        QFETCH(QByteArray, local);
        const Instant instant = at(utc.toStdString());
        const auto write = [instant](CsvWriter &csv) { csv.time(instant); };
        QCOMPARE(rowOf({}, write), utc + "\r\n");
        const QByteArray written = rowOf(german(zone.constData()), write).mid(3).trimmed();
        if (!local.isEmpty())
            QCOMPARE(written, local);
        QCOMPARE(text(at(written.toStdString())), QString::fromLatin1(utc));
    }

    void bytesComeInBlocks()
    {
        MemorySink sink;
        CsvWriter csv(sink, {});
        for (int row = 0; row < 100'000; ++row) {
            csv.text("a text of some length");
            QVERIFY(csv.endRow());
        }
        QVERIFY(csv.flush());
        QCOMPARE(sink.bytes().size(), 100'000 * 23);
        QVERIFY(sink.largest() < 70'000);
    }

    void aSinkThatFailsEndsIt()
    {
        MemorySink sink(0);
        CsvWriter csv(sink, {});
        csv.text("a");
        QVERIFY(csv.endRow()); // still in the block
        const Result<void> flushed = csv.flush();
        QVERIFY(!flushed);
        QCOMPARE(flushed.failure().message, QStringLiteral("there is no room"));
    }
};

LINEWATCH_TEST(CsvWriterTest)
#include "tst_csvwriter.moc"
