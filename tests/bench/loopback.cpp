// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/loopback.h"

#include "bench/childprocess.h"

#include <arpa/inet.h>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace linewatch::bench {

namespace {

constexpr int patienceMs = 120'000;
constexpr std::string_view statusStart = "HTTP/1.1 ";
constexpr std::string_view lengthField = "\r\nContent-Length: ";
constexpr std::string_view acceptedMember = "{\"accepted\":";

/** The number at the start of @p text; 0 where there is none. */
std::int64_t numberAt(std::string_view text)
{
    std::int64_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

} // namespace

Result<Socket> Socket::connectTo(std::uint16_t port)
{
    Socket socket;
    socket.m_descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket.m_descriptor < 0)
        return systemFailure(QStringLiteral("A socket"));
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket.m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address)) != 0)
        return systemFailure(QStringLiteral("Connecting to port %1").arg(port));
    const int on = 1;
    ::setsockopt(socket.m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof(on));
    ::fcntl(socket.m_descriptor, F_SETFL, ::fcntl(socket.m_descriptor, F_GETFL) | O_NONBLOCK);
    return socket;
}

Socket::Socket(Socket &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) { }

Socket &Socket::operator=(Socket &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Socket::~Socket()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> Socket::sendSome(const std::vector<char> &bytes, std::size_t &sent) const
{
    while (sent < bytes.size()) {
        const ssize_t count = ::send(m_descriptor, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
        if (count >= 0)
            sent += static_cast<std::size_t>(count);
        else if (errno == EAGAIN || errno == EWOULDBLOCK)
            break;
        else if (errno != EINTR)
            return systemFailure(QStringLiteral("Sending"));
    }
    return {};
}

Result<std::string_view> Socket::receiveSome(std::vector<char> &buffer) const
{
    for (;;) {
        const ssize_t count = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
        if (count > 0)
            return std::string_view(buffer.data(), static_cast<std::size_t>(count));
        if (count == 0)
            return Failure{Failure::Kind::Unavailable, QStringLiteral("The server closed a connection")};
        if (errno == EAGAIN || errno == EWOULDBLOCK)
            return std::string_view();
        if (errno != EINTR)
            return systemFailure(QStringLiteral("Receiving"));
    }
}

Result<void> Socket::waitReadable() const
{
    pollfd waiting{m_descriptor, POLLIN, 0};
    const int ready = ::poll(&waiting, 1, patienceMs);
    if (ready == 0)
        return Failure{Failure::Kind::Unavailable, QStringLiteral("The server answers no more")};
    if (ready < 0 && errno != EINTR)
        return systemFailure(QStringLiteral("poll"));
    return {};
}

Result<bool> ReplyReader::readSome(const Socket &socket)
{
    const Result<std::string_view> bytes = socket.receiveSome(m_buffer);
    if (!bytes)
        return bytes.failure();
    m_bytes += *bytes;
    return isComplete();
}

bool ReplyReader::isComplete()
{
    if (m_bodyStart == 0) {
        const std::size_t headEnd = m_bytes.find("\r\n\r\n");
        if (headEnd == std::string::npos)
            return false;
        const std::size_t length = m_bytes.find(lengthField);
        m_bodyStart = headEnd + 4;
        if (length < headEnd)
            m_bodyLength = static_cast<std::size_t>(
                numberAt(std::string_view(m_bytes).substr(length + lengthField.size())));
    }
    return m_bytes.size() >= m_bodyStart + m_bodyLength;
}

void ReplyReader::clear()
{
    m_bytes.clear();
    m_bodyStart = 0;
    m_bodyLength = 0;
}

int ReplyReader::status() const
{
    return m_bytes.starts_with(statusStart)
        ? static_cast<int>(numberAt(std::string_view(m_bytes).substr(statusStart.size())))
        : 0;
}

std::string_view ReplyReader::body() const
{
    return std::string_view(m_bytes).substr(m_bodyStart, m_bodyLength);
}

Failure ReplyReader::unexpected() const
{
    return {Failure::Kind::Refused,
            QStringLiteral("An answer that is not what was asked for: %1")
                .arg(QString::fromStdString(m_bytes.substr(0, 1000)))};
}

Result<std::int64_t> acceptedIn(const ReplyReader &reply)
{
    if (reply.status() != 200 || !reply.body().starts_with(acceptedMember))
        return reply.unexpected();
    return numberAt(reply.body().substr(acceptedMember.size()));
}

Result<void> ask(const Socket &socket, const std::string &target, ReplyReader &reply)
{
    const std::string text = "GET " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";
    const std::vector<char> request(text.begin(), text.end());
    std::size_t sent = 0;
    if (Result<void> done = socket.sendSome(request, sent); !done)
        return done;
    reply.clear();
    for (;;) {
        if (Result<void> readable = socket.waitReadable(); !readable)
            return readable;
        const Result<bool> complete = reply.readSome(socket);
        if (!complete)
            return complete.failure();
        if (*complete)
            break;
    }
    return reply.status() == 200 ? Result<void>() : reply.unexpected();
}

} // namespace linewatch::bench
