// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/rfc3339.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono;

namespace {

const Instant earliest = sys_days{year{0} / January / 1};
const Instant latest = sys_days{year{10000} / January / 1} - microseconds{1};

/** The same instant as a clock at @p offset shows it. */
std::string atOffset(Instant instant, minutes offset)
{
    std::string text = formatRfc3339(instant + offset);
    text.pop_back();
    char zone[32];
    const auto size = static_cast<int>(abs(offset).count());
    std::snprintf(zone, sizeof zone, "%c%02d:%02d", offset < minutes{0} ? '-' : '+', size / 60 % 24,
                  size % 60);
    return text + zone;
}

} // namespace

class Rfc3339Test : public QObject
{
    Q_OBJECT

private slots:
    void readsWhatTheGrammarAllows_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<qint64>("micros");
        const auto row = [](const char *text, qint64 micros) {
            QTest::newRow(text) << std::string(text) << micros;
        };
        row("1970-01-01T00:00:00Z", 0);
        row("2026-01-15T10:12:03Z", 1'768'471'923'000'000);
        row("2026-01-15t10:12:03z", 1'768'471'923'000'000);
        row("2026-01-15T10:12:03.1Z", 1'768'471'923'100'000);
        row("2026-01-15T10:12:03.123456Z", 1'768'471'923'123'456);
        row("2026-01-15T10:12:03.000001Z", 1'768'471'923'000'001);
        row("2026-01-15T11:12:03+01:00", 1'768'471'923'000'000);
        row("2026-01-15T04:42:03-05:30", 1'768'471'923'000'000);
        row("2026-01-15T10:12:03-00:00", 1'768'471'923'000'000);
        row("2026-01-16T10:11:03+23:59", 1'768'471'923'000'000);
        row("2024-02-29T00:00:00Z", 1'709'164'800'000'000);
        row("2000-02-29T23:59:59Z", 951'868'799'000'000);
        row("1969-12-31T23:59:59Z", -1'000'000);
        row("0000-01-01T00:00:00Z", -62'167'219'200'000'000);
        row("9999-12-31T23:59:59.999999Z", 253'402'300'799'999'999);
    }
    void readsWhatTheGrammarAllows()
    {
        QFETCH(const std::string, text);
        QFETCH(const qint64, micros);
        const std::optional<Instant> instant = parseRfc3339(text);
        QVERIFY(instant);
        QCOMPARE(qint64{instant->time_since_epoch().count()}, micros);
    }

    void readsNothingElse_data()
    {
        QTest::addColumn<std::string>("text");
        const char *const bad[] = {
            "", "Z", "2026", "2026-01-15", "2026-01-15T10:12:03", "2026-01-15T10:12Z", "2026-01-15 10:12:03Z",
            "2026-01-15_10:12:03Z", " 2026-01-15T10:12:03Z", "2026-01-15T10:12:03Z ", "2026-01-15T10:12:03ZZ",
            "2026-01-15T10:12:60Z", "2026-01-15T10:60:00Z", "2026-01-15T24:00:00Z", "2026-00-15T10:12:03Z",
            "2026-13-15T10:12:03Z", "2026-01-00T10:12:03Z", "2026-01-32T10:12:03Z", "2026-04-31T10:12:03Z",
            "2025-02-29T10:12:03Z", "1900-02-29T10:12:03Z", "2100-02-29T10:12:03Z", "2026-01-15T10:12:03.Z",
            "2026-01-15T10:12:03,5Z", "2026-01-15T10:12:03.1234567890Z", "2026-01-15T10:12:03.+01:00",
            "2026-01-15T10:12:03+1:00", "2026-01-15T10:12:03+0100", "2026-01-15T10:12:03+01",
            "2026-01-15T10:12:03+24:00", "2026-01-15T10:12:03+01:60", "2026-01-15T10:12:03 01:00",
            "2026-01-15T10:12:03+01:00Z", "2026-01-15T10:12:03UTC", "26-01-15T10:12:03Z",
            "+2026-01-15T10:12:03Z", "-2026-01-15T10:12:03Z", "10000-01-01T00:00:00Z", "2026-1-15T10:12:03Z",
            "2026-01-15T1:12:03Z", "2026/01/15T10:12:03Z", "20260115T101203Z", "2026-W03-4T10:12:03Z",
            "2026-015T10:12:03Z", "2026-01-15T10:12:03\xc2\xa0Z", "1768471923",
            // beyond the years 0000 to 9999 once the offset is applied
            "0000-01-01T00:00:00+00:01", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:59.999999-23:59"};
        for (const char *text : bad)
            QTest::newRow(text) << std::string(text);
        QTest::newRow("a NUL behind") << std::string("2026-01-15T10:12:03Z\0", 21);
        QTest::newRow("a NUL inside") << std::string("2026-01-15T10:12:03\0Z", 21);
        QTest::newRow("other digits") << std::string("２０２６-01-15T10:12:03Z");
    }
    void readsNothingElse()
    {
        QFETCH(const std::string, text);
        QVERIFY(!parseRfc3339(text));
    }

    void cutsFractionsAndNeverRounds_data()
    {
        QTest::addColumn<std::string>("read");
        QTest::addColumn<QString>("kept");
        QTest::newRow("seven digits")
            << std::string("2026-01-15T10:12:03.1234567Z") << "2026-01-15T10:12:03.123456Z";
        QTest::newRow("nine nines") << std::string("2026-12-31T23:59:59.999999999Z")
                                    << "2026-12-31T23:59:59.999999Z";
        QTest::newRow("a nanosecond")
            << std::string("2026-01-15T10:12:03.000000001Z") << "2026-01-15T10:12:03Z";
        QTest::newRow("before 1970") << std::string("1969-12-31T23:59:59.9999999Z")
                                     << "1969-12-31T23:59:59.999999Z";
        QTest::newRow("the last of all")
            << std::string("9999-12-31T23:59:59.999999999Z") << "9999-12-31T23:59:59.999999Z";
    }
    void cutsFractionsAndNeverRounds()
    {
        QFETCH(const std::string, read);
        QFETCH(const QString, kept);
        QCOMPARE(text(at(read)), kept);
    }

    void writesNoTrailingZeroDigits_data()
    {
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("written");
        QTest::newRow("no fraction") << qint64{1'768'471'200'000'000} << "2026-01-15T10:00:00Z";
        QTest::newRow("milliseconds") << qint64{1'768'471'923'123'000} << "2026-01-15T10:12:03.123Z";
        QTest::newRow("a tenth") << qint64{1'768'471'923'200'000} << "2026-01-15T10:12:03.2Z";
        QTest::newRow("zeros before digits") << qint64{1'768'471'923'000'120} << "2026-01-15T10:12:03.00012Z";
        QTest::newRow("before 1970") << qint64{-1} << "1969-12-31T23:59:59.999999Z";
        QTest::newRow("the first year") << qint64{-62'167'219'200'000'000} << "0000-01-01T00:00:00Z";
    }
    void writesNoTrailingZeroDigits()
    {
        QFETCH(const qint64, micros);
        QFETCH(const QString, written);
        QCOMPARE(text(Instant{microseconds{micros}}), written);
    }

    void everyInstantSurvivesWritingAndReading()
    {
        Dice dice(1);
        for (int i = 0; i < 20'000; ++i) {
            const Instant instant = dice.between(earliest, latest);
            QCOMPARE(text(at(formatRfc3339(instant))), text(instant));
            QVERIFY(at(formatRfc3339(instant)) == instant);
        }
    }

    void theOffsetNeverChangesTheInstant()
    {
        Dice dice(2);
        for (int i = 0; i < 20'000; ++i) {
            const Instant instant = dice.between(earliest + days{1}, latest - days{1});
            const std::string written = atOffset(instant, minutes{dice.between(-1439, 1439)});
            const std::optional<Instant> read = parseRfc3339(written);
            QVERIFY2(read == instant, written.c_str());
        }
    }

    void everyDayOfTheCalendarIsKnownAndNoOther()
    {
        for (int y : {0, 4, 100, 400, 1900, 1970, 1999, 2000, 2023, 2024, 2100, 9999}) {
            for (unsigned m = 1; m <= 12; ++m) {
                for (unsigned d = 1; d <= 31; ++d) {
                    char written[32];
                    std::snprintf(written, sizeof written, "%04d-%02u-%02uT12:00:00Z", y, m, d);
                    const bool exists = d <= static_cast<unsigned>((year{y} / month{m} / last).day());
                    QVERIFY2(parseRfc3339(written).has_value() == exists, written);
                }
            }
        }
    }
};

LINEWATCH_TEST(Rfc3339Test)
#include "tst_rfc3339.moc"
