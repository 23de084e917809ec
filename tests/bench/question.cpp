// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/question.h"

#include "model/rfc3339.h"

#include <algorithm>

namespace linewatch::bench {

namespace {

std::string timeOf(std::int64_t us)
{
    return formatRfc3339(Instant(std::chrono::microseconds(us)));
}

} // namespace

std::string Question::target() const
{
    if (subject == Subject::Stats)
        return "/stats?machineId=" + machine + "&start=" + timeOf(startUs) + "&end=" + timeOf(endUs);
    return "/stats/top-defect-lines?from=" + timeOf(startUs) + "&to=" + timeOf(endUs);
}

Questions::Questions(const FilledStore &store, std::int64_t latestUs, std::uint64_t seed)
    : m_stream(store.stream)
    , m_latestUs(latestUs)
    , m_random(seed)
{
}

Question Questions::next(Subject subject, const WindowKind &kind)
{
    const std::int64_t last = m_latestUs - kind.lengthUs;
    const std::int64_t first = kind.lengthUs > DayUs ? last - DayUs : m_stream.startUs;
    const auto range = static_cast<std::uint64_t>(std::max<std::int64_t>(1, last - first));
    Question question;
    question.subject = subject;
    question.machine = machineName(static_cast<std::uint32_t>(m_random() % m_stream.machines));
    question.startUs = first + static_cast<std::int64_t>(m_random() % range);
    // A length that is odd too, so that neither edge meets that of a bucket.
    question.endUs = question.startUs + kind.lengthUs - static_cast<std::int64_t>(m_random() % 1'000'000);
    return question;
}

std::vector<Question> Questions::list(Subject subject, const WindowKind &kind, int count)
{
    std::vector<Question> questions;
    for (int i = 0; i < count; ++i)
        questions.push_back(next(subject, kind));
    return questions;
}

} // namespace linewatch::bench
