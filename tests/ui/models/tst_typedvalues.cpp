// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"
#include "ui/models/typedvalues.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

std::vector<Formats> someFormats()
{
    return {{QLocale(u"en_GB"_s), QTimeZone("Europe/Berlin")},
            {QLocale(u"de_DE"_s), QTimeZone("Europe/Berlin")},
            {QLocale(u"en_US"_s), QTimeZone("America/New_York")},
            {QLocale(u"fr_FR"_s), QTimeZone("Asia/Kathmandu")}};
}

} // namespace

class TypedValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenIsReadBack()
    {
        Dice dice(1);
        for (const Formats &formats : someFormats()) {
            for (int i = 0; i < 500; ++i) {
                const std::chrono::milliseconds unit =
                    dice.pick(std::vector<std::chrono::milliseconds>{1ms, 1s, 1min, 1h});
                const auto length = unit * dice.between(1, 700);
                QCOMPARE(lengthTyped(typedLength(length, formats), 7min, formats), std::optional(length));
                const Decimal rate{dice.between(1, 100'000'000), 2};
                QCOMPARE(rateTyped(typedRate(rate, formats), formats), std::optional(rate));
                const Instant moment = std::chrono::floor<std::chrono::minutes>(
                    dice.between(at("2001-01-01T00:00:00Z"), at("2049-12-31T00:00:00Z")));
                const std::optional<Instant> back = momentTyped(typedMoment(moment, formats), formats);
                // The hour that a clock goes back comes twice.
                QVERIFY(back && (*back == moment || std::chrono::abs(*back - moment) == 1h));
            }
        }
    }

    void unitsAndPointsAreReadAsPeopleTypeThem()
    {
        const Formats german = someFormats()[1];
        const Formats english = someFormats()[0];
        QCOMPARE(lengthTyped(u"4,2"_s, 1s, german), std::optional(4'200ms));
        QCOMPARE(lengthTyped(u"4.2"_s, 1s, german), std::optional(4'200ms));
        QCOMPARE(lengthTyped(u" 90 s "_s, 1min, english), std::optional<std::chrono::milliseconds>(90s));
        QCOMPARE(lengthTyped(u"850ms"_s, 1min, english), std::optional(850ms));
        QCOMPARE(lengthTyped(u"5"_s, 1min, english), std::optional<std::chrono::milliseconds>(5min));
        QCOMPARE(typedLength(90s, english), u"90 s"_s);
        QCOMPARE(typedLength(5min, english), u"5 min"_s);
        QCOMPARE(typedLength(4'200ms, german), u"4,2 s"_s);
    }

    void whatIsNoNumberIsNone()
    {
        const Formats english = someFormats()[0];
        for (const QString &text :
             {u""_s, u"s"_s, u"five"_s, u"1,000 s"_s, u"0.0001 s"_s, u"1e99"_s, u"nan"_s})
            QVERIFY2(!lengthTyped(text, 1s, english), qPrintable(text));
        for (const QString &text : {u""_s, u"two"_s, u"1.005"_s, u"1,5"_s, u"inf"_s})
            QVERIFY2(!rateTyped(text, english), qPrintable(text));
        for (const QString &text : {u""_s, u"soon"_s, u"31/02/2026"_s, u"14:00"_s})
            QVERIFY2(!momentTyped(text, english), qPrintable(text));
    }

    void aDateAloneIsItsFirstMomentInThePlant()
    {
        QCOMPARE(momentTyped(u"15/01/2026"_s, someFormats()[0]), std::optional(at("2026-01-14T23:00:00Z")));
        QCOMPARE(momentTyped(u"15.01.2026 06:30"_s, someFormats()[1]),
                 std::optional(at("2026-01-15T05:30:00Z")));
    }
};

LINEWATCH_TEST(TypedValuesTest)
#include "tst_typedvalues.moc"
