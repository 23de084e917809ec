// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cursors.h"

#include "model/dice.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;
using namespace std::string_literals;

namespace {

QByteArray encoded(const QByteArray &plain)
{
    return plain.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

bool isSafeInAUrl(const QByteArray &text)
{
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-'
            || c == '_';
    });
}

/** Of one writer, or of several. */
StoreStamps randomState(Dice &dice)
{
    StoreStamps state;
    for (int writer = static_cast<int>(dice.between(0, 3)); writer < 5; ++writer)
        state.push_back({writer, dice.between(at("1950-01-01T00:00:00Z"), at("2100-01-01T00:00:00Z"))});
    state.resize(static_cast<std::size_t>(dice.between(1, static_cast<std::int64_t>(state.size()))));
    return state;
}

} // namespace

class CursorsTest : public QObject
{
    Q_OBJECT

private slots:
    void theCursorOfAStoreWithOneWriterIsAsItWasBeforeThereWereMore()
    {
        QCOMPARE(api::toText(EventCursor{{{0, Instant{7us}}}, Instant{2us}, EventId("E-1"s)}),
                 encoded("7 2 E-1"));
        QCOMPARE(api::toText(WriterStamp{0, Instant{7us}}), encoded("7"));
    }

    void anEventCursorComesBackAsItWas()
    {
        Dice dice(24);
        static const std::vector<std::string> ids{"E-1",      "a b  c", " ",
                                                  "Ö\"?&=+/", "😀",      std::string(128, 'x')};
        for (int i = 0; i < 1000; ++i) {
            const StoreStamps asOf = randomState(dice);
            const Instant eventTime = dice.between(at("0000-01-01T00:00:00Z"), at("9999-12-31T23:59:59Z"));
            const EventCursor cursor{asOf, eventTime, EventId(dice.pick(ids))};
            const QByteArray text = api::toText(cursor);
            QVERIFY(isSafeInAUrl(text));
            const std::optional<EventCursor> read = api::eventCursorFrom(text);
            QVERIFY(read);
            QVERIFY(read->asOf == asOf && read->eventTime == eventTime && read->eventId == cursor.eventId);
        }
    }

    void aRejectionCursorComesBackAsItWas()
    {
        Dice dice(25);
        for (int i = 0; i < 1000; ++i) {
            const WriterStamp before = randomState(dice).front();
            const QByteArray text = api::toText(before);
            QVERIFY(isSafeInAUrl(text));
            QVERIFY(api::rejectionCursorFrom(text) == before);
        }
    }

    void whatIsNoEventCursorIsNone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no base64") << QByteArray("***");
        QTest::newRow("plain") << QByteArray("1 2 E-1");
        QTest::newRow("one word") << encoded("1");
        QTest::newRow("no id") << encoded("1 2");
        QTest::newRow("an empty id") << encoded("1 2 ");
        QTest::newRow("no state") << encoded(" 2 E-1");
        QTest::newRow("no writer") << encoded(":1 2 E-1");
        QTest::newRow("writers out of order") << encoded("2:1,1:1 2 E-1");
        QTest::newRow("no number first") << encoded("x 2 E-1");
        QTest::newRow("no number second") << encoded("1 x E-1");
        QTest::newRow("a number beyond 64 bits") << encoded("1 99999999999999999999 E-1");
        QTest::newRow("an id too long") << encoded("1 2 " + QByteArray(129, 'x'));
        QTest::newRow("a control character in the id") << encoded("1 2 a\nb");
        QTest::newRow("broken UTF-8 in the id") << encoded("1 2 \xff");
        QTest::newRow("a rejection cursor") << api::toText(WriterStamp{0, at("2026-01-15T10:00:00Z")});
        QTest::newRow("a byte behind") << encoded("1 2 E-1") + '!';
    }
    void whatIsNoEventCursorIsNone()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!api::eventCursorFrom(text));
    }

    void whatIsNoRejectionCursorIsNone()
    {
        for (const QByteArray &text :
             {QByteArray(), QByteArray("***"), encoded("x"), encoded("1 2"), encoded("1.5"),
              encoded("99999999999999999999"), api::toText(EventCursor{{}, {}, EventId("E-1"s)})})
            QVERIFY(!api::rejectionCursorFrom(text));
    }

    void damagedCursorsNeverCrash()
    {
        Dice dice(26);
        const QByteArray good =
            api::toText(EventCursor{{{1, at("2026-01-15T10:00:00Z")}, {2, at("2026-01-15T10:00:01Z")}},
                                    at("2026-01-15T09:00:00Z"),
                                    EventId("E-1"s)});
        for (int i = 0; i < 20'000; ++i) {
            QByteArray text = good;
            for (std::int64_t left = dice.between(1, 3); left > 0; --left)
                text[static_cast<qsizetype>(dice.below(static_cast<std::size_t>(text.size())))] =
                    static_cast<char>(dice.between(-128, 127));
            text.truncate(static_cast<qsizetype>(dice.between(0, text.size())));
            if (const auto read = api::eventCursorFrom(text))
                QVERIFY(api::eventCursorFrom(api::toText(*read))->eventId == read->eventId);
            api::rejectionCursorFrom(text);
        }
    }
};

LINEWATCH_TEST(CursorsTest)
#include "tst_cursors.moc"
