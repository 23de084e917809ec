// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <thread>
#include <vector>

namespace linewatch::test {

/** Runs work(0) ... work(count - 1), each on a thread of its own, and waits for all. */
template <class Work>
void inThreads(int count, const Work &work)
{
    std::vector<std::jthread> threads;
    for (int i = 0; i < count; ++i)
        threads.emplace_back([&work, i] { work(i); });
}

} // namespace linewatch::test
