// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/utf8.h"

#include "model/dice.h"
#include "support/testprogram.h"

#include <QStringDecoder>
#include <QTest>

#include <algorithm>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::string_literals;

namespace {

/** The generic form of @p length bytes for any value that fits it, good or not. */
std::string encoded(char32_t value, int length)
{
    if (length == 1)
        return std::string(1, static_cast<char>(value));
    std::string bytes;
    for (int i = 1; i < length; ++i, value >>= 6U)
        bytes.insert(0, 1, static_cast<char>(0x80U | (value & 0x3FU)));
    const unsigned marker = 0xFFU << static_cast<unsigned>(8 - length);
    return bytes.insert(0, 1, static_cast<char>(marker | value));
}

int shortestLength(char32_t value)
{
    return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

bool mayStandInAnId(char32_t value)
{
    const bool control = value < 0x20 || (value >= 0x7F && value <= 0x9F);
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    return !control && !surrogate && value <= 0x10FFFF;
}

} // namespace

class Utf8Test : public QObject
{
    Q_OBJECT

private slots:
    void countsCodePointsNotBytes_data()
    {
        QTest::addColumn<std::string>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("nothing") << ""s << 0;
        QTest::newRow("letters") << "M-001"s << 5;
        QTest::newRow("blanks and signs") << " ~!\"\\/"s << 6;
        QTest::newRow("two bytes") << "Öl"s << 2;
        QTest::newRow("three bytes") << "機械"s << 2;
        QTest::newRow("four bytes") << "😀"s << 1;
        QTest::newRow("a letter and its accent") << "e\xcc\x81"s << 2;
        QTest::newRow("the first behind C1") << "\xc2\xa0"s << 1;
        QTest::newRow("around the surrogates") << "\xed\x9f\xbf\xee\x80\x80"s << 2;
        QTest::newRow("the last of all") << "\xf4\x8f\xbf\xbf"s << 1;
        QTest::newRow("a byte order mark") << "\xef\xbb\xbf"s << 1;
    }
    void countsCodePointsNotBytes()
    {
        QFETCH(const std::string, text);
        QFETCH(const int, count);
        QVERIFY(countIdCodePoints(text) == static_cast<std::size_t>(count));
    }

    void refusesControlsAndBrokenForms_data()
    {
        QTest::addColumn<std::string>("broken");
        QTest::newRow("NUL") << "\0"s;
        QTest::newRow("tab") << "\t"s;
        QTest::newRow("the last of C0") << "\x1f"s;
        QTest::newRow("DEL") << "\x7f"s;
        QTest::newRow("the first of C1") << "\xc2\x80"s;
        QTest::newRow("next line") << "\xc2\x85"s;
        QTest::newRow("the last of C1") << "\xc2\x9f"s;
        QTest::newRow("overlong NUL") << "\xc0\x80"s;
        QTest::newRow("overlong slash") << "\xc0\xaf"s;
        QTest::newRow("overlong in three") << "\xe0\x80\xaf"s;
        QTest::newRow("overlong in four") << "\xf0\x80\x80\xaf"s;
        QTest::newRow("the largest overlong in three") << "\xe0\x9f\xbf"s;
        QTest::newRow("the largest overlong in four") << "\xf0\x8f\xbf\xbf"s;
        QTest::newRow("first surrogate") << "\xed\xa0\x80"s;
        QTest::newRow("last surrogate") << "\xed\xbf\xbf"s;
        QTest::newRow("a pair of surrogates") << "\xed\xa0\xbd\xed\xb8\x80"s;
        QTest::newRow("beyond Unicode") << "\xf4\x90\x80\x80"s;
        QTest::newRow("lead byte F5") << "\xf5\x80\x80\x80"s;
        QTest::newRow("five bytes") << "\xf8\x88\x80\x80\x80"s;
        QTest::newRow("FF") << "\xff"s;
        QTest::newRow("a continuation alone") << "\x80"s;
        QTest::newRow("cut after one of two") << "\xc3"s;
        QTest::newRow("cut after two of three") << "\xe6\xa9"s;
        QTest::newRow("cut after three of four") << "\xf0\x9f\x98"s;
        QTest::newRow("a letter for a continuation") << "\xc3("s;
        QTest::newRow("Latin-1") << "\xd6l"s;
    }
    void refusesControlsAndBrokenForms()
    {
        QFETCH(const std::string, broken);
        QVERIFY(!countIdCodePoints(broken));
        QVERIFY(!countIdCodePoints("before" + broken));
        QVERIFY(!countIdCodePoints(broken + "after"));
    }

    void judgesEveryCodePointInEveryLength()
    {
        for (char32_t value = 0; value < 0x200000; ++value) {
            for (int length = shortestLength(value); length <= 4; ++length) {
                const bool good = length == shortestLength(value) && mayStandInAnId(value);
                const std::optional<std::size_t> count = countIdCodePoints(encoded(value, length));
                if (count.has_value() != good || (good && *count != 1))
                    QFAIL(qPrintable(QStringLiteral("U+%1 in %2 bytes").arg(uint{value}, 4, 16).arg(length)));
            }
        }
    }

    void agreesWithQtOnRandomBytes()
    {
        Dice dice(3);
        for (int i = 0; i < 50'000; ++i) {
            std::string bytes;
            for (std::int64_t length = dice.between(1, 6); length > 0; --length)
                bytes +=
                    static_cast<char>(dice.chance(50) ? dice.between(0x80, 0xFF) : dice.between(0x20, 0x7E));
            QStringDecoder decoder(QStringDecoder::Utf8,
                                   QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
            const QString text = decoder(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
            const QList<uint> codePoints = text.toUcs4();
            const bool good =
                !decoder.hasError() && std::all_of(codePoints.begin(), codePoints.end(), mayStandInAnId);
            const std::optional<std::size_t> count = countIdCodePoints(bytes);
            QCOMPARE(count.has_value(), good);
            QVERIFY(!good || *count == static_cast<std::size_t>(codePoints.size()));
        }
    }
};

LINEWATCH_TEST(Utf8Test)
#include "tst_utf8.moc"
