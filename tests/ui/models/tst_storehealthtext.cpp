// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/storehealthtext.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

namespace {

constexpr std::int64_t gigabyte = 1'000'000'000;

const Backlog backlog{12, 3400, 4096, at("2026-01-15T12:00:00Z"), QStringLiteral("gone"), true};

StoreHealth withBacklog(const Backlog &waiting)
{
    return {waiting, std::nullopt, QString()};
}

StoreHealth withSpace(const StoreSpace &space)
{
    return {{}, space, QString()};
}

QStringList facts(const std::optional<StoreSpace> &space)
{
    QStringList texts;
    for (const TextParts &fact : spaceFacts(space, madeFormats()))
        texts << plainText(fact);
    return texts;
}

} // namespace

class TestStoreHealthText : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingWhenAllIsWell();
    void saysHowMuchWaitsAndSinceWhen();
    void saysWhatToDoWhenThereIsNoMoreRoom();
    void saysWhyNothingCanBeKept();
    void warnsBeforeTheDiskIsFull();
    void saysSizeGrowthAndFreeAsFarAsTheyAreKnown();
};

void TestStoreHealthText::saysNothingWhenAllIsWell()
{
    QCOMPARE(storeProblemText({}, madeFormats()), QString());
    QCOMPARE(storeProblemText(withSpace(StoreSpace{gigabyte, 1000, 100 * gigabyte}), madeFormats()),
             QString());
}

void TestStoreHealthText::saysHowMuchWaitsAndSinceWhen()
{
    const QString text = storeProblemText(withBacklog(backlog), madeFormats());
    QVERIFY2(text.contains(madeFormats().count(3400)), qPrintable(text));
    QVERIFY2(text.contains(madeFormats().dateAndTime(*backlog.oldestArrival)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("by themselves")), qPrintable(text));
}

void TestStoreHealthText::saysWhatToDoWhenThereIsNoMoreRoom()
{
    Backlog full = backlog;
    full.takesMore = false;
    const QString text = storeProblemText(withBacklog(full), madeFormats());
    QVERIFY2(text.contains(QStringLiteral("more room")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("by themselves")), qPrintable(text));
}

void TestStoreHealthText::saysWhyNothingCanBeKept()
{
    const QString text =
        storeProblemText({{}, std::nullopt, QStringLiteral("the disk is full")}, madeFormats());
    QVERIFY2(text.contains(QStringLiteral("the disk is full")), qPrintable(text));
}

void TestStoreHealthText::warnsBeforeTheDiskIsFull()
{
    const QString little = storeProblemText(withSpace(StoreSpace{gigabyte, {}, gigabyte / 2}), madeFormats());
    QVERIFY2(little.contains(QStringLiteral("500")), qPrintable(little));
    const QString week =
        storeProblemText(withSpace(StoreSpace{gigabyte, gigabyte, 6 * gigabyte}), madeFormats());
    QVERIFY2(week.contains(QStringLiteral("a day")), qPrintable(week));
}

void TestStoreHealthText::saysSizeGrowthAndFreeAsFarAsTheyAreKnown()
{
    QCOMPARE(facts({}), QStringList());
    QCOMPARE(facts(StoreSpace{1'500'000'000, {}, {}}), QStringList(QStringLiteral("Size 1.5 GB")));
    QCOMPARE(facts(StoreSpace{1'500'000'000, 30'000'000, 76 * gigabyte}),
             (QStringList{QStringLiteral("Size 1.5 GB, +30.0 MB a day"), QStringLiteral("Free 76.0 GB")}));
    QCOMPARE(facts(StoreSpace{gigabyte, -2'000'000, {}}),
             QStringList(QStringLiteral("Size 1.0 GB, −2.0 MB a day")));
}

LINEWATCH_WIDGET_TEST(TestStoreHealthText)
#include "tst_storehealthtext.moc"
