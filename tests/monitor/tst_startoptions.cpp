// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/startoptions.h"
#include "support/testprogram.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>

using namespace linewatch;

class TestStartOptions : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void withoutAnythingTheDefaultsHold();
    void commandLineWinsOverEnvironmentOverFile();
    void badOptionsAreRefusedInOneLine_data();
    void badOptionsAreRefusedInOneLine();
    void theUsersSettingsGoBeforeTheSystems();
    void limitsAreThoseOfTheContractUnlessTheFileSetsThem();
    void aLimitOutOfItsBoundsIsNamed_data();
    void aLimitOutOfItsBoundsIsNamed();
    void aCommaInTheSettingsFileIsAComma();
    void eventsAreKeptForEverUnlessTheFileSaysHowLong();
    void helpAndVersionAreShownInsteadOfServing();
    void demoHasAStoreOfItsOwn();
    void demoCanBeRepeated();
    void aViewerIsOfTheDesktopAlone();
    void aLinkIsOfTheDesktopAlone();
    void aLinkSaysWhetherAStoreWasNamed();
    void everyLoopbackAddressIsTaken_data();
    void everyLoopbackAddressIsTaken();

private:
    Result<StartOptions> read(const QStringList &options, Program program = Program::Server) const
    {
        return readStartOptions(QStringList{QStringLiteral("linewatchd")} + options, m_environment, program);
    }
    QString writeSettings(const QByteArray &text);
    /** The settings that are found in a folder of the XDG base directories. */
    void writeFound(const QString &folder, const QByteArray &text) const;

    QTemporaryDir m_folder;
    int m_settingsFiles = 0;
    QProcessEnvironment m_environment;
};

void TestStartOptions::init()
{
    qputenv("XDG_CONFIG_HOME", m_folder.filePath(QStringLiteral("config")).toUtf8());
    qputenv("XDG_CONFIG_DIRS", m_folder.filePath(QStringLiteral("nowhere")).toUtf8());
    qputenv("XDG_DATA_HOME", m_folder.filePath(QStringLiteral("data")).toUtf8());
    m_environment.clear();
}

QString TestStartOptions::writeSettings(const QByteArray &text)
{
    // A name of its own each time: Qt remembers what it read from a file of the same age and size.
    const QString path = m_folder.filePath(QStringLiteral("settings%1.ini").arg(++m_settingsFiles));
    QFile file(path);
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
    return path;
}

void TestStartOptions::writeFound(const QString &folder, const QByteArray &text) const
{
    const QString place = m_folder.filePath(folder) + QStringLiteral("/linewatch");
    QVERIFY(QDir().mkpath(place));
    QFile file(place + QStringLiteral("/linewatch.ini"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TestStartOptions::withoutAnythingTheDefaultsHold()
{
    const auto options = read({});
    QVERIFY(options);
    QCOMPARE(options->monitor.address, QHostAddress(QHostAddress::LocalHost));
    QCOMPARE(options->monitor.port, quint16(8080));
    QCOMPARE(options->monitor.database.sqlitePath,
             m_folder.filePath(QStringLiteral("data/linewatch/linewatch.db")));
    QVERIFY(!options->demo);
}

void TestStartOptions::commandLineWinsOverEnvironmentOverFile()
{
    const QString file =
        writeSettings("[server]\nlisten=127.0.0.1:1001\n[store]\ndatabase=sqlite:/tmp/file.db\n");
    const QStringList config{QStringLiteral("--config"), file};
    QCOMPARE(read(config)->monitor.port, quint16(1001));
    QCOMPARE(read(config)->monitor.database.sqlitePath, QStringLiteral("/tmp/file.db"));
    m_environment.insert(QStringLiteral("LINEWATCH_LISTEN"), QStringLiteral("127.0.0.1:1002"));
    m_environment.insert(QStringLiteral("LINEWATCH_DATABASE"), QStringLiteral("sqlite:/tmp/environment.db"));
    QCOMPARE(read(config)->monitor.port, quint16(1002));
    QCOMPARE(read(config)->monitor.database.sqlitePath, QStringLiteral("/tmp/environment.db"));
    const auto options = read(config
                              + QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:1003"),
                                            QStringLiteral("--database=sqlite:/tmp/line.db")});
    QCOMPARE(options->monitor.port, quint16(1003));
    QCOMPARE(options->monitor.database.sqlitePath, QStringLiteral("/tmp/line.db"));
}

void TestStartOptions::badOptionsAreRefusedInOneLine_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, const QStringList &options, const char *word) {
        QTest::newRow(name) << options << QString::fromLatin1(word);
    };
    row("unknown option", {QStringLiteral("--no-such")}, "no-such");
    row("unknown command", {QStringLiteral("launch")}, "launch");
    row("missing value", {QStringLiteral("--listen")}, "listen");
    row("no port", {QStringLiteral("--listen=127.0.0.1")}, "127.0.0.1:8080");
    row("port too big", {QStringLiteral("--listen=127.0.0.1:65536")}, "65536");
    row("no address", {QStringLiteral("--listen=factory:8080")}, "factory");
    row("every address", {QStringLiteral("--listen=0.0.0.0:8080")}, "tokens");
    row("a reachable address", {QStringLiteral("--listen=10.20.0.5:8080")}, "tokens");
    row("no database", {QStringLiteral("--database=file.db")}, "sqlite:");
    row("no settings file", {QStringLiteral("--config=/no/such/file.ini")}, "/no/such/file.ini");
    row("demo with a store", {QStringLiteral("--demo"), QStringLiteral("--database=sqlite:/tmp/x.db")},
        "--demo");
}

void TestStartOptions::badOptionsAreRefusedInOneLine()
{
    QFETCH(QStringList, options);
    QFETCH(QString, word);
    const auto read = this->read(options);
    QVERIFY(!read);
    QVERIFY2(read.failure().message.contains(word), qUtf8Printable(read.failure().message));
    QVERIFY(!read.failure().message.contains(QLatin1Char('\n')));
}

void TestStartOptions::theUsersSettingsGoBeforeTheSystems()
{
    const auto path = [this](const char *name) { return m_folder.filePath(QString::fromLatin1(name)); };
    qputenv("XDG_CONFIG_HOME", path("user").toUtf8());
    qputenv("XDG_CONFIG_DIRS", (path("system") + QLatin1Char(':') + path("further")).toUtf8());
    writeFound(QStringLiteral("further"), "[server]\nlisten=127.0.0.1:1001\n");
    QCOMPARE(read({})->monitor.port, quint16(1001));
    writeFound(QStringLiteral("system"), "[server]\nlisten=127.0.0.1:1002\n");
    QCOMPARE(read({})->monitor.port, quint16(1002));
    writeFound(QStringLiteral("user"), "[server]\nlisten=127.0.0.1:1003\n");
    QCOMPARE(read({})->monitor.port, quint16(1003));
    const QString named = writeSettings("[server]\nlisten=127.0.0.1:1004\n");
    QCOMPARE(read({QStringLiteral("--config"), named})->monitor.port, quint16(1004));
}

void TestStartOptions::limitsAreThoseOfTheContractUnlessTheFileSetsThem()
{
    const auto all = [](const MonitorSettings &settings) {
        const http::Limits &http = settings.http;
        return QList<qint64>{http.bodyBytes,
                             http.headerBytes,
                             http.targetBytes,
                             static_cast<qint64>(settings.maxBatchEvents),
                             http.connections,
                             http.headerDeadline.count(),
                             http.bodyDeadline.count(),
                             http.idleTimeout.count(),
                             static_cast<qint64>(settings.maxQueuedEvents)};
    };
    QCOMPARE(all(read({})->monitor),
             (QList<qint64>{16 * 1024 * 1024, 32 * 1024, 8 * 1024, 50'000, 10'000, 10'000, 60'000, 75'000,
                            100'000}));
    const QString file = writeSettings("[limits]\nbodyBytes=4096\nheaderBytes=2048\ntargetBytes=1024\n"
                                       "batchEvents=7\nconnections=8\nheaderSeconds=1\nbodySeconds=2\n"
                                       "idleSeconds=3\nqueuedEvents=9\n");
    QCOMPARE(all(read({QStringLiteral("--config"), file})->monitor),
             (QList<qint64>{4096, 2048, 1024, 7, 8, 1000, 2000, 3000, 9}));
}

void TestStartOptions::aLimitOutOfItsBoundsIsNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char *line : {"bodyBytes=0", "bodyBytes=1073741825", "headerBytes=-1", "targetBytes=8k",
                             "batchEvents=0", "connections=", "headerSeconds=1.5", "bodySeconds=86401",
                             "idleSeconds=1,2", "queuedEvents=99999999999999999999"})
        QTest::newRow(line) << QByteArray(line);
}

void TestStartOptions::aLimitOutOfItsBoundsIsNamed()
{
    QFETCH(QByteArray, line);
    const auto options = read({QStringLiteral("--config"), writeSettings("[limits]\n" + line + '\n')});
    QVERIFY(!options);
    const QString &message = options.failure().message;
    QVERIFY2(message.contains(QStringLiteral("limits/") + QString::fromLatin1(line.split('=').first())),
             qUtf8Printable(message));
    QVERIFY(!message.contains(QLatin1Char('\n')));
}

void TestStartOptions::aCommaInTheSettingsFileIsAComma()
{
    const QString file = writeSettings("[store]\ndatabase=sqlite:/tmp/one,two.db\n");
    QCOMPARE(read({QStringLiteral("--config"), file})->monitor.database.sqlitePath,
             QStringLiteral("/tmp/one,two.db"));
}

void TestStartOptions::eventsAreKeptForEverUnlessTheFileSaysHowLong()
{
    QVERIFY(!read({})->monitor.retention.isSet());
    const auto readDays = [this](const QByteArray &days) {
        return read({QStringLiteral("--config"), writeSettings("[store]\nretentionDays=" + days + '\n')});
    };
    QVERIFY(!readDays("0")->monitor.retention.isSet());
    QCOMPARE(readDays("1")->monitor.retention.age.count(), 1);
    QCOMPARE(readDays("36500")->monitor.retention.age.count(), 36'500);
    for (const char *bad : {"-1", "36501", "90d", "1.5", "99999999999"}) {
        const auto options = readDays(bad);
        QVERIFY2(!options, bad);
        QVERIFY(options.failure().message.contains(QStringLiteral("store/retentionDays")));
        QVERIFY(!options.failure().message.contains(QLatin1Char('\n')));
    }
}

void TestStartOptions::helpAndVersionAreShownInsteadOfServing()
{
    const auto help = read({QStringLiteral("--help")});
    QCOMPARE(help->action, StartOptions::Action::ShowHelp);
    for (const char *option : {"--listen", "--database", "--config", "--demo"})
        QVERIFY(help->text.contains(QString::fromLatin1(option)));
    const auto version = read({QStringLiteral("--version")});
    QCOMPARE(version->action, StartOptions::Action::ShowVersion);
    QVERIFY(QRegularExpression(QStringLiteral("\\d+\\.\\d+\\.\\d+")).match(version->text).hasMatch());
}

void TestStartOptions::demoHasAStoreOfItsOwn()
{
    m_environment.insert(QStringLiteral("LINEWATCH_DATABASE"), QStringLiteral("sqlite:/tmp/real.db"));
    const auto options = read({QStringLiteral("--demo")});
    QVERIFY(options);
    QVERIFY(options->demo);
    QVERIFY(options->monitor.database.sqlitePath.isEmpty());
    QVERIFY(!options->demoSeed);
}

void TestStartOptions::demoCanBeRepeated()
{
    m_environment.insert(QStringLiteral("LINEWATCH_DEMO_SEED"), QStringLiteral("18446744073709551615"));
    QCOMPARE(read({QStringLiteral("--demo")})->demoSeed, std::numeric_limits<quint64>::max());
    m_environment.insert(QStringLiteral("LINEWATCH_DEMO_SEED"), QStringLiteral("seven"));
    const auto refused = read({QStringLiteral("--demo")});
    QVERIFY(!refused);
    QVERIFY(refused.failure().message.contains(QStringLiteral("LINEWATCH_DEMO_SEED")));
}

void TestStartOptions::aLinkIsOfTheDesktopAlone()
{
    const QString link = QStringLiteral("linewatch://machine/M%20103?from=2026-01-15T06:00:00Z");
    const Result<StartOptions> opened = read({link}, Program::Desktop);
    QVERIFY2(opened, qPrintable(opened.ok() ? QString() : opened.failure().message));
    QCOMPARE(opened->link.toString(QUrl::FullyEncoded), link);
    QVERIFY(read({}, Program::Desktop)->link.isEmpty());
    QVERIFY(read({link}).failure().message.contains(QStringLiteral("there is no command")));
    QVERIFY(!read({link, link}, Program::Desktop));
    QVERIFY(!read({QStringLiteral("http://machine/M-1")}, Program::Desktop));
    QVERIFY(!read({QStringLiteral("linewatch://machine/a b")}, Program::Desktop));
}

void TestStartOptions::aLinkSaysWhetherAStoreWasNamed()
{
    const QString link = QStringLiteral("linewatch://lines");
    const QString store = QStringLiteral("sqlite:") + m_folder.filePath(QStringLiteral("a.db"));
    QVERIFY(!read({link}, Program::Desktop)->namesStore);
    QVERIFY(!read({QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"), link}, Program::Desktop)
                 ->namesStore);
    QVERIFY(read({QStringLiteral("--database"), store, link}, Program::Desktop)->namesStore);
    QVERIFY(read({QStringLiteral("--demo"), link}, Program::Desktop)->namesStore);
    QVERIFY(read({QStringLiteral("--viewer"), link}, Program::Desktop)->namesStore);
    QVERIFY(read({QStringLiteral("--config"), writeSettings({}), link}, Program::Desktop)->namesStore);
}

void TestStartOptions::everyLoopbackAddressIsTaken_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"127.0.0.1:0", "localhost:0", "[::1]:0", "127.1.2.3:0"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestStartOptions::everyLoopbackAddressIsTaken()
{
    QFETCH(QString, text);
    const auto options = read({QStringLiteral("--listen"), text});
    QVERIFY(options);
    QVERIFY(options->monitor.address.isLoopback());
    QCOMPARE(options->monitor.port, quint16(0));
}

void TestStartOptions::aViewerIsOfTheDesktopAlone()
{
    const QString viewer = QStringLiteral("--viewer");
    const auto viewing = read(
        {viewer, QStringLiteral("--database"), QStringLiteral("mysql://plant@db1/plant")}, Program::Desktop);
    QVERIFY(viewing);
    QVERIFY(viewing->monitor.viewer);
    QVERIFY(!read({}, Program::Desktop)->monitor.viewer);

    const auto served = read({viewer});
    QVERIFY(!served);
    QVERIFY(served.failure().message.contains(QStringLiteral("start linewatch")));
    QVERIFY(!read({QStringLiteral("--help")})->text.contains(viewer));
    QVERIFY(read({QStringLiteral("--help")}, Program::Desktop)->text.contains(viewer));

    for (const QStringList &also : {QStringList{QStringLiteral("--demo")},
                                    QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0")}}) {
        const auto both = read(QStringList{viewer} + also, Program::Desktop);
        QVERIFY(!both);
        QVERIFY(both.failure().message.contains(QStringLiteral("a viewer takes no events")));
    }
}

LINEWATCH_TEST(TestStartOptions)
#include "tst_startoptions.moc"
