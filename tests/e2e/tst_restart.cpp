// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/apiclient.h"
#include "support/contractcheck.h"
#include "support/mariadbserver.h"
#include "support/programrun.h"
#include "support/serverprocess.h"
#include "support/testprogram.h"
#include "support/wireevent.h"

#include <QDir>
#include <QProcess>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** 'Restart now' in the settings of a real `linewatch`: another process takes over, with what was changed. */
class RestartTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void anotherProcessServesWithTheNewSetting();
    void whoLeftTheDemoIsNotTakenBackToIt();

private:
    static constexpr int Patience = 60'000; // milliseconds

    void start(const QStringList &arguments);
    /** Types the new database, applies it and restarts. */
    void changeDatabase(const QString &path);
    void tellUser(const QString &lines) const;
    /** Where programs said that they listen, one after the other. */
    QStringList announced() const;
    /** Of programs with our settings; ended ones do not count. */
    QHash<qint64, QStringList> running() const;
    QString place() const;
    QProcessEnvironment environment() const;
    QString file(const QString &name) const { return m_folder->filePath(name); }
    static QString program() { return QStringLiteral(LINEWATCH_DESKTOP_FILE); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_first;
    quint16 m_port = 0;
    ContractCheck m_contract;
};

void RestartTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_port = freePort();
    QFile settings(file(u"plant.ini"_s));
    QVERIFY(settings.open(QIODevice::WriteOnly));
    settings.write("[server]\nlisten=127.0.0.1:" + QByteArray::number(m_port)
                   + "\n[store]\ndatabase=sqlite:" + file(u"old.db"_s).toUtf8() + '\n');
}

void RestartTest::cleanup()
{
    m_first.reset();
    const QHash<qint64, QStringList> left = running();
    for (auto each = left.keyBegin(); each != left.keyEnd(); ++each)
        ::kill(static_cast<pid_t>(*each), SIGTERM);
    QTRY_VERIFY_WITH_TIMEOUT(running().isEmpty(), Patience);
    QCOMPARE(m_contract.take(), QStringList());
}

QProcessEnvironment RestartTest::environment() const
{
    QProcessEnvironment environment = isolatedEnvironment(m_folder->path());
    environment.insert(u"QT_PLUGIN_PATH"_s, QStringLiteral(LINEWATCH_TEST_PLUGINS));
    environment.insert(u"QT_QPA_GENERIC_PLUGINS"_s, u"windowuser:"_s + file(u"wishes"_s));
    return environment;
}

/** Both processes write into the same files, as they would to the same terminal. */
void RestartTest::start(const QStringList &arguments)
{
    m_first = std::make_unique<QProcess>();
    m_first->setProcessEnvironment(environment());
    m_first->setStandardOutputFile(file(u"out"_s));
    m_first->setStandardErrorFile(file(u"log"_s), QIODevice::Append);
    m_first->start(program(), arguments + QStringList{u"--config"_s, file(u"plant.ini"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(announced().size(), 1, Patience);
}

void RestartTest::tellUser(const QString &lines) const
{
    QFile wishes(file(u"wishes.new"_s));
    QVERIFY(wishes.open(QIODevice::WriteOnly));
    wishes.write(lines.toUtf8());
    wishes.close();
    QVERIFY(wishes.rename(file(u"wishes"_s)));
}

void RestartTest::changeDatabase(const QString &path)
{
    tellUser(u"type store/database sqlite:%1\nclick applySettings\nclick restartNow\n"_s.arg(path));
    QVERIFY(m_first->waitForFinished(Patience));
    QCOMPARE(m_first->exitStatus(), QProcess::NormalExit);
    QCOMPARE(m_first->exitCode(), 0);
}

QStringList RestartTest::announced() const
{
    QFile out(file(u"out"_s));
    if (!out.open(QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(out.readAll()).split(u'\n', Qt::SkipEmptyParts);
}

QHash<qint64, QStringList> RestartTest::running() const
{
    QHash<qint64, QStringList> running;
    for (const QString &id : QDir(u"/proc"_s).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        QFile line(u"/proc/"_s + id + u"/cmdline"_s);
        if (!line.open(QIODevice::ReadOnly))
            continue;
        QStringList words = QString::fromUtf8(line.readAll()).split(u'\0');
        words.removeLast();
        if (words.contains(file(u"plant.ini"_s)))
            running.insert(id.toLongLong(), words);
    }
    return running;
}

QString RestartTest::place() const
{
    const QSettings settings(file(u"config/linewatch/window.ini"_s), QSettings::IniFormat);
    return settings.value(u"window/place"_s).toUrl().toString(QUrl::FullyEncoded);
}

void RestartTest::anotherProcessServesWithTheNewSetting()
{
    start({u"linewatch://settings"_s});
    QCOMPARE(ApiClient(m_port, m_contract).postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(),
             QStringList{u"ACCEPTED"_s});
    const qint64 first = m_first->processId();
    changeDatabase(file(u"new.db"_s));

    QTRY_COMPARE_WITH_TIMEOUT(announced().size(), 2, Patience);
    QCOMPARE(announced().at(1), announced().at(0)); // the address was free
    const QHash<qint64, QStringList> now = running();
    QCOMPARE(now.size(), 1);
    QVERIFY(!now.contains(first));
    QCOMPARE(now.begin()->mid(1), (QStringList{u"--config"_s, file(u"plant.ini"_s)}));
    ApiClient api(m_port, m_contract);
    QCOMPARE(api.get(u"/events/E"_s).status(), 404);
    QCOMPARE(api.postBatch({WireEvent(u"F"_s, u"M"_s)}).outcomes(), QStringList{u"ACCEPTED"_s});
    QVERIFY(QFile::exists(file(u"new.db"_s)));

    // What the first one had is free, and links find the second.
    ServerProcess old(m_folder->path());
    old.setDatabase(u"sqlite:"_s + file(u"old.db"_s));
    QVERIFY2(old.start(), old.log().constData());
    QCOMPARE(ApiClient(old.port(), m_contract).get(u"/events/E"_s).status(), 200);
    QCOMPARE(place(), u"linewatch://settings"_s);
    const ProgramRun link =
        runProgram(program(), {u"--config"_s, file(u"plant.ini"_s), u"linewatch://lines"_s},
                   isolatedEnvironment(m_folder->path()));
    QVERIFY2(link.finished && link.exitCode == 0, link.error.constData());
    QTRY_COMPARE(place(), u"linewatch://lines"_s);
}

void RestartTest::whoLeftTheDemoIsNotTakenBackToIt()
{
    start({u"--demo"_s});
    tellUser(u"trigger Back to my plant\n"_s);
    QTRY_COMPARE_WITH_TIMEOUT(announced().size(), 2, Patience);
    QCOMPARE(announced().at(1), announced().at(0)); // where its machines look for it
    QCOMPARE(ApiClient(m_port, m_contract).postBatch({WireEvent(u"E"_s, u"M"_s)}).outcomes(),
             QStringList{u"ACCEPTED"_s});
    // Links find it by its store now.
    const ProgramRun link =
        runProgram(program(), {u"--config"_s, file(u"plant.ini"_s), u"linewatch://settings"_s},
                   isolatedEnvironment(m_folder->path()));
    QVERIFY2(link.finished && link.exitCode == 0, link.error.constData());
    changeDatabase(file(u"new.db"_s));
    QTRY_COMPARE_WITH_TIMEOUT(announced().size(), 3, Patience);
    const QHash<qint64, QStringList> now = running();
    QCOMPARE(now.size(), 1);
    QCOMPARE(now.begin()->mid(1), (QStringList{u"--config"_s, file(u"plant.ini"_s)}));
    QCOMPARE(ApiClient(m_port, m_contract).get(u"/events/E"_s).status(), 404);
    ServerProcess old(m_folder->path());
    old.setDatabase(u"sqlite:"_s + file(u"old.db"_s));
    QVERIFY2(old.start(), old.log().constData());
    QCOMPARE(ApiClient(old.port(), m_contract).get(u"/events/E"_s).status(), 200);
}

LINEWATCH_TEST(RestartTest)
#include "tst_restart.moc"
