// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/eventindex.h"
#include "model/samples.h"
#include "support/testprogram.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

/** Which buckets an index is made of. */
class TestIndexWidth : public QObject
{
    Q_OBJECT

private slots:
    void theWidthGoesWithTheWindowAndWhatIsInIt_data();
    void theWidthGoesWithTheWindowAndWhatIsInIt();
};

void TestIndexWidth::theWidthGoesWithTheWindowAndWhatIsInIt_data()
{
    QTest::addColumn<qint64>("hours");
    QTest::addColumn<qint64>("events");
    QTest::addColumn<int>("seconds");
    QTest::newRow("a shift") << qint64{8} << qint64{100} << 60;
    QTest::newRow("a month of few") << qint64{720} << qint64{100'000} << 3'600;
    QTest::newRow("a month of many") << qint64{720} << qint64{20'000'000} << 60;
    QTest::newRow("a year of few") << qint64{365 * 24} << qint64{1'000'000} << 86'400;
    QTest::newRow("a year of many") << qint64{365 * 24} << qint64{50'000'000} << 3'600;
    QTest::newRow("ten years") << qint64{3'650 * 24} << qint64{900'000'000} << 86'400;
}

void TestIndexWidth::theWidthGoesWithTheWindowAndWhatIsInIt()
{
    QFETCH(const qint64, hours);
    QFETCH(const qint64, events);
    QFETCH(const int, seconds);
    const Instant start = at("2026-01-14T22:31:17.25Z");
    QCOMPARE(static_cast<int>(indexWidth({start, start + std::chrono::hours{hours}}, events)), seconds);
}

LINEWATCH_TEST(TestIndexWidth)
#include "tst_indexwidth.moc"
