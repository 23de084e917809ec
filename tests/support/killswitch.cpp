// SPDX-License-Identifier: GPL-3.0-or-later
// A library that is loaded before the others (LD_PRELOAD) and kills its process with SIGKILL right before a
// call of its choice, so that a test can end a program at each of the moments at which what it wrote may be
// in part on the disk or on the wire. Counted are calls that write, sync or cut a file whose name contains
// LINEWATCH_KILL_FILE, and calls that send to port LINEWATCH_KILL_PORT; LINEWATCH_KILL_AT is the number of
// the one that is not made any more.

#include <algorithm>
#include <array>
#include <atomic>
#include <climits>
#include <csignal>
#include <cstdlib>
#include <string>
#include <string_view>

#include <arpa/inet.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace {

long numberFrom(const char *variable)
{
    const char *const text = std::getenv(variable);
    return text ? std::atol(text) : 0;
}

bool isWatchedFile(int descriptor)
{
    static const char *const name = std::getenv("LINEWATCH_KILL_FILE");
    if (!name)
        return false;
    std::array<char, PATH_MAX> path{};
    const std::string link = "/proc/self/fd/" + std::to_string(descriptor);
    const ssize_t length = ::readlink(link.c_str(), path.data(), path.size());
    return length > 0
        && std::string_view(path.data(), static_cast<std::size_t>(length)).find(name)
        != std::string_view::npos;
}

bool isWatchedPeer(int descriptor)
{
    static const long port = numberFrom("LINEWATCH_KILL_PORT");
    sockaddr_in peer{};
    socklen_t size = sizeof peer;
    return port > 0 && ::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0
        && peer.sin_family == AF_INET && ntohs(peer.sin_port) == port;
}

void count()
{
    static const long fatal = numberFrom("LINEWATCH_KILL_AT");
    static std::atomic<long> calls{0};
    if (++calls == fatal)
        ::kill(::getpid(), SIGKILL);
}

void countFile(int descriptor)
{
    if (isWatchedFile(descriptor))
        count();
}

template <class Function>
Function next(const char *name)
{
    return reinterpret_cast<Function>(::dlsym(RTLD_NEXT, name));
}

} // namespace

extern "C" {

ssize_t pwrite(int descriptor, const void *bytes, size_t size, off_t offset)
{
    static const auto call = next<ssize_t (*)(int, const void *, size_t, off_t)>("pwrite");
    countFile(descriptor);
    return call(descriptor, bytes, size, offset);
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset)
{
    static const auto call = next<ssize_t (*)(int, const void *, size_t, off64_t)>("pwrite64");
    countFile(descriptor);
    return call(descriptor, bytes, size, offset);
}

int fdatasync(int descriptor)
{
    static const auto call = next<int (*)(int)>("fdatasync");
    countFile(descriptor);
    return call(descriptor);
}

int fsync(int descriptor)
{
    static const auto call = next<int (*)(int)>("fsync");
    countFile(descriptor);
    return call(descriptor);
}

int ftruncate(int descriptor, off_t size) noexcept
{
    static const auto call = next<int (*)(int, off_t)>("ftruncate");
    countFile(descriptor);
    return call(descriptor, size);
}

int ftruncate64(int descriptor, off64_t size) noexcept
{
    static const auto call = next<int (*)(int, off64_t)>("ftruncate64");
    countFile(descriptor);
    return call(descriptor, size);
}

ssize_t send(int descriptor, const void *bytes, size_t size, int flags)
{
    static const auto call = next<ssize_t (*)(int, const void *, size_t, int)>("send");
    if (isWatchedPeer(descriptor))
        count();
    return call(descriptor, bytes, size, flags);
}

} // extern "C"
