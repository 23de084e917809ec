// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linewatch::bench {

/** A TCP connection to a server of this machine that never blocks, except in waitReadable(). */
class Socket
{
public:
    static Result<Socket> connectTo(std::uint16_t port);

    Socket() = default;
    Socket(Socket &&other) noexcept;
    Socket &operator=(Socket &&other) noexcept;
    ~Socket();

    int descriptor() const { return m_descriptor; }

    /** Sends what the kernel takes of @p bytes from @p sent on, and moves @p sent. */
    Result<void> sendSome(const std::vector<char> &bytes, std::size_t &sent) const;

    /** What has come; empty when there is nothing. A failure when the peer has closed. */
    Result<std::string_view> receiveSome(std::vector<char> &buffer) const;

    Result<void> waitReadable() const;

private:
    int m_descriptor = -1;
};

/** Puts together one answer of the server: as much of HTTP as our own server needs. */
class ReplyReader
{
public:
    /** Takes in what has come; true once the answer is there in full. */
    Result<bool> readSome(const Socket &socket);
    void clear();

    int status() const;
    std::string_view body() const;

    /** The failure that says what this answer is. */
    Failure unexpected() const;

private:
    bool isComplete();

    std::string m_bytes;
    std::size_t m_bodyStart = 0; ///< 0: the head is not there in full
    std::size_t m_bodyLength = 0;
    std::vector<char> m_buffer = std::vector<char>(16 * 1024);
};

/** How many events the answer of a batch calls accepted. A failure when it is no 200. */
Result<std::int64_t> acceptedIn(const ReplyReader &reply);

/** Asks GET @p target and waits for its answer in @p reply; a failure unless it is a 200. */
Result<void> ask(const Socket &socket, const std::string &target, ReplyReader &reply);

} // namespace linewatch::bench
