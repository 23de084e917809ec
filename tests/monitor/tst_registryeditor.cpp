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

#include <sys/stat.h>

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
        const RegistryImport import = previewed("machineId,name\nM-1,Press\nM-2,a\"b\nM-3,\n");
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

    void whatIsSavedChangesNothingWhenItIsTakenIn()
    {
        QVERIFY(applied(previewed("machineId,name,line,lineFrom\nM-1,=1,L-1,always\nM-2,,,\n")));
        QVERIFY(applied(previewed("lineId,name\nL-1,Body\nL-2,\"a;b\"\n", RegistryKind::Lines)));
        const QString path = m_folder->filePath(u"saved.csv"_s);
        for (const RegistryKind kind : {RegistryKind::Machines, RegistryKind::Lines}) {
            for (const CsvPreset preset : {CsvPreset::Data, CsvPreset::Excel}) {
                QCOMPARE(heard<std::int64_t>([&](auto answer) {
                             m_editor->save(kind, preset, path, this, answer);
                         }).value(),
                         2);
                const auto import = heard<RegistryImportPtr>(
                    [&](auto answer) { m_editor->preview(kind, path, this, answer); });
                QVERIFY(import);
                QCOMPARE((*import)->rows.size(), std::size_t{2});
                QCOMPARE((*import)->changing() + (*import)->refused(), 0);
            }
        }
        QVERIFY(!heard<std::int64_t>([&](auto answer) {
            m_editor->save(RegistryKind::Lines, CsvPreset::Data, u"/no/such/a.csv"_s, this, answer);
        }));
    }

    /** One that nobody writes to would keep the editor for ever. */
    void aPipeIsRefused()
    {
        const QString pipe = m_folder->filePath(u"pipe"_s);
        QCOMPARE(::mkfifo(qPrintable(pipe), 0600), 0);
        const auto import = heard<RegistryImportPtr>(
            [&](auto answer) { m_editor->preview(RegistryKind::Lines, pipe, this, answer); });
        QVERIFY(!import);
        QVERIFY(import.failure().message.contains(pipe));
    }

    void aPreviewThatIsOldChangesNothing()
    {
        const RegistryImport early = previewed("machineId,name\nM-1,early\n");
        const RegistryImport late = previewed("machineId,name\nM-1,late\n");
        QVERIFY(applied(late));
        const Result<std::int64_t> refused = applied(early);
        QVERIFY(!refused);
        QCOMPARE(refused.failure().kind, Failure::Kind::Refused);
        QCOMPARE(previewed("machineId,name\nM-1,late\n").changing(), 0);
    }

    void whatCannotBeReadIsHeardAsAFailure()
    {
        const auto none = heard<RegistryImportPtr>(
            [&](auto answer) { m_editor->preview(RegistryKind::Machines, u"/no/such.csv"_s, this, answer); });
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
    RegistryImport previewed(const QByteArray &bytes, RegistryKind kind = RegistryKind::Machines)
    {
        QFile file(m_folder->filePath(u"machines.csv"_s));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the file");
        file.close();
        const auto import = heard<RegistryImportPtr>(
            [&](auto answer) { m_editor->preview(kind, file.fileName(), this, answer); });
        if (!import)
            qFatal("%s", qPrintable(import.failure().message));
        return **import;
    }
    Result<std::int64_t> applied(const RegistryImport &import)
    {
        return heard<std::int64_t>([&](auto answer) {
            m_editor->takeIn(std::make_shared<const RegistryImport>(import), u"test"_s, this, answer);
        });
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
