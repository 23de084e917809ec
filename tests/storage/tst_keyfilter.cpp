// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/keyfilter.h"
#include "support/testprogram.h"

#include <QtTest>

#include <random>

using namespace linewatch;

class TestKeyFilter : public QObject
{
    Q_OBJECT

private slots:
    void whatWasAddedIsNeverMissed_data();
    void whatWasAddedIsNeverMissed();
    void littleElseIsLetThrough();
    void itComesBackFromItsBytes();
    void bytesThatAreNoFilterLetEverythingThrough_data();
    void bytesThatAreNoFilterLetEverythingThrough();

private:
    static std::vector<std::int64_t> hashes(std::size_t count, unsigned seed);
    static KeyFilter filterOf(const std::vector<std::int64_t> &hashes);
};

std::vector<std::int64_t> TestKeyFilter::hashes(std::size_t count, unsigned seed)
{
    std::mt19937_64 random(seed);
    std::vector<std::int64_t> made(count);
    for (std::int64_t &hash : made)
        hash = static_cast<std::int64_t>(random());
    return made;
}

KeyFilter TestKeyFilter::filterOf(const std::vector<std::int64_t> &hashes)
{
    KeyFilter filter(hashes.size());
    for (const std::int64_t hash : hashes)
        filter.add(hash);
    return filter;
}

void TestKeyFilter::whatWasAddedIsNeverMissed_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {1, 2, 21, 22, 1'000, 65'536})
        QTest::addRow("%d", count) << count;
}

void TestKeyFilter::whatWasAddedIsNeverMissed()
{
    QFETCH(int, count);
    const std::vector<std::int64_t> added = hashes(static_cast<std::size_t>(count), 1);
    const KeyFilter filter = filterOf(added);
    QVERIFY(std::ranges::all_of(added, [&](std::int64_t hash) { return filter.mayHold(hash); }));
}

void TestKeyFilter::littleElseIsLetThrough()
{
    const KeyFilter filter = filterOf(hashes(65'536, 1));
    const std::vector<std::int64_t> others = hashes(100'000, 2);
    const auto passed =
        std::ranges::count_if(others, [&](std::int64_t hash) { return filter.mayHold(hash); });
    QVERIFY2(passed < 1'500, qPrintable(QString::number(passed)));
}

void TestKeyFilter::itComesBackFromItsBytes()
{
    const std::vector<std::int64_t> added = hashes(5'000, 1);
    const KeyFilter filter = filterOf(added);
    const KeyFilter read(filter.bytes());
    QCOMPARE(read.bytes(), filter.bytes());
    for (const std::int64_t hash : hashes(20'000, 2))
        QCOMPARE(read.mayHold(hash), filter.mayHold(hash));
}

void TestKeyFilter::bytesThatAreNoFilterLetEverythingThrough_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("none") << QByteArray();
    QTest::newRow("cut") << QByteArray(33, '\0');
}

void TestKeyFilter::bytesThatAreNoFilterLetEverythingThrough()
{
    QFETCH(QByteArray, bytes);
    const KeyFilter filter(bytes);
    for (const std::int64_t hash : hashes(1'000, 3))
        QVERIFY(filter.mayHold(hash));
}

LINEWATCH_TEST(TestKeyFilter)
#include "tst_keyfilter.moc"
