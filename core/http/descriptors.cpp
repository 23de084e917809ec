// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/descriptors.h"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <limits>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>
#include <utility>

namespace linewatch::http {

int raiseDescriptorLimit()
{
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return std::numeric_limits<int>::max();
    const rlim_t before = std::exchange(limit.rlim_cur, limit.rlim_max);
    const bool raised = setrlimit(RLIMIT_NOFILE, &limit) == 0;
    return static_cast<int>(
        std::min<rlim_t>(raised ? limit.rlim_max : before, std::numeric_limits<int>::max()));
}

Accepted acceptConnection(qintptr listeningSocket)
{
    const int descriptor =
        ::accept4(static_cast<int>(listeningSocket), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
    if (descriptor >= 0)
        return {Accepted::Outcome::Connection, descriptor};
    const bool nobodyWaits = errno == EAGAIN || errno == EINTR || errno == ECONNABORTED;
    return {nobodyWaits ? Accepted::Outcome::NobodyWaits : Accepted::Outcome::Failed, -1};
}

bool peerHasEnded(qintptr socket)
{
    char byte = 0;
    const ssize_t got = ::recv(static_cast<int>(socket), &byte, sizeof byte, MSG_PEEK | MSG_DONTWAIT);
    return got == 0 || (got < 0 && errno != EAGAIN && errno != EINTR);
}

void closeWriteSide(qintptr socket)
{
    ::shutdown(static_cast<int>(socket), SHUT_WR);
}

qintptr duplicateDescriptor(qintptr socket)
{
    return ::fcntl(static_cast<int>(socket), F_DUPFD_CLOEXEC, 0);
}

void closeDescriptor(qintptr socket)
{
    ::close(static_cast<int>(socket));
}

} // namespace linewatch::http
