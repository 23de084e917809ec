// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/jsoninteger.h"

#include "model/dice.h"
#include "support/testprogram.h"

#include <QTest>

#include <limits>

using namespace linewatch;
using namespace linewatch::test;

class JsonIntegerTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFormOfAWholeNumberIsRead_data()
    {
        QTest::addColumn<std::string>("token");
        QTest::addColumn<qint64>("value");
        const auto row = [](const char *token, qint64 value) {
            QTest::newRow(token) << std::string(token) << value;
        };
        row("0", 0);
        row("-0", 0);
        row("0.0", 0);
        row("0e5", 0);
        row("-0.000E-99", 0);
        row("0e99999999999999999999", 0);
        row("5", 5);
        row("5.0", 5);
        row("5.000000000000000000000000", 5);
        row("50e-1", 5);
        row("0.5e1", 5);
        row("0.5E+1", 5);
        row("0.0005e4", 5);
        row("5e0", 5);
        row("5e-0", 5);
        row("5e+00000000000000000001", 50);
        row("-1", -1);
        row("-1.0", -1);
        row("-10e-1", -1);
        row("2.16e7", 21'600'000);
        row("1200", 1200);
        row("9223372036854775807", std::numeric_limits<qint64>::max());
        row("-9223372036854775808", std::numeric_limits<qint64>::min());
        row("9.223372036854775807e18", std::numeric_limits<qint64>::max());
        row("9223372036854775807000e-3", std::numeric_limits<qint64>::max());
    }
    void everyFormOfAWholeNumberIsRead()
    {
        QFETCH(const std::string, token);
        QFETCH(const qint64, value);
        const std::optional<std::int64_t> read = integerFromJson(token);
        QVERIFY(read);
        QCOMPARE(qint64{*read}, value);
    }

    void fractionsAndNumbersBeyond64BitsAreNone_data()
    {
        QTest::addColumn<std::string>("token");
        for (const char *token :
             {"0.5", "-0.5", "5.1", "5.0000000000000000000000001", "5e-1", "55e-2", "1e-400",
              "9223372036854775808", "-9223372036854775809", "18446744073709551615", "1e19", "10e18", "-1e19",
              "1e400", "1e99999999999999999999", "1e-99999999999999999999", "99999999999999999999999999"})
            QTest::newRow(token) << std::string(token);
    }
    void fractionsAndNumbersBeyond64BitsAreNone()
    {
        QFETCH(const std::string, token);
        QVERIFY(!integerFromJson(token));
    }

    void movingThePointNeverChangesTheNumber()
    {
        Dice dice(11);
        for (int i = 0; i < 20'000; ++i) {
            const std::int64_t value = dice.between(1, 1'000'000) * (dice.chance(50) ? 1 : -1);
            std::string digits =
                std::to_string(value).append(static_cast<std::size_t>(dice.between(0, 30)), '0');
            const auto zeros = static_cast<std::int64_t>(digits.size() - std::to_string(value).size());
            const std::size_t first = value < 0 ? 2 : 1;
            const auto point = first + dice.below(digits.size() - first + 1);
            const auto fraction = static_cast<std::int64_t>(digits.size() - point);
            if (fraction > 0)
                digits.insert(point, 1, '.');
            const std::string token = digits + 'e' + std::to_string(fraction - zeros);
            const std::optional<std::int64_t> read = integerFromJson(token);
            QVERIFY2(read == value, token.c_str());
        }
    }
};

LINEWATCH_TEST(JsonIntegerTest)
#include "tst_jsoninteger.moc"
