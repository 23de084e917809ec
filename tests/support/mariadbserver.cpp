// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/mariadbserver.h"

#include "support/programrun.h"

#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTcpServer>

#include <csignal>
#include <set>

#include <pwd.h>
#include <unistd.h>

namespace linewatch::test {

namespace {

constexpr int serverPatience = 60'000; // milliseconds; only ever waited for in full by a test that fails

/** The servers' programs are not in everybody's path. */
QString find(const QString &program)
{
    const QString found = QStandardPaths::findExecutable(program);
    return found.isEmpty() ? QStandardPaths::findExecutable(program, {QStringLiteral("/usr/sbin")}) : found;
}

/** Root has it run as the user of the package: its state transfer does not work as root. */
QStringList userOptions()
{
    return ::getuid() == 0 ? QStringList{QStringLiteral("--user=mysql")} : QStringList{};
}

/** Lets that user have the folder. */
void handOver(const QString &folder)
{
    const passwd *user = ::getuid() == 0 ? ::getpwnam("mysql") : nullptr;
    if (user && ::chown(QFile::encodeName(folder).constData(), user->pw_uid, user->pw_gid) != 0)
        qWarning("cannot hand %s over to mysql", qPrintable(folder));
}

} // namespace

quint16 freePort(int following)
{
    // Below those from which systems take the ports of clients (from 32768 on Linux): the ports of a server
    // that is down for a while must not go to a connection meanwhile.
    constexpr int lowest = 15'000;
    constexpr int highest = 32'000;
    static std::set<int> given; // to servers that may not listen yet
    for (;;) {
        const int first = QRandomGenerator::system()->bounded(lowest, highest - following);
        bool areFree = true;
        for (int port = first; areFree && port <= first + following; ++port) {
            areFree = !given.contains(port)
                && QTcpServer().listen(QHostAddress::LocalHost, static_cast<quint16>(port));
        }
        if (!areFree)
            continue;
        for (int port = first; port <= first + following; ++port)
            given.insert(port);
        return static_cast<quint16>(first);
    }
}

QString MariaDbServer::missing()
{
    for (const char *const program : {"mariadbd", "mariadb-install-db", "mariadb"}) {
        if (find(QString::fromLatin1(program)).isEmpty())
            return QStringLiteral("%1 is not installed (package mariadb-server)").arg(QLatin1String(program));
    }
    return {};
}

MariaDbServer::MariaDbServer(const QString &folder, const QStringList &options)
    : m_folder(folder)
    , m_options(options)
    , m_port(freePort())
{
    // One of its own: each server removes, as it starts, what others left in theirs.
    QDir().mkpath(m_folder + QStringLiteral("/tmp"));
    handOver(m_folder);
    handOver(m_folder + QStringLiteral("/tmp"));
    m_process.setStandardErrorFile(m_folder + QStringLiteral("/mariadbd.log"), QIODevice::Append);
    m_process.setStandardOutputFile(QProcess::nullDevice());
}

MariaDbServer::~MariaDbServer()
{
    kill();
}

bool MariaDbServer::makeData()
{
    if (QDir(m_folder + QStringLiteral("/data/mysql")).exists())
        return true;
    const QStringList options{QStringLiteral("--no-defaults"),
                              QStringLiteral("--datadir=%1/data").arg(m_folder),
                              QStringLiteral("--auth-root-authentication-method=normal"),
                              QStringLiteral("--skip-test-db"),
                              QStringLiteral("--skip-name-resolve"),
                              QStringLiteral("--innodb-log-file-size=16M")};
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("TMPDIR"), m_folder + QStringLiteral("/tmp"));
    const ProgramRun run =
        runProgram(find(QStringLiteral("mariadb-install-db")), options + userOptions(), environment);
    QFile log(m_folder + QStringLiteral("/install.log"));
    if (log.open(QIODevice::WriteOnly))
        log.write(run.output + run.error);
    return run.finished && run.exitCode == 0;
}

bool MariaDbServer::start()
{
    return makeData() && launch() && waitUntilReady();
}

bool MariaDbServer::launch(const QStringList &furtherOptions)
{
    const QString data = m_folder + QStringLiteral("/data");
    QDir().mkpath(data);
    handOver(data);
    // Durable at each commit, as an operator would have it; the rest keeps it small.
    m_process.start(
        find(QStringLiteral("mariadbd")),
        QStringList{
            QStringLiteral("--no-defaults"), QStringLiteral("--datadir=") + data,
            QStringLiteral("--socket=%1/s").arg(m_folder), QStringLiteral("--pid-file=%1/pid").arg(m_folder),
            QStringLiteral("--bind-address=127.0.0.1"), QStringLiteral("--port=%1").arg(m_port),
            QStringLiteral("--tmpdir=%1/tmp").arg(m_folder), QStringLiteral("--skip-name-resolve"),
            QStringLiteral("--innodb-flush-log-at-trx-commit=1"),
            QStringLiteral("--innodb-log-file-size=16M"), QStringLiteral("--innodb-buffer-pool-size=64M")}
            + userOptions() + m_options + furtherOptions);
    return m_process.waitForStarted(serverPatience);
}

bool MariaDbServer::waitUntilReady()
{
    QDeadlineTimer deadline(serverPatience);
    while (!deadline.hasExpired()) {
        if (run(QStringLiteral("SELECT 'ready'")).trimmed() == "ready")
            return true;
        if (endsWithin(100)) // or else a moment has gone by
            return false;
    }
    return false;
}

bool MariaDbServer::endsWithin(int milliseconds)
{
    return !isRunning() || m_process.waitForFinished(milliseconds);
}

void MariaDbServer::stop()
{
    m_process.terminate();
    m_process.waitForFinished(serverPatience);
}

void MariaDbServer::kill()
{
    m_process.kill();
    m_process.waitForFinished(serverPatience);
}

void MariaDbServer::setSilent(bool silent)
{
    ::kill(static_cast<pid_t>(m_process.processId()), silent ? SIGSTOP : SIGCONT);
}

double MariaDbServer::cpuSeconds() const
{
    QFile stat(QStringLiteral("/proc/%1/stat").arg(m_process.processId()));
    if (!stat.open(QIODevice::ReadOnly))
        return 0;
    // Behind the name, which is in brackets; proc(5): utime and stime are the 14th and 15th.
    const QList<QByteArray> fields = stat.readAll().split(')').last().trimmed().split(' ');
    return static_cast<double>(fields.value(11).toLongLong() + fields.value(12).toLongLong())
        / static_cast<double>(::sysconf(_SC_CLK_TCK));
}

QString MariaDbServer::url(const QString &database) const
{
    return QStringLiteral("mysql://root@127.0.0.1:%1/%2").arg(m_port).arg(database);
}

QByteArray MariaDbServer::run(const QString &sql, const QString &database) const
{
    QStringList arguments{QStringLiteral("--no-defaults"),       QStringLiteral("--protocol=tcp"),
                          QStringLiteral("--host=127.0.0.1"),    QStringLiteral("--port=%1").arg(m_port),
                          QStringLiteral("--user=root"),         QStringLiteral("--batch"),
                          QStringLiteral("--skip-column-names"), QStringLiteral("--execute=%1").arg(sql)};
    if (!database.isEmpty())
        arguments += database;
    const ProgramRun run =
        runProgram(find(QStringLiteral("mariadb")), arguments, QProcessEnvironment::systemEnvironment());
    return run.exitCode == 0 ? run.output : run.error;
}

QByteArray MariaDbServer::log() const
{
    for (const char *const name : {"/mariadbd.log", "/install.log"}) {
        QFile file(m_folder + QLatin1String(name));
        if (file.open(QIODevice::ReadOnly) && file.size() > 0)
            return file.readAll().right(100'000);
    }
    return {};
}

} // namespace linewatch::test
