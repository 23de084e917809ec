// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace linewatch::test {

/** A client that does one thing at a time and waits for it, as simple programs do. Any thread; loopback only.
 */
class BlockingClient
{
public:
    explicit BlockingClient(quint16 port);
    ~BlockingClient();
    Q_DISABLE_COPY_MOVE(BlockingClient)

    /** Reads nothing meanwhile. False when the server did not let it send everything. */
    bool sendAll(const QByteArray &bytes);
    /** Closes its own side: the server sees the end of what it is sent, and may still answer. */
    void finishSending();
    /** Everything until the server closes, or until nothing has come for some seconds. */
    QByteArray readToEnd();

private:
    int m_socket;
};

} // namespace linewatch::test
