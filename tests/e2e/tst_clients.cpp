// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/answerloser.h"
#include "e2e/servertest.h"
#include "support/programrun.h"
#include "support/testprogram.h"
#include "ui/models/clientsnippet.h"

#include <QStandardPaths>

using namespace linewatch::test;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(linewatch::ui::Client)

/** What 'Connect a machine' offers to paste, run as it is against the program. */
class ClientsTest : public ServerTest
{
    Q_OBJECT

private slots:
    void eachPostsAnEvent_data() { addClients(); }
    void eachPostsAnEvent()
    {
        QFETCH(const Client, client);
        QFETCH(const QString, tool);
        if (tool.isEmpty())
            QSKIP("the tool of this language is not installed");
        for (const QString &machine :
             {own(u"M-001"_s), own(u"Pre\"ss\\ '2' %s $HOME `x` ü 機械 😀 @URL@ \\u0041"_s)}) {
            const ProgramRun run = runClient(client, tool, server().url(), machine);
            QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).constData());
            QVERIFY2(answerOf(run).contains("\"accepted\":1"), run.output.constData());
            const QJsonArray events = api().get(u"/events"_s, {{u"machineId"_s, machine}}).items();
            QCOMPARE(events.size(), 1);
            QCOMPARE(events[0][u"machineId"_s].toString(), machine);
            QVERIFY(std::abs(fromWireTime(events[0][u"eventTime"_s].toString()) - nowMicros()) < OneHour);
        }
    }

    void eachSendsTheSameEventAgainWhenTheAnswerIsLost_data() { addClients(); }
    void eachSendsTheSameEventAgainWhenTheAnswerIsLost()
    {
        QFETCH(const Client, client);
        QFETCH(const QString, tool);
        if (tool.isEmpty())
            QSKIP("the tool of this language is not installed");
        const AnswerLoser between(server().port(), 1);
        const ProgramRun run = runClient(client, tool, between.url(), own(u"M"_s));
        QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).constData());
        QVERIFY(between.requests() >= 2);
        QVERIFY2(answerOf(run).contains("\"deduped\":1"), run.output.constData());
        const QJsonArray events = api().get(u"/events"_s, {{u"machineId"_s, own(u"M"_s)}}).items();
        QCOMPARE(events.size(), 1);
        QCOMPARE(events[0][u"version"_s].toInt(), 1);
    }

    void eachGivesUpOnWhatIsRefused_data() { addClients(); }
    void eachGivesUpOnWhatIsRefused()
    {
        QFETCH(const Client, client);
        QFETCH(const QString, tool);
        if (tool.isEmpty())
            QSKIP("the tool of this language is not installed");
        QByteArray text = clientText(client, server().url(), own(u"M"_s)).toUtf8();
        text.replace("/events/batch", "/event/batch");
        const ProgramRun run = runText(client, tool, text);
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.error.contains("404"), run.error.constData());
    }

private:
    static void addClients()
    {
        QTest::addColumn<Client>("client");
        QTest::addColumn<QString>("tool");
        for (const auto &[client, tool] :
             {std::pair(Client::Curl, "curl"), std::pair(Client::Python, "python3"),
              std::pair(Client::NodeJs, "node"), std::pair(Client::Java, "java"), std::pair(Client::C, "cc")})
            QTest::addRow("%s", qPrintable(clientName(client)))
                << client << QStandardPaths::findExecutable(QString::fromLatin1(tool));
    }

    /** As each language writes JSON. */
    static QByteArray answerOf(const ProgramRun &run) { return QByteArray(run.output).replace(' ', ""); }

    ProgramRun runClient(Client client, const QString &tool, const QUrl &endpoint, const QString &machine)
    {
        return runText(client, tool, clientText(client, endpoint, machine).toUtf8());
    }

    /** Saves the text as it would be pasted, and runs it. */
    ProgramRun runText(Client client, const QString &tool, const QByteArray &text)
    {
        const QTemporaryDir place;
        const QString path = place.filePath(clientFile(client));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            return {};
        file.close();
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"no_proxy"_s, u"*"_s);
        if (client == Client::Curl)
            return runProgram(u"/bin/sh"_s, {path}, environment);
        if (client != Client::C)
            return runProgram(tool, {path}, environment);
        const QString made = place.filePath(u"client"_s);
        const ProgramRun compiled = runProgram(
            tool, {u"-std=c11"_s, u"-Wall"_s, u"-Wextra"_s, u"-Werror"_s, path, u"-o"_s, made}, environment);
        return compiled.exitCode == 0 ? runProgram(made, {}, environment) : compiled;
    }
};

LINEWATCH_TEST(ClientsTest)
#include "tst_clients.moc"
