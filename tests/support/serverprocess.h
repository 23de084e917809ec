// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QUrl>

#include <optional>

namespace linewatch::test {

/**
 * A linewatchd of a test's own, on 127.0.0.1 and a free port, with its store in a folder that the test owns.
 * It can be ended in any way and started again on the same store. Needs no event loop. Its log goes to a file
 * in the folder, so that a full pipe never holds it up. A process that still runs at the end is killed.
 */
class ServerProcess
{
public:
    explicit ServerProcess(const QString &folder, const QString &program = QStringLiteral(LINEWATCHD_FILE));
    ~ServerProcess();

    /** What --database names; a store in the folder when it is not said. */
    void setDatabase(const QString &url) { m_database = url; }
    /** A variable of its environment. */
    void setVariable(const QString &name, const QString &value);

    /** Starts it and waits until it says where it listens; log() tells why when it does not. */
    bool start(const QStringList &furtherArguments = {});
    bool isRunning() const { return m_process.state() == QProcess::Running; }

    /** Sends SIGTERM or another signal; does not wait. */
    void signal(int number);
    void terminate();
    /** The exit code once it ended; nothing when it crashed, was killed or does not end. */
    std::optional<int> waitForExit();
    /** terminate() and waitForExit(). */
    std::optional<int> stop();
    /** SIGKILL, and waits for the end. */
    void kill();

    qint64 processId() const { return m_process.processId(); }
    quint16 port() const { return m_port; }
    QUrl url() const { return m_url; }
    /** What it said on stdout while it started. */
    QByteArray announcement() const { return m_announcement; }
    /** What it wrote to stderr over all of its lives. */
    QByteArray log() const;
    QString storeFile() const;

private:
    QString m_folder;
    QString m_program;
    QString m_database;
    QProcess m_process;
    QByteArray m_announcement;
    QUrl m_url;
    quint16 m_port = 0;
};

} // namespace linewatch::test
