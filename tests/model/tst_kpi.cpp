// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/kpi.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using std::chrono::microseconds;

namespace {

/** Whether @p rounded is floor(numerator / denominator + 1/2). */
bool isHalfUp(std::int64_t rounded, std::int64_t numerator, std::int64_t denominator)
{
    __extension__ using Wide = __int128;
    const Wide doubled = Wide{2} * numerator + denominator;
    return Wide{rounded} * 2 * denominator <= doubled && doubled < (Wide{rounded} + 1) * 2 * denominator;
}

} // namespace

class KpiTest : public QObject
{
    Q_OBJECT

private slots:
    void defectRateRoundsHalfUp_data()
    {
        QTest::addColumn<qint64>("defects");
        QTest::addColumn<qint64>("micros");
        QTest::addColumn<QString>("rate");
        const auto row = [](const char *name, qint64 defects, microseconds length, const char *rate) {
            QTest::newRow(name) << defects << qint64{length.count()} << QString::fromLatin1(rate);
        };
        row("nothing", 0, 1h, "0.0");
        row("the contract's example", 6, 6h, "1.0");
        row("a third", 1, 3h, "0.33");
        row("two thirds", 2, 3h, "0.67");
        row("an exact half", 1, 8h, "0.13");
        row("a hair below a half", 1, 8h + 1us, "0.12");
        row("the smallest half", 1, 200h, "0.01");
        row("a hair below the smallest half", 1, 200h + 1us, "0.0");
        row("a microsecond", 1, 1us, "3600000000.0");
        row("a minute", 1, 1min, "60.0");
    }
    void defectRateRoundsHalfUp()
    {
        QFETCH(const qint64, defects);
        QFETCH(const qint64, micros);
        QFETCH(const QString, rate);
        QCOMPARE(QString::fromStdString(kpi::defectRate(defects, microseconds{micros}).toString()), rate);
    }

    void roundingIsExactForAnyNumbers()
    {
        Dice dice(7);
        for (int i = 0; i < 50'000; ++i) {
            const std::int64_t part = dice.between(0, 20'000);
            const std::int64_t whole = dice.between(1, 20'000);
            QVERIFY(isHalfUp(kpi::defectsPercent(part, whole).scaled, 10'000 * part, whole));
            const std::chrono::seconds length{whole};
            QVERIFY(isHalfUp(kpi::defectRate(part, length).scaled, 100 * part * 3600, whole));
            const std::int64_t share = kpi::availability(part, std::chrono::milliseconds{whole}).scaled;
            QVERIFY(part >= whole ? share == 10'000 : isHalfUp(share, 10'000 * part, whole));
        }
    }

    void sumsBeyondSixtyFourBitsAreExact()
    {
        // A hundred million events with the most defects that one may have.
        const std::int64_t defects = 100'000'000LL * 2'147'483'647LL;
        QCOMPARE(kpi::defectRate(defects, 1000h).scaled, defects / 10);
        QCOMPARE(kpi::defectsPercent(defects, 100'000'000).scaled, 2'147'483'647LL * 10'000);
        QCOMPARE(kpi::health(defects, 1000h), Health::Warning);
        const std::int64_t centuries = 100LL * 365 * 24 * 3'600'000;
        QCOMPARE(kpi::availability(centuries / 2, std::chrono::milliseconds{centuries}), (Decimal{5000, 4}));
    }

    void aRateThatNoNumberHoldsStopsAtTheLargest()
    {
        const std::int64_t most = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(kpi::defectRate(most / 4, 1us).scaled, most);
    }

    void healthIsJudgedByTheUnroundedRate()
    {
        QCOMPARE(kpi::health(1999, 1000h), Health::Healthy); // shown as 2.00
        QCOMPARE(kpi::defectRate(1999, 1000h).toString(), std::string("2.0"));
        QCOMPARE(kpi::health(2000, 1000h), Health::Warning);
        QCOMPARE(kpi::health(2, 1h), Health::Warning);
        QCOMPARE(kpi::health(2, 1h + 1us), Health::Healthy);
        QCOMPARE(kpi::health(0, 1us), Health::Healthy);
    }

    void aThresholdMayHaveDecimals()
    {
        QCOMPARE(kpi::health(1, 2h, 0.5), Health::Warning);
        QCOMPARE(kpi::health(1, 2h + 1us, 0.5), Health::Healthy);
        QCOMPARE(kpi::health(33, 10h, 3.3), Health::Warning);
        QCOMPARE(kpi::health(32, 10h, 3.3), Health::Healthy);
        QCOMPARE(kpi::health(0, 1h, 0.0), Health::Warning);
    }

    void availabilityNeverPassesOne()
    {
        QCOMPARE(kpi::availability(5'174'400, 6h), (Decimal{2396, 4}));
        QCOMPARE(kpi::availability(0, 6h), (Decimal{0, 4}));
        QCOMPARE(kpi::availability(3'600'000, 1h), (Decimal{10'000, 4}));
        QCOMPARE(kpi::availability(9'000'000, 1h), (Decimal{10'000, 4}));
        QCOMPARE(kpi::availability(1, 20s), (Decimal{1, 4})); // 0.00005
        QCOMPARE(kpi::availability(1, 20s + 1us), (Decimal{0, 4}));
    }

    void percentMayPassAHundredAndNeedsEvents()
    {
        QCOMPARE(kpi::defectsPercent(125, 1500), (Decimal{833, 2}));
        QCOMPARE(kpi::defectsPercent(5, 2), (Decimal{25'000, 2}));
        QCOMPARE(kpi::defectsPercent(1, 20'000), (Decimal{1, 2})); // 0.005
        QCOMPARE(kpi::defectsPercent(1, 20'001), (Decimal{0, 2}));
        QCOMPARE(kpi::defectsPercent(0, 0), (Decimal{0, 2}));
    }

    void decimalsAreWrittenWithoutTrailingZeros_data()
    {
        QTest::addColumn<qint64>("scaled");
        QTest::addColumn<int>("places");
        QTest::addColumn<QString>("written");
        QTest::newRow("0") << qint64{0} << 2 << "0.0";
        QTest::newRow("1") << qint64{100} << 2 << "1.0";
        QTest::newRow("a hundredth") << qint64{1} << 2 << "0.01";
        QTest::newRow("a tenth") << qint64{10} << 2 << "0.1";
        QTest::newRow("two places") << qint64{833} << 2 << "8.33";
        QTest::newRow("a zero between") << qint64{10'501} << 4 << "1.0501";
        QTest::newRow("four places") << qint64{1} << 4 << "0.0001";
        QTest::newRow("zeros that stay") << qint64{10'000} << 2 << "100.0";
        QTest::newRow("the largest") << std::numeric_limits<qint64>::max() << 2 << "92233720368547758.07";
    }
    void decimalsAreWrittenWithoutTrailingZeros()
    {
        QFETCH(const qint64, scaled);
        QFETCH(const int, places);
        QFETCH(const QString, written);
        const Decimal number{scaled, places};
        QCOMPARE(QString::fromStdString(number.toString()), written);
        QCOMPARE(number.toDouble(), written.toDouble());
    }

    void totalsAddAndTakeAwayMemberByMember()
    {
        const Totals some{3, 4000, 5, 1};
        const Totals more{10, 500, 70, 2};
        Totals sum = some;
        sum += more;
        QCOMPARE(sum, (Totals{13, 4500, 75, 3}));
        sum -= some;
        QCOMPARE(sum, more);
    }

    void healthHasTheContractsNames()
    {
        QVERIFY(wireName(Health::Healthy) == "Healthy");
        QVERIFY(wireName(Health::Warning) == "Warning");
    }
};

LINEWATCH_TEST(KpiTest)
#include "tst_kpi.moc"
