// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/eventkey.h"
#include "support/testprogram.h"

#include <QSet>
#include <QtTest>

#include <random>

using namespace linewatch;

class TestEventKey : public QObject
{
    Q_OBJECT

private slots:
    void everyIdComesBackFromItsKey_data();
    void everyIdComesBackFromItsKey();
    void onlyCanonicalUuidsBecomeSixteenBytes_data();
    void onlyCanonicalUuidsBecomeSixteenBytes();
    void noTwoIdsShareAKey();
};

void TestEventKey::everyIdComesBackFromItsKey_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<int>("keySize");
    QTest::newRow("short") << QStringLiteral("E-1") << 3;
    QTest::newRow("15 bytes") << QStringLiteral("123456789012345") << 15;
    QTest::newRow("16 bytes, no UUID") << QStringLiteral("1234567890123456") << 17;
    QTest::newRow("17 bytes") << QStringLiteral("12345678901234567") << 17;
    QTest::newRow("16 bytes of UTF-8") << QStringLiteral("Ärger-Öl-Übel") << 17;
    QTest::newRow("UUID") << QStringLiteral("f81d4fae-7dec-11d0-a765-00a0c91e6bf6") << 16;
    QTest::newRow("nil UUID") << QStringLiteral("00000000-0000-0000-0000-000000000000") << 16;
}

void TestEventKey::everyIdComesBackFromItsKey()
{
    QFETCH(QString, id);
    QFETCH(int, keySize);
    const EventId eventId(id);
    QCOMPARE(toEventKey(eventId).size(), keySize);
    QCOMPARE(fromEventKey(toEventKey(eventId)).utf8(), eventId.utf8());
}

void TestEventKey::onlyCanonicalUuidsBecomeSixteenBytes_data()
{
    QTest::addColumn<QString>("id");
    QTest::newRow("upper case") << QStringLiteral("F81D4FAE-7DEC-11D0-A765-00A0C91E6BF6");
    QTest::newRow("one upper-case digit") << QStringLiteral("f81d4fae-7dec-11d0-a765-00a0c91e6bF6");
    QTest::newRow("in braces") << QStringLiteral("{f81d4fae-7dec-11d0-a765-00a0c91e6bf6}");
    QTest::newRow("without dashes") << QStringLiteral("f81d4fae7dec11d0a76500a0c91e6bf6");
    QTest::newRow("dash elsewhere") << QStringLiteral("f81d4fa-e7dec-11d0-a765-00a0c91e6bf6");
    QTest::newRow("no hex digit") << QStringLiteral("g81d4fae-7dec-11d0-a765-00a0c91e6bf6");
}

void TestEventKey::onlyCanonicalUuidsBecomeSixteenBytes()
{
    QFETCH(QString, id);
    QCOMPARE(toEventKey(EventId(id)), id.toUtf8());
}

void TestEventKey::noTwoIdsShareAKey()
{
    // Ids that look like each other's keys: raw bytes of a UUID, with and without what is appended.
    std::mt19937 random(20260115);
    QSet<QByteArray> keys;
    QSet<QByteArray> ids;
    for (int i = 0; i < 20'000; ++i) {
        const int length = std::uniform_int_distribution(14, 18)(random);
        QByteArray text;
        for (int k = 0; k < length; ++k)
            text += static_cast<char>(std::uniform_int_distribution(0x20, 0x22)(random));
        ids.insert(text);
        keys.insert(toEventKey(EventId(text.toStdString())));
    }
    QCOMPARE(keys.size(), ids.size());
}

LINEWATCH_TEST(TestEventKey)
#include "tst_eventkey.moc"
