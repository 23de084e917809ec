// SPDX-License-Identifier: GPL-3.0-or-later
#include "ingest/hugenumbers.h"

#include "ingest/jsoninteger.h"
#include "model/dice.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;

namespace {

const QByteArray nines(400, '9');

/** A number's text as integerFromJson() takes it. */
std::optional<std::int64_t> integerIn(const QByteArray &json)
{
    return integerFromJson(json.trimmed().toStdString());
}

} // namespace

class HugeNumbersTest : public QObject
{
    Q_OBJECT

private slots:
    void numbersBeyondADoubleGetAStandInOfTheSameLength_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::newRow("many digits") << nines;
        QTest::newRow("negative") << '-' + nines;
        QTest::newRow("exponent") << QByteArray("1e400");
        QTest::newRow("capital exponent") << QByteArray("-12.5E+4000");
        QTest::newRow("an exponent beyond 32 bits") << QByteArray("1e99999999999999999999");
        QTest::newRow("many digits and a fraction") << nines + ".25";
    }
    void numbersBeyondADoubleGetAStandInOfTheSameLength()
    {
        QFETCH(const QByteArray, number);
        const QByteArray json = withoutHugeNumbers("[" + number + ",7]");
        QCOMPARE(json.size(), number.size() + 4);
        QVERIFY(json.startsWith("[0.5"));
        QVERIFY(json.endsWith(",7]"));
        QCOMPARE(json.mid(4).chopped(3).trimmed(), QByteArray());
    }

    void whatStandsForAWholeNumberStaysThatNumber_data()
    {
        QTest::addColumn<QByteArray>("number");
        QTest::addColumn<int>("value");
        QTest::newRow("zero") << QByteArray("0e400") << 0;
        QTest::newRow("negative zero") << QByteArray("-0.0e9999") << 0;
        QTest::newRow("many zeros behind the point") << "5." + QByteArray(400, '0') << 5;
        QTest::newRow("many digits, shrunk") << "12" + QByteArray(400, '0') + "e-400" << 12;
        QTest::newRow("a small fraction, grown") << "-0." + QByteArray(399, '0') + "7e400" << -7;
    }
    void whatStandsForAWholeNumberStaysThatNumber()
    {
        QFETCH(const QByteArray, number);
        QFETCH(const int, value);
        const QByteArray json = withoutHugeNumbers(number);
        QCOMPARE(json.size(), number.size());
        QVERIFY(integerIn(json) == value);
    }

    void everythingElseStaysAsItIs_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("ordinary numbers") << QByteArray("[0,-1,5.0,1e10,1.5E-7,9223372036854775807,1e299]");
        QTest::newRow("digits in texts") << "[\"" + nines + "\",\"1e400\"]";
        QTest::newRow("behind an escaped quote") << "[\"\\\"" + nines + "\"]";
        QTest::newRow("behind an escaped backslash") << QByteArray("[\"\\\\\",1]");
        QTest::newRow("in names") << QByteArray("{\"1e400\":1}");
        QTest::newRow("an open text") << "[\"" + nines;
        QTest::newRow("a backslash at the end") << QByteArray("[\"\\");
        QTest::newRow("no number: a bare exponent") << QByteArray("[1e]");
        QTest::newRow("no number: a bare point") << nines.left(200) + ".";
        QTest::newRow("a minus alone") << QByteArray("-");
        QTest::newRow("a leading zero") << "[0" + nines + ",1e400]";
    }
    void everythingElseStaysAsItIs()
    {
        QFETCH(const QByteArray, json);
        QCOMPARE(withoutHugeNumbers(json), json);
    }

    /** Ends soon, or not within the time that a test has. */
    void aBodyFullOfBrokenNumbersIsReadOnce()
    {
        constexpr qsizetype size = 4 * 1024 * 1024;
        for (const QByteArray &broken :
             {QByteArray(size, '0'), QByteArray(size, '9') + 'e', QByteArray(size, '-')}) {
            const QByteArray json = "[1e400," + broken + ']';
            QCOMPARE(withoutHugeNumbers(json), "[0.5  ," + broken + ']');
        }
    }

    void lengthAndTextsAreKeptWhateverComes()
    {
        static const std::vector<QByteArray> pieces{"\"", "\\", "-",    "0",   "1",         "9",    ".", "e",
                                                    "E",  "+",  "400",  " ",   "[",         "]",    ",", ":",
                                                    "{",  "}",  "true", nines, "\"1e400\"", "\\\"", "\n"};
        Dice dice(12);
        for (int i = 0; i < 20'000; ++i) {
            QByteArray json;
            for (std::int64_t left = dice.between(0, 20); left > 0; --left)
                json += dice.pick(pieces);
            const QByteArray read = withoutHugeNumbers(json);
            QCOMPARE(read.size(), json.size());
            QCOMPARE(read.count('"'), json.count('"'));
            QCOMPARE(withoutHugeNumbers(read), read);
        }
    }
};

LINEWATCH_TEST(HugeNumbersTest)
#include "tst_hugenumbers.moc"
