// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/serverprocess.h"

#include "support/programrun.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QRegularExpression>

#include <csignal>

namespace linewatch::test {

namespace {
constexpr int processPatience = 60'000; // milliseconds; only ever waited for in full by a test that fails
}

ServerProcess::ServerProcess(const QString &folder, const QString &program)
    : m_folder(folder)
    , m_program(program)
    , m_database(QStringLiteral("sqlite:") + storeFile())
{
    m_process.setProcessEnvironment(isolatedEnvironment(folder));
    m_process.setStandardErrorFile(folder + QStringLiteral("/server.log"), QIODevice::Append);
}

ServerProcess::~ServerProcess()
{
    kill();
}

void ServerProcess::setVariable(const QString &name, const QString &value)
{
    QProcessEnvironment environment = m_process.processEnvironment();
    environment.insert(name, value);
    m_process.setProcessEnvironment(environment);
}

bool ServerProcess::start(const QStringList &furtherArguments)
{
    m_announcement.clear();
    m_process.start(m_program,
                    QStringList{QStringLiteral("--listen"), QStringLiteral("127.0.0.1:0"),
                                QStringLiteral("--database"), m_database}
                        + furtherArguments);
    QDeadlineTimer deadline(processPatience);
    while (!m_announcement.contains('\n') && m_process.state() != QProcess::NotRunning
           && !deadline.hasExpired()) {
        m_process.waitForReadyRead(static_cast<int>(deadline.remainingTime()));
        m_announcement += m_process.readAllStandardOutput();
    }
    static const QRegularExpression line(
        QStringLiteral("^listening on (http://127\\.0\\.0\\.1:([0-9]+))\n$"));
    const QRegularExpressionMatch match = line.match(QString::fromUtf8(m_announcement));
    m_url = QUrl(match.captured(1));
    m_port = match.captured(2).toUShort();
    return match.hasMatch();
}

void ServerProcess::signal(int number)
{
    if (isRunning())
        ::kill(static_cast<pid_t>(m_process.processId()), number);
}

void ServerProcess::terminate()
{
    signal(SIGTERM);
}

std::optional<int> ServerProcess::waitForExit()
{
    if (isRunning() && !m_process.waitForFinished(processPatience))
        return std::nullopt;
    return m_process.exitStatus() == QProcess::NormalExit ? std::optional(m_process.exitCode())
                                                          : std::nullopt;
}

std::optional<int> ServerProcess::stop()
{
    terminate();
    return waitForExit();
}

void ServerProcess::kill()
{
    m_process.kill();
    m_process.waitForFinished(processPatience);
}

QByteArray ServerProcess::log() const
{
    QFile file(m_folder + QStringLiteral("/server.log"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : file.errorString().toUtf8();
}

QString ServerProcess::storeFile() const
{
    return m_folder + QStringLiteral("/linewatch.db");
}

} // namespace linewatch::test
