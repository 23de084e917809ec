// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace linewatch::test {

/**
 * A MariaDB server of a test's own, on 127.0.0.1 and a free port, with its data in a folder that the test
 * owns. It can be ended in any way and started again on the same data. Its user is root without a password. A
 * server that still runs at the end is killed.
 */
class MariaDbServer
{
public:
    /** What it cannot do without on this machine; empty: nothing. */
    static QString missing();

    /** @p folder has to exist; @p options are further ones of mariadbd. */
    explicit MariaDbServer(const QString &folder, const QStringList &options = {});
    ~MariaDbServer();
    Q_DISABLE_COPY_MOVE(MariaDbServer)

    /** Makes the data where there are none, starts the server and waits until it answers; log() tells why
     * not. */
    bool start();
    /** Makes the data where there are none. */
    bool makeData();
    /** Starts it on the data that are there, or that others will give it, without waiting. */
    bool launch(const QStringList &furtherOptions = {});
    bool waitUntilReady();
    /** Waits for that long, or until it has ended; whether it has. */
    bool endsWithin(int milliseconds);
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    void stop();
    /** SIGKILL, and waits for the end. */
    void kill();
    /** Takes connections and says nothing, as a server does that hangs; or goes on. */
    void setSilent(bool silent);

    /** What it has used so far while it runs. */
    double cpuSeconds() const;

    quint16 port() const { return m_port; }
    /** What --database takes for a database on it. */
    QString url(const QString &database) const;
    /** Runs a statement and gives what it answers, values of a row parted by tabs; the error when it fails.
     */
    QByteArray run(const QString &sql, const QString &database = {}) const;
    QByteArray log() const;

private:
    QString m_folder;
    QStringList m_options;
    QProcess m_process;
    quint16 m_port;
};

/**
 * A port of 127.0.0.1 that nobody listens on at this moment, nor on the @p following after it; this program
 * is given each of them once.
 */
quint16 freePort(int following = 0);

} // namespace linewatch::test
