// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/childprocess.h"

#include <QByteArrayList>
#include <QFile>
#include <QProcessEnvironment>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

namespace linewatch::bench {

namespace {

constexpr std::int64_t bytesAWriteBlock = 512; // of ru_oublock

QByteArrayList environmentOf(const QString &home)
{
    QByteArrayList variables;
    const QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        const bool ours = name.startsWith(QStringLiteral("LINEWATCH_"));
        if (!ours && !name.startsWith(QStringLiteral("XDG_")) && name != QStringLiteral("HOME"))
            variables += (name + u'=' + environment.value(name)).toLocal8Bit();
    }
    for (const char *name :
         {"HOME", "XDG_CONFIG_HOME", "XDG_CONFIG_DIRS", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"})
        variables += QByteArray(name) + '=' + QFile::encodeName(home);
    return variables;
}

/** As exec wants it: pointers into @p texts, and a null at the end. */
std::vector<char *> pointersTo(QByteArrayList &texts)
{
    std::vector<char *> pointers;
    for (QByteArray &text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

double secondsOf(const timeval &time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

} // namespace

Failure systemFailure(const QString &what)
{
    return {Failure::Kind::Unavailable,
            QStringLiteral("%1: %2").arg(what, QString::fromLocal8Bit(std::strerror(errno)))};
}

Result<std::unique_ptr<ChildProcess>> ChildProcess::start(const QString &program,
                                                          const QStringList &arguments, const QString &home)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return systemFailure(QStringLiteral("A pipe"));

    QByteArrayList words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words += argument.toLocal8Bit();
    QByteArrayList variables = environmentOf(home);
    const std::vector<char *> argumentPointers = pointersTo(words);
    const std::vector<char *> variablePointers = pointersTo(variables);

    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    pid_t pid = -1;
    errno = ::posix_spawn(&pid, words.first().constData(), &actions, nullptr, argumentPointers.data(),
                          variablePointers.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    if (errno != 0) {
        const Failure failure = systemFailure(program);
        ::close(ends[0]);
        return failure;
    }
    return std::unique_ptr<ChildProcess>(new ChildProcess(pid, ends[0]));
}

ChildProcess::~ChildProcess()
{
    ::close(m_output);
    if (m_pid > 0) {
        ::kill(m_pid, SIGKILL);
        ::waitpid(m_pid, nullptr, 0);
    }
}

Result<std::string> ChildProcess::readLine()
{
    for (;;) {
        if (const std::size_t end = m_unread.find('\n'); end != std::string::npos) {
            std::string line = m_unread.substr(0, end);
            m_unread.erase(0, end + 1);
            return line;
        }
        std::array<char, 4096> piece{};
        const ssize_t count = ::read(m_output, piece.data(), piece.size());
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            return Failure{Failure::Kind::Unavailable,
                           QStringLiteral("A program ended before it was asked to")};
        m_unread.append(piece.data(), static_cast<std::size_t>(count));
    }
}

std::int64_t ChildProcess::statusBytes(const char *field) const
{
    QFile file(QStringLiteral("/proc/%1/status").arg(m_pid));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(static_cast<qsizetype>(std::strlen(field)))
                       .replace("kB", "")
                       .trimmed()
                       .toLongLong()
                * 1024;
    }
    return 0;
}

Result<ProcessUsage> ChildProcess::stop()
{
    if (::kill(m_pid, SIGTERM) != 0)
        return systemFailure(QStringLiteral("Ending process %1").arg(m_pid));
    return wait();
}

Result<ProcessUsage> ChildProcess::wait()
{
    ProcessUsage usage;
    int status = 0;
    rusage resources{};
    while (::wait4(m_pid, &status, 0, &resources) < 0) {
        if (errno != EINTR)
            return systemFailure(QStringLiteral("Waiting for process %1").arg(m_pid));
    }
    m_pid = -1;
    usage.cpuSeconds = secondsOf(resources.ru_utime) + secondsOf(resources.ru_stime);
    usage.writtenBytes = resources.ru_oublock * bytesAWriteBlock;
    usage.exitCode = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return usage;
}

} // namespace linewatch::bench
