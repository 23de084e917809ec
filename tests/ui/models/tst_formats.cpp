// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/formats.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

class TestFormats : public QObject
{
    Q_OBJECT

private slots:
    void numbersFollowTheLocale();
    void decimalsKeepWhatTheApiWrites();
    void roundingIsHalfUp();
    void changesCarryTheirSign();
    void noChangeIsEmpty();
    void timesAreLocalAndNameTheirZone();
    void summerHasItsOwnZoneName();
    void datesAreTypedAsTheLocaleWritesThem();
};

void TestFormats::numbersFollowTheLocale()
{
    const Formats german(QLocale(QLocale::German, QLocale::Germany), QTimeZone::utc());
    QCOMPARE(madeFormats().count(1284), QStringLiteral("1,284"));
    QCOMPARE(german.count(1284), QStringLiteral("1.284"));
    QCOMPARE(german.fixed(82.44, 1), QStringLiteral("82,4"));
}

void TestFormats::decimalsKeepWhatTheApiWrites()
{
    for (const std::int64_t scaled : {0, 100, 300, 25, 196, 210, 12345})
        QCOMPARE(madeFormats().decimal({scaled, 2}).remove(QLatin1Char(',')),
                 QString::fromStdString(Decimal{scaled, 2}.toString()));
}

void TestFormats::roundingIsHalfUp()
{
    QCOMPARE(madeFormats().rounded({405, 2}, 1), QStringLiteral("4.1"));
    QCOMPARE(madeFormats().rounded({404, 2}, 1), QStringLiteral("4.0"));
    QCOMPARE(madeFormats().rounded({99949, 4}, 1), QStringLiteral("10.0"));
    QCOMPARE(madeFormats().rounded({25, 2}, 2), QStringLiteral("0.25"));
}

void TestFormats::changesCarryTheirSign()
{
    QCOMPARE(madeFormats().change(3.2, 0), QStringLiteral("+3"));
    QCOMPARE(madeFormats().change(-1.1, 1), QStringLiteral("\u22121.1"));
}

void TestFormats::noChangeIsEmpty()
{
    QCOMPARE(madeFormats().change(0.04, 1), QString());
    QCOMPARE(madeFormats().change(-0.04, 1), QString());
}

void TestFormats::timesAreLocalAndNameTheirZone()
{
    QCOMPARE(madeFormats().time(madeNow()), QStringLiteral("14:12"));
    QCOMPARE(madeFormats().timeWithZone(madeNow()), QStringLiteral("14:12:07 CET"));
}

void TestFormats::summerHasItsOwnZoneName()
{
    const Instant june = madeNow() + std::chrono::days{150};
    QCOMPARE(madeFormats().timeWithZone(june), QStringLiteral("15:12:07 CEST"));
}

void TestFormats::datesAreTypedAsTheLocaleWritesThem()
{
    const auto pattern = [](const QLocale &locale) {
        return Formats(locale, QTimeZone::utc()).typedPattern();
    };
    QCOMPARE(pattern(QLocale(QLocale::German, QLocale::Germany)), QStringLiteral("dd.MM.yyyy HH:mm"));
    QCOMPARE(pattern(QLocale(QLocale::English, QLocale::UnitedKingdom)), QStringLiteral("dd/MM/yyyy HH:mm"));
    QCOMPARE(pattern(QLocale(QLocale::English, QLocale::UnitedStates)), QStringLiteral("M/d/yyyy HH:mm"));
}

LINEWATCH_WIDGET_TEST(TestFormats)
#include "tst_formats.moc"
