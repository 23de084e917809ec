// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/damage.h"
#include "storage/readablestore.h"
#include "storage/required.h"
#include "storage/sqleventstore.h"
#include "storage/sqlitedialect.h"
#include "storage/storequestions.h"
#include "storage/testnode.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QtTest>

#include <map>
#include <random>

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

constexpr int events = 6'000;
constexpr int machines = 300;
constexpr int batchEvents = 500;
constexpr Instant origin{24h * 365};

MachineId machineOf(int number)
{
    return MachineId("a-machine-whose-name-takes-up-some-room-" + std::to_string(number % machines));
}

/** What SQLite writes at the beginning of a page of a table or an index. */
bool isOfTree(char type)
{
    return type == 2 || type == 5 || type == 10 || type == 13;
}

} // namespace

/**
 * A store some of whose pages cannot be read any more while it is open: an answer is what it was, or it is a
 * failure. It never ends where the damage begins.
 */
class TestDamagedPages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void noAnswerEndsAtDamage_data();
    void noAnswerEndsAtDamage();
    void everyLongAnswerMetDamage();

private:
    /** How often a question was answered in spite of the damage, and how often it failed. */
    struct Count {
        int answered = 0;
        int failed = 0;
    };

    static IncomingEvent eventOf(int number, int version);
    void writeStore();
    QString damagedCopy(std::mt19937 &random);
    void compare(const QString &name, const AnswerText &answer);
    void askAll(const QString &path, const std::function<void(const QString &, const AnswerText &)> &use);

    QTemporaryDir m_folder;
    QString m_sound = m_folder.filePath(QStringLiteral("sound.db"));
    std::vector<qint64> m_pages; ///< offsets of pages that can be damaged
    std::vector<EventId> m_ids;
    std::vector<ReaderQuestion> m_questions;
    std::map<QString, QStringList> m_right;
    std::map<QString, Count> m_counts;
    int m_copies = 0;
};

void TestDamagedPages::initTestCase()
{
    writeStore();
    const QByteArray content = contentOf(m_sound);
    for (qint64 page = PageBytes; page < content.size(); page += PageBytes) { // without the first, see there
        if (isOfTree(content.at(page)))
            m_pages.push_back(page);
    }
    QVERIFY(m_pages.size() > 200);
    for (int i = 0; i < events + 100; ++i) // the last of them were never sent
        m_ids.emplace_back("event-" + std::to_string(i));
    m_questions = readerQuestions({{origin + 1h + 37s, origin + 60h + 11s},
                                   machineOf(8),
                                   FactoryId(std::string("F-1")),
                                   EventId(std::string("event-8"))});
    const QString copy = m_folder.filePath(QStringLiteral("copy.db"));
    QVERIFY(QFile::copy(m_sound, copy));
    askAll(copy, [this](const QString &name, const AnswerText &answer) {
        QVERIFY2(answer, qPrintable(name));
        QVERIFY2(!answer->isEmpty(), qPrintable(name));
        m_right.emplace(name, *answer);
    });
    QCOMPARE(m_right.at(QStringLiteral("looked up")).size(), events);
    QVERIFY(m_right.at(QStringLiteral("removed")).first().startsWith(QStringLiteral("2000 events")));
}

IncomingEvent TestDamagedPages::eventOf(int number, int version)
{
    IncomingEvent event;
    event.eventId = EventId("event-" + std::to_string(number));
    event.payload.machineId = machineOf(number);
    event.payload.eventTime = origin + std::chrono::seconds{40 * number + 600 * version};
    event.payload.duration = std::chrono::milliseconds{number % 1'000};
    event.payload.defectCount = number % 5 - 1;
    if (number % 3 > 0)
        event.payload.lineId = LineId("L-" + std::to_string(number % machines / 10));
    event.payload.factoryId = FactoryId("F-" + std::to_string(number % 2));
    return event;
}

/** Events, a correction of each fourth, rejections, and an index over the keys that has runs. */
void TestDamagedPages::writeStore()
{
    {
        TestNode node({m_sound});
        std::vector<Answer> answers;
        for (int version = 0; version < 2; ++version) {
            for (int first = 0; first < events; first += batchEvents) {
                PendingBatch batch;
                batch.sender = "127.0.0.1";
                batch.arrival = origin + std::chrono::seconds{40 * (first + batchEvents)} + version * 24h;
                for (int number = first; number < first + batchEvents; number += version == 0 ? 1 : 4) {
                    batch.events.emplace_back(eventOf(number, version));
                    batch.events.emplace_back(RefusedEvent{RejectReason::InvalidDuration, std::nullopt, "M",
                                                           std::string(200, 'r') + std::to_string(number)});
                }
                answers.push_back(node.post(std::move(batch)));
            }
        }
        for (Answer &answer : answers)
            QVERIFY(answer.get());
    }
    const SqliteDialect dialect(m_sound);
    QVERIFY(SqlEventStore::open(dialect, SqlEventStore::soleWriter({256, 4})));
}

void TestDamagedPages::askAll(const QString &path,
                              const std::function<void(const QString &, const AnswerText &)> &use)
{
    const auto store = ReadableStore::open({path});
    const auto reader =
        store ? (*store)->openReader() : Result<std::unique_ptr<EventReader>>(store.failure());
    for (const ReaderQuestion &question : m_questions)
        use(QString::fromLatin1(question.name), reader ? question.ask(**reader) : reader.failure());

    const SqliteDialect dialect(path);
    const auto writer = SqlEventStore::open(dialect, SqlEventStore::soleWriter());
    use(QStringLiteral("looked up"), writer ? lookedUp(**writer, m_ids, batchEvents) : writer.failure());
    use(QStringLiteral("removed"), writer ? removed(**writer, origin + 24h, 2'000) : writer.failure());
}

/** The first page is read whenever a connection is made; the others may be damaged. */
QString TestDamagedPages::damagedCopy(std::mt19937 &random)
{
    const QString path = m_folder.filePath(QStringLiteral("damaged-%1.db").arg(++m_copies));
    if (!QFile::copy(m_sound, path))
        return {};
    constexpr qint64 header = 8; // what tells what kind of page it is, and how it is laid out
    for (auto left = std::uniform_int_distribution(1, 3)(random); left > 0; --left) {
        const qint64 page =
            m_pages[std::uniform_int_distribution<std::size_t>(0, m_pages.size() - 1)(random)];
        if (isOfTree(contentOf(path).at(page)) && !flipBytes(path, page, header))
            return {};
    }
    return path;
}

void TestDamagedPages::compare(const QString &name, const AnswerText &answer)
{
    if (!answer) {
        ++m_counts[name].failed;
        QVERIFY2(answer.failure().kind == Failure::Kind::Damaged, qPrintable(answer.failure().message));
        return;
    }
    ++m_counts[name].answered;
    QVERIFY2(*answer == m_right.at(name),
             qPrintable(QStringLiteral("%1: %2 lines, must be %3")
                            .arg(name)
                            .arg(answer->size())
                            .arg(m_right.at(name).size())));
}

void TestDamagedPages::noAnswerEndsAtDamage_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 8; ++seed)
        QTest::addRow("seed %u", seed) << seed;
}

void TestDamagedPages::noAnswerEndsAtDamage()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    for (int i = 0; i < 25; ++i) {
        const QString path = damagedCopy(random);
        QVERIFY(!path.isEmpty());
        askAll(path, [this](const QString &name, const AnswerText &answer) { compare(name, answer); });
        if (QTest::currentTestFailed())
            return;
        QVERIFY(QFile::remove(path));
    }
}

/** Or the test above would have tested nothing. */
void TestDamagedPages::everyLongAnswerMetDamage()
{
    for (const auto &[name, right] : m_right) {
        const Count &count = m_counts[name];
        qInfo("%s: %d answers, %d failures", qPrintable(name), count.answered, count.failed);
        QVERIFY2(count.answered > 0, qPrintable(name));
        const bool isLong = right.size() >= 100 || name == QStringLiteral("removed");
        QVERIFY2(count.failed > 0 || !isLong, qPrintable(name));
    }
}

LINEWATCH_TEST(TestDamagedPages)
#include "tst_damagedpages.moc"
