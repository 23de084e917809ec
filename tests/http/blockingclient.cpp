// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/blockingclient.h"

#include <arpa/inet.h>
#include <array>
#include <sys/socket.h>
#include <unistd.h>

namespace linewatch::test {

BlockingClient::BlockingClient(quint16 port) : m_socket(::socket(AF_INET, SOCK_STREAM, 0))
{
    const timeval patience{.tv_sec = 20, .tv_usec = 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    ::setsockopt(m_socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    ::connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address);
}

BlockingClient::~BlockingClient()
{
    ::close(m_socket);
}

bool BlockingClient::sendAll(const QByteArray &bytes)
{
    for (qsizetype sent = 0; sent < bytes.size();) {
        const ssize_t now =
            ::send(m_socket, bytes.data() + sent, static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (now <= 0)
            return false;
        sent += now;
    }
    return true;
}

void BlockingClient::finishSending()
{
    ::shutdown(m_socket, SHUT_WR);
}

QByteArray BlockingClient::readToEnd()
{
    QByteArray received;
    std::array<char, 4096> buffer;
    ssize_t got = 0;
    while ((got = ::recv(m_socket, buffer.data(), buffer.size(), 0)) > 0)
        received.append(buffer.data(), got);
    return received;
}

} // namespace linewatch::test
