// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/parameters.h"

#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using linewatch::api::Parameters;

namespace {

Parameters read(const QByteArray &query)
{
    return Parameters::of(query).value();
}

/** Whether a result is the refusal of a parameter, by name. */
template <class T>
bool names(const Result<T> &result, const char *parameter)
{
    return !result && result.failure().kind == Failure::Kind::Refused
        && result.failure().message.contains(u'\'' + QString::fromLatin1(parameter) + u'\'');
}

} // namespace

class ParametersTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotThereIsNothing()
    {
        const Parameters none = read("");
        QVERIFY(!none.has("machineId"));
        QVERIFY(!none.text("machineId"));
        QVERIFY(!none.id("machineId", 64).value());
        QVERIFY(!none.instant("from").value());
        QCOMPARE(none.limit(1, 100, 10).value(), 10);
    }

    void aParameterGivenTwiceIsRefused()
    {
        QVERIFY(names(Parameters::of("limit=5&limit=5"), "limit"));
        QVERIFY(names(Parameters::of("a=1&other=1&oth%65r=2"), "other")); // also one that nobody asks for
        QVERIFY(Parameters::of("a=1&A=2").ok());
    }

    void whatCannotBeDecodedIsRefused()
    {
        QVERIFY(names(Parameters::of("machineId=%ff"), "machineId"));
        QVERIFY(names(Parameters::of("machineId=%"), "machineId"));
    }

    void idsFollowTheRulesOfEvents()
    {
        QVERIFY(read("id=M%20%C3%96").id("id", 64).value() == "M Ö");
        QVERIFY(read("id=" + QByteArray("%C3%96").repeated(64)).id("id", 64).value());
        QVERIFY(names(read("id=" + QByteArray(65, 'x')).id("id", 64), "id"));
        QVERIFY(names(read("id=").id("id", 64), "id"));
        QVERIFY(names(read("id").id("id", 64), "id"));
        QVERIFY(names(read("id=a%00b").id("id", 64), "id"));
        QVERIFY(names(read("id=%C2%85").id("id", 64), "id"));
    }

    void timesMayHaveAnUnescapedPlus()
    {
        const Parameters query =
            read("a=2026-01-15T10:00:00+02:00&b=2026-01-15T10:00:00%2B02:00&c=2026-01-15T08:00:00Z");
        for (const char *name : {"a", "b", "c"})
            QCOMPARE(text(query.instant(name).value().value()), QStringLiteral("2026-01-15T08:00:00Z"));
    }

    void aBadTimeIsRefused()
    {
        for (const char *time :
             {"", "now", "2026-01-15", "2026-01-15T10:00:00", "2026-01-15%2010:00:00Z", "1768471200"})
            QVERIFY2(names(read(QByteArray("from=") + time).instant("from"), "from"), time);
    }

    void aLimitIsAWholeNumberWithinItsBounds_data()
    {
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<int>("value"); // -1: refused
        QTest::newRow("smallest") << QByteArray("1") << 1;
        QTest::newRow("largest") << QByteArray("100") << 100;
        QTest::newRow("zero") << QByteArray("0") << -1;
        QTest::newRow("one more") << QByteArray("101") << -1;
        QTest::newRow("negative") << QByteArray("-1") << -1;
        QTest::newRow("empty") << QByteArray() << -1;
        QTest::newRow("a word") << QByteArray("ten") << -1;
        QTest::newRow("a fraction") << QByteArray("5.0") << -1;
        QTest::newRow("an exponent") << QByteArray("1e1") << -1;
        QTest::newRow("hexadecimal") << QByteArray("0x5") << -1;
        QTest::newRow("a plus sign") << QByteArray("+5") << -1;
        QTest::newRow("a blank before") << QByteArray("%205") << -1;
        QTest::newRow("a blank behind") << QByteArray("5%20") << -1;
        QTest::newRow("beyond 64 bits") << QByteArray("99999999999999999999") << -1;
    }
    void aLimitIsAWholeNumberWithinItsBounds()
    {
        QFETCH(const QByteArray, limit);
        QFETCH(const int, value);
        const Result<int> taken = read("limit=" + limit).limit(1, 100, 10);
        QCOMPARE(taken.ok(), value >= 0);
        QVERIFY(taken.ok() ? *taken == value : names(taken, "limit"));
    }

    void aWindowNeedsBothBoundsInTheirOrder()
    {
        const QByteArray early = "2026-01-15T10:00:00Z";
        const QByteArray late = "2026-01-15T10:00:00.000001Z";
        const TimeWindow window = read("start=" + early + "&end=" + late).window("start", "end").value();
        QVERIFY(window.length() == std::chrono::microseconds{1});
        QVERIFY(names(read("end=" + late).window("start", "end"), "start"));
        QVERIFY(names(read("start=" + early).window("start", "end"), "end"));
        QVERIFY(names(read("start=x&end=" + late).window("start", "end"), "start"));
        QVERIFY(names(read("start=" + early + "&end=x").window("start", "end"), "end"));
        QVERIFY(names(read("start=" + early + "&end=" + early).window("start", "end"), "end"));
        QVERIFY(names(read("start=" + late + "&end=" + early).window("start", "end"), "end"));
    }
};

LINEWATCH_TEST(ParametersTest)
#include "tst_parameters.moc"
