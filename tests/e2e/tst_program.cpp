// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** linewatchd as a program: options, what it prints, how it ends. */
class ProgramTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QCOMPARE(m_contract.take(), QStringList()); }

    void helpNamesEveryOption()
    {
        const ProgramRun run = runServer({u"--help"_s});
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 0);
        for (const char *option : {"--listen", "--database", "--config", "--demo", "--help", "--version"})
            QVERIFY2(run.output.contains(option), option);
    }

    void versionIsTold()
    {
        const ProgramRun run = runServer({u"--version"_s});
        QCOMPARE(run.exitCode, 0);
        static const QRegularExpression version(u"^linewatchd [0-9]+\\.[0-9]+\\.[0-9]+\n$"_s);
        QVERIFY2(version.match(QString::fromUtf8(run.output)).hasMatch(), run.output.constData());
    }

    void badOptionsEndWithOneLineAndTwo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{u"--nonsense"_s};
        QTest::newRow("listen without value") << QStringList{u"--listen"_s};
        QTest::newRow("no port") << QStringList{u"--listen"_s, u"127.0.0.1"_s};
        QTest::newRow("bad port") << QStringList{u"--listen"_s, u"127.0.0.1:x"_s};
        QTest::newRow("port too large") << QStringList{u"--listen"_s, u"127.0.0.1:65536"_s};
        QTest::newRow("negative port") << QStringList{u"--listen"_s, u"127.0.0.1:-1"_s};
        QTest::newRow("no address") << QStringList{u"--listen"_s, u":8080"_s};
        QTest::newRow("bad address") << QStringList{u"--listen"_s, u"300.0.0.1:8080"_s};
        QTest::newRow("empty listen") << QStringList{u"--listen"_s, u""_s};
        QTest::newRow("every address without a token") << QStringList{u"--listen"_s, u"0.0.0.0:0"_s};
        QTest::newRow("every IPv6 address without a token") << QStringList{u"--listen"_s, u"[::]:0"_s};
        QTest::newRow("unknown database") << QStringList{u"--database"_s, u"oracle://x"_s};
        QTest::newRow("database without scheme") << QStringList{u"--database"_s, u"/tmp/x.db"_s};
        QTest::newRow("database without path") << QStringList{u"--database"_s, u"sqlite:"_s};
        QTest::newRow("database in a folder that cannot be")
            << QStringList{u"--database"_s, u"sqlite:/dev/null/folder/x.db"_s};
        QTest::newRow("empty database") << QStringList{u"--database"_s, u""_s};
        QTest::newRow("settings that are not there")
            << QStringList{u"--config"_s, u"/nowhere/settings.ini"_s};
        QTest::newRow("something more") << QStringList{u"what"_s};
    }
    void badOptionsEndWithOneLineAndTwo()
    {
        QFETCH(QStringList, arguments);
        QStringList all = arguments;
        if (!arguments.contains(u"--database"_s))
            all << u"--database"_s << u"sqlite:"_s + storeFile();
        if (!arguments.contains(u"--listen"_s))
            all << u"--listen"_s << u"127.0.0.1:0"_s;
        checkRefused(runServer(all));
    }

    void aFileThatIsNoDatabaseIsRefusedAndNotTouched()
    {
        QFile file(storeFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray content = QByteArray("this is not a database\n").repeated(100);
        file.write(content);
        file.close();
        checkRefused(runOnStore());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

    void aFolderIsNoDatabase()
    {
        QVERIFY(QDir().mkpath(storeFile()));
        checkRefused(runOnStore());
    }

    void aNewerDatabaseIsRefusedAndNotTouched()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        QCOMPARE(server.stop(), std::optional(0));
        sql(u"INSERT INTO schema_step (migration, step) VALUES (999999, 0)"_s);
        const QByteArray before = storeBytes();
        const ProgramRun run = runOnStore();
        checkRefused(run);
        QVERIFY2(run.error.contains("newer"), run.error.constData());
        QCOMPARE(storeBytes(), before);
    }

    void aBusyPortIsTold()
    {
        QTcpServer other;
        QVERIFY(other.listen(QHostAddress::LocalHost));
        const QString address = u"127.0.0.1:%1"_s.arg(other.serverPort());
        const ProgramRun run =
            runServer({u"--listen"_s, address, u"--database"_s, u"sqlite:"_s + storeFile()});
        checkRefused(run);
        QVERIFY2(run.error.contains(address.toUtf8()), run.error.constData());
    }

    void aStoreHasOneProcess()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        const ProgramRun run = runOnStore();
        checkRefused(run);
        QVERIFY2(run.error.contains(storeFile().toUtf8()), run.error.constData());
        ApiClient api(server.port(), m_contract);
        QCOMPARE(api.postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(), QStringList{u"ACCEPTED"_s});
        QCOMPARE(server.stop(), std::optional(0));
        QVERIFY2(server.start(), server.log().constData());
    }

    void aStoreUnderAnotherNameIsTheSameStore()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        const QString link = m_folder->filePath(u"link.db"_s);
        QVERIFY(QFile::link(storeFile(), link));
        checkRefused(runServer({u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + link}));
    }

    void aKilledProcessLeavesNoLockBehind()
    {
        ServerProcess server(m_folder->path());
        QVERIFY2(server.start(), server.log().constData());
        server.kill();
        QVERIFY2(server.start(), server.log().constData());
    }

    void stdoutHoldsTheOneLineOnly()
    {
        QProcess process;
        process.setProcessEnvironment(isolatedEnvironment(m_folder->path()));
        process.start(QStringLiteral(LINEWATCHD_FILE),
                      {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + storeFile()});
        QTRY_VERIFY(process.canReadLine());
        process.terminate();
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QCOMPARE(process.exitCode(), 0);
        static const QRegularExpression line(u"^listening on http://127\\.0\\.0\\.1:[1-9][0-9]*\n$"_s);
        const QString output = QString::fromUtf8(process.readAllStandardOutput());
        QVERIFY2(line.match(output).hasMatch(), qPrintable(output));
    }

    void otherLoopbackAddressesAreListenedOn_data()
    {
        QTest::addColumn<QString>("listen");
        QTest::addColumn<QString>("announced");
        QTest::newRow("localhost")
            << u"localhost:0"_s << u"^listening on http://(127\\.0\\.0\\.1|localhost|\\[::1\\]):[0-9]+\n$"_s;
        QTest::newRow("127.0.0.2") << u"127.0.0.2:0"_s << u"^listening on http://127\\.0\\.0\\.2:[0-9]+\n$"_s;
        QTest::newRow("IPv6") << u"[::1]:0"_s << u"^listening on http://\\[::1\\]:[0-9]+\n$"_s;
    }
    void otherLoopbackAddressesAreListenedOn()
    {
        QFETCH(QString, listen);
        QFETCH(QString, announced);
        QProcess process;
        process.setProcessEnvironment(isolatedEnvironment(m_folder->path()));
        process.start(QStringLiteral(LINEWATCHD_FILE),
                      {u"--listen"_s, listen, u"--database"_s, u"sqlite:"_s + storeFile()});
        QTRY_VERIFY(process.canReadLine() || process.state() == QProcess::NotRunning);
        const QString line = QString::fromUtf8(process.readLine());
        process.terminate();
        QTRY_COMPARE(process.state(), QProcess::NotRunning);
        QVERIFY2(QRegularExpression(announced).match(line).hasMatch(),
                 process.readAllStandardError().constData());
    }

    void theDefaultStoreLiesInTheDataFolder()
    {
        startWithEnvironment({}, {u"--listen"_s, u"127.0.0.1:0"_s});
        QVERIFY(!findFiles(m_folder->filePath(u"data"_s), u"linewatch.db"_s).isEmpty());
    }

    void theEnvironmentNamesListenAndDatabase()
    {
        const QString store = m_folder->filePath(u"env.db"_s);
        const quint16 port = startWithEnvironment(
            {{u"LINEWATCH_LISTEN"_s, u"127.0.0.1:0"_s}, {u"LINEWATCH_DATABASE"_s, u"sqlite:"_s + store}}, {});
        QVERIFY(port > 0 && port != 8080);
        QVERIFY(QFile::exists(store));
    }

    void theCommandLineGoesBeforeTheEnvironment()
    {
        const QString store = m_folder->filePath(u"line.db"_s);
        startWithEnvironment(
            {{u"LINEWATCH_LISTEN"_s, u"0.0.0.0:0"_s}, {u"LINEWATCH_DATABASE"_s, u"sqlite:/dev/null/x.db"_s}},
            {u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + store});
        QVERIFY(QFile::exists(store));
    }

    void theSettingsFileNamesListenAndDatabase()
    {
        const QString store = m_folder->filePath(u"settings.db"_s);
        writeSettings(m_folder->filePath(u"my.ini"_s), store);
        startWithEnvironment({}, {u"--config"_s, m_folder->filePath(u"my.ini"_s)});
        QVERIFY(QFile::exists(store));
    }

    void theEnvironmentGoesBeforeTheSettingsFile()
    {
        const QString store = m_folder->filePath(u"env.db"_s);
        writeSettings(m_folder->filePath(u"my.ini"_s), m_folder->filePath(u"settings.db"_s));
        startWithEnvironment({{u"LINEWATCH_DATABASE"_s, u"sqlite:"_s + store}},
                             {u"--config"_s, m_folder->filePath(u"my.ini"_s)});
        QVERIFY(QFile::exists(store));
        QVERIFY(!QFile::exists(m_folder->filePath(u"settings.db"_s)));
    }

    void theDemoHasALivingPlantAndTouchesNoRealData()
    {
        QProcess process;
        process.setProcessEnvironment(isolatedEnvironment(m_folder->path()));
        process.start(QStringLiteral(LINEWATCHD_FILE), {u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s});
        QTRY_VERIFY_WITH_TIMEOUT(process.canReadLine() || process.state() == QProcess::NotRunning, 30'000);
        const quint16 port = portOf(process.readLine());
        QVERIFY2(port > 0, process.readAllStandardError().constData());
        ApiClient api(port, m_contract);
        QTRY_COMPARE_WITH_TIMEOUT(api.get(u"/machines"_s).items().size(), 20, 60'000);
        QVERIFY(api.get(u"/lines"_s).items().size() >= 4);
        process.terminate();
        QVERIFY(process.waitForFinished());
        QCOMPARE(process.exitCode(), 0);
        QVERIFY(findFiles(m_folder->filePath(u"data"_s), u"linewatch.db"_s).isEmpty());
    }

    void aDemoWithoutAPlaceForItsStoreIsRefused()
    {
        QProcessEnvironment environment = isolatedEnvironment(m_folder->path());
        environment.insert(u"TMPDIR"_s, u"/proc"_s); // a folder that nobody can write to
        checkRefused(runProgram(QStringLiteral(LINEWATCHD_FILE),
                                {u"--listen"_s, u"127.0.0.1:0"_s, u"--demo"_s}, environment));
    }

private:
    QString storeFile() const { return m_folder->filePath(u"linewatch.db"_s); }

    ProgramRun runServer(const QStringList &arguments)
    {
        return runProgram(QStringLiteral(LINEWATCHD_FILE), arguments, isolatedEnvironment(m_folder->path()));
    }
    ProgramRun runOnStore()
    {
        return runServer({u"--listen"_s, u"127.0.0.1:0"_s, u"--database"_s, u"sqlite:"_s + storeFile()});
    }

    static void checkRefused(const ProgramRun &run)
    {
        QVERIFY(run.finished);
        QCOMPARE(run.exitCode, 2);
        QCOMPARE(run.output, "");
        QVERIFY2(run.error.trimmed().size() > 10 && run.error.trimmed().count('\n') == 0,
                 run.error.constData());
    }

    static quint16 portOf(const QByteArray &line)
    {
        return line.startsWith("listening on http://") ? line.trimmed().split(':').last().toUShort() : 0;
    }

    /** Starts, waits for the line, ends in order; the port that it had. */
    quint16 startWithEnvironment(const QMap<QString, QString> &variables, const QStringList &arguments)
    {
        QProcessEnvironment environment = isolatedEnvironment(m_folder->path());
        for (auto variable = variables.begin(); variable != variables.end(); ++variable)
            environment.insert(variable.key(), variable.value());
        QProcess process;
        process.setProcessEnvironment(environment);
        process.start(QStringLiteral(LINEWATCHD_FILE), arguments);
        while (!process.canReadLine() && process.state() != QProcess::NotRunning)
            process.waitForReadyRead(30'000);
        const quint16 port = portOf(process.readLine());
        process.terminate();
        process.waitForFinished();
        if (port == 0)
            QTest::qFail(process.readAllStandardError().constData(), __FILE__, __LINE__);
        return port;
    }

    static void writeSettings(const QString &path, const QString &store)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[server]\nlisten=127.0.0.1:0\n[store]\ndatabase=sqlite:" + store.toUtf8() + '\n');
    }

    void sql(const QString &statement)
    {
        {
            QSqlDatabase store = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"program"_s);
            store.setDatabaseName(storeFile());
            QVERIFY(store.open());
            QSqlQuery query(store);
            QVERIFY(query.exec(statement));
        }
        QSqlDatabase::removeDatabase(u"program"_s);
    }

    QByteArray storeBytes() const
    {
        QFile file(storeFile());
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    static QStringList findFiles(const QString &folder, const QString &name)
    {
        QStringList found;
        for (QDirIterator files(folder, {name}, QDir::Files, QDirIterator::Subdirectories); files.hasNext();)
            found.append(files.next());
        return found;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ContractCheck m_contract;
};

LINEWATCH_TEST(ProgramTest)
#include "tst_program.moc"
