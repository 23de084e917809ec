// SPDX-License-Identifier: GPL-3.0-or-later
#include "live/liveboard.h"
#include "model/samples.h"
#include "model/systemclock.h"
#include "monitor/registryeditor.h"
#include "monitor/registrywatch.h"
#include "storage/storefactory.h"
#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/** What screens change the registry with, and how a board hears of it. */
class RegistryEditorTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_url.sqlitePath = m_folder->filePath(u"a.db"_s);
        m_factory = std::move(*StoreFactory::open(m_url));
        m_editor = std::make_unique<RegistryEditor>(m_url, m_clock);
    }
    void cleanup()
    {
        m_editor.reset();
        m_factory.reset();
    }

    void aFileIsPreviewedTakenInAndUndone()
    {
        const MachineImport import = previewed("machineId,name\nM-1,Press\nM-2,a\"b\nM-3,\n");
        QCOMPARE(import.changing(), 2);
        QCOMPARE(import.refused(), 1);
        QCOMPARE(heard<std::int64_t>([&](auto answer) {
                     m_editor->apply(import.change(u"import"_s), this, answer);
                 }).value(),
                 1);
        QCOMPARE(previewed("machineId,name\nM-1,Press\n").changing(), 0);
        const auto change =
            heard<std::optional<MadeChange>>([&](auto answer) { m_editor->lastChange(this, answer); });
        QCOMPARE(change.value()->what, u"import"_s);
        QCOMPARE(change.value()->entries, 2);
        QCOMPARE(undone(1).value(), 2);
        QVERIFY(!undone(1));
        QCOMPARE(previewed("machineId,name\nM-1,Press\n").changing(), 1);
    }

    void aPreviewThatIsOldChangesNothing()
    {
        const MachineImport early = previewed("machineId,name\nM-1,early\n");
        const MachineImport late = previewed("machineId,name\nM-1,late\n");
        QVERIFY(applied(late));
        const Result<std::int64_t> refused = applied(early);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, Failure::Kind::Refused);
        QCOMPARE(previewed("machineId,name\nM-1,late\n").changing(), 0);
    }

    void whatCannotBeReadIsHeardAsAFailure()
    {
        const auto none =
            heard<MachineImport>([&](auto answer) { m_editor->preview(u"/no/such.csv"_s, this, answer); });
        QVERIFY(!none);
        QVERIFY(none.failure().shown.contains(u"/no/such.csv"_s));
        RegistryEditor lost({m_url.sqlitePath + u".none"_s}, m_clock);
        QVERIFY(!heard<std::int64_t>([&](auto answer) { lost.undo(1, this, answer); }));
    }

    void nobodyHearsWhoIsGone()
    {
        bool isHeard = false;
        {
            QObject context;
            m_editor->undo(1, &context, [&](const Result<std::int64_t> &) { isHeard = true; });
        }
        QVERIFY(!undone(1)); // comes after it
        QVERIFY(!isHeard);
    }

    void aBoardHearsOfEachChange()
    {
        LiveBoard board{StateRules{}};
        const Instant now = m_clock.now();
        board.record(
            std::vector<EventChange>{
                {std::nullopt, {EventId(std::string("E")), payloadOf("M-1", now), now, now, 1}}},
            {}, now, 1ms);
        const RegistryWatch watch([this] { return m_factory->openReader(); }, board);
        const auto line = [&] { return board.snapshot(now, 15min, 0)->machines.front().line.toString(); };
        QCOMPARE(line(), u"M-1"_s);
        QVERIFY(applied(previewed("machineId,line,lineFrom\nM-1,L-1,always\n")));
        QTRY_COMPARE_WITH_TIMEOUT(line(), u"L-1"_s, 20'000);
        QVERIFY(undone(1));
        QTRY_COMPARE_WITH_TIMEOUT(line(), u"M-1"_s, 20'000);
    }

private:
    /** What an answer says, after waiting for it. */
    template <class T, class Ask>
    Result<T> heard(const Ask &ask)
    {
        std::optional<Result<T>> answer;
        ask([&answer](const Result<T> &result) { answer = result; });
        if (!QTest::qWaitFor([&answer] { return answer.has_value(); }, 20'000))
            return Failure{Failure::Kind::Internal, u"nothing was heard"_s};
        return *answer;
    }
    MachineImport previewed(const QByteArray &bytes)
    {
        QFile file(m_folder->filePath(u"machines.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the file");
        file.close();
        const auto import =
            heard<MachineImport>([&](auto answer) { m_editor->preview(file.fileName(), this, answer); });
        if (!import)
            qFatal("%s", qPrintable(import.failure().message));
        return *import;
    }
    Result<std::int64_t> applied(const MachineImport &import)
    {
        return heard<std::int64_t>(
            [&](auto answer) { m_editor->apply(import.change(u"test"_s), this, answer); });
    }
    Result<std::int64_t> undone(std::int64_t number)
    {
        return heard<std::int64_t>([&](auto answer) { m_editor->undo(number, this, answer); });
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    DatabaseUrl m_url;
    SystemClock m_clock;
    std::unique_ptr<StoreFactory> m_factory;
    std::unique_ptr<RegistryEditor> m_editor;
};

LINEWATCH_TEST(RegistryEditorTest)
#include "tst_registryeditor.moc"
