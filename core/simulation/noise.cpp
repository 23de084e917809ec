// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/noise.h"

#include "simulation/brokenelement.h"

#include <algorithm>

namespace linewatch::simulation {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t knownEvents = 1024;
constexpr std::size_t recentEvents = 8;
constexpr std::size_t shortestDelay = 64;
constexpr double gatewayShare = 0.1; // of the clean events, so that a correction may follow in the same batch

/** Whole minutes are where buckets begin and where events of several machines meet. */
Instant onTheMinute(Instant time)
{
    return std::chrono::floor<std::chrono::minutes>(time);
}

bool saysTheSame(const EventPayload &before, EventPayload after)
{
    if (after.lineId.isEmpty())
        after.lineId = before.lineId;
    if (after.factoryId.isEmpty())
        after.factoryId = before.factoryId;
    return after == before;
}

void changeDuration(EventPayload &payload)
{
    payload.duration += payload.duration > 1h ? -1ms : 1ms;
}

} // namespace

NoisyStream::NoisyStream(Plant plant, NoiseSettings settings, Random random, std::size_t batchSize,
                         std::uint64_t count)
    : m_plant(std::move(plant))
    , m_settings(settings)
    , m_random(std::move(random))
    , m_batchSize(batchSize)
    , m_count(count)
    , m_now(m_plant.start())
{
    m_known.reserve(knownEvents);
}

Batch NoisyStream::next()
{
    Batch batch;
    ++m_batch;
    const auto size = static_cast<std::size_t>(std::min<std::uint64_t>(m_batchSize, m_count - m_posted));
    batch.elements.reserve(size);
    while (batch.elements.size() < size) {
        batch.elements.push_back(nextElement());
        ++m_posted;
    }
    batch.due = m_now;
    return batch;
}

Element NoisyStream::nextElement()
{
    for (;;) {
        const bool mustDrain = m_held.size() >= m_count - m_posted;
        if (!m_held.empty() && (mustDrain || m_held.top().due <= m_posted))
            return release();
        const NoiseKind kind = drawKind();
        if (kind != NoiseKind::Clean && kind != NoiseKind::Skewed && m_known.empty())
            return cleanEvent();
        switch (kind) {
        case NoiseKind::Clean:
            return cleanEvent();
        case NoiseKind::Skewed:
            return skewedEvent();
        case NoiseKind::Duplicate:
            return duplicate();
        case NoiseKind::Correction:
            return correction();
        case NoiseKind::Invalid:
            return invalid();
        case NoiseKind::Reordered:
            if (std::optional<Element> element = reordered())
                return *std::move(element);
            break; // an event was held back: another takes its turn
        }
    }
}

NoiseKind NoisyStream::drawKind()
{
    double rest = 100.0 * m_random.unit();
    const std::array<std::pair<double, NoiseKind>, 5> shares{
        std::pair{m_settings.duplicates, NoiseKind::Duplicate},
        std::pair{m_settings.corrections, NoiseKind::Correction},
        std::pair{m_settings.reordered, NoiseKind::Reordered},
        std::pair{m_settings.skewed, NoiseKind::Skewed},
        std::pair{m_settings.invalid, NoiseKind::Invalid},
    };
    for (const auto &[percent, kind] : shares) {
        if (rest < percent)
            return kind;
        rest -= percent;
    }
    return NoiseKind::Clean;
}

Element NoisyStream::cleanEvent()
{
    IncomingEvent event = drawEvent();
    if (m_settings.corrections > 0 && m_random.chance(gatewayShare))
        event.claimedReceipt = earlyClaim();
    return post(std::move(event), NoiseKind::Clean);
}

Element NoisyStream::skewedEvent()
{
    IncomingEvent event = drawEvent();
    const bool ahead = m_random.chance(0.5);
    const std::int64_t furthest = std::chrono::microseconds{ahead ? 5min : 3h}.count();
    const std::chrono::microseconds off{m_random.between(1, furthest)};
    event.payload.eventTime += ahead ? off : -off;
    return post(std::move(event), NoiseKind::Skewed, TimeStyle::Offset);
}

Element NoisyStream::duplicate()
{
    Known &known = pick();
    // A resend that arrives after the correction: without a claim it is the newer receipt and wins.
    const bool superseded = m_random.chance(0.1);
    Element element = postAgain(known, superseded ? known.original : known.latest, NoiseKind::Duplicate);
    if (m_random.chance(0.2))
        element.style = TimeStyle::LowerCase; // another spelling of the same payload
    return element;
}

Element NoisyStream::correction()
{
    Known &known = pickCorrectable();
    IncomingEvent event = corrected(known);
    if (m_random.chance(0.1))
        event.claimedReceipt =
            m_plant.start() + std::chrono::years{10}; // later than the receipt: does not count
    Element element = postAgain(known, std::move(event), NoiseKind::Correction);
    element.style = TimeStyle::Nanoseconds;
    return element;
}

std::optional<Element> NoisyStream::reordered()
{
    switch (m_reorders++ % 5) {
    case 0: // delivered late
        hold(drawEvent(), true, NoiseKind::Reordered);
        return std::nullopt;
    case 1: { // a correction overtakes its original, both from a gateway that says when it received them
        IncomingEvent original = drawEvent();
        original.claimedReceipt = earlyClaim();
        IncomingEvent overtaking = corrected({original, original, 0});
        overtaking.claimedReceipt = earlyClaim();
        hold(std::move(original), false, NoiseKind::Clean);
        return post(std::move(overtaking), NoiseKind::Reordered);
    }
    case 2: { // a gateway's correction, in order but late
        IncomingEvent original = drawEvent();
        original.claimedReceipt = earlyClaim();
        IncomingEvent late = corrected({original, original, 0});
        late.claimedReceipt = earlyClaim();
        hold(std::move(late), false, NoiseKind::Reordered);
        return post(std::move(original), NoiseKind::Clean);
    }
    case 3:
        return lateCorrection();
    default: { // the same again, from a gateway that had it first
        IncomingEvent same = pick().latest;
        same.claimedReceipt = m_plant.start() - 48h;
        return Element{std::move(same), NoiseKind::Reordered, TimeStyle::Zulu};
    }
    }
}

/** A correction that was received before what it corrects, and so comes to nothing. */
Element NoisyStream::lateCorrection()
{
    IncomingEvent stale = corrected(pick());
    stale.claimedReceipt = m_plant.start() - 47h;
    return {std::move(stale), NoiseKind::Reordered, TimeStyle::Zulu};
}

Element NoisyStream::invalid()
{
    IncomingEvent good = pick().latest;
    if (m_random.chance(0.8)) // else a broken correction of what is stored, which must not touch it
        good.eventId =
            EventId(m_plant.layout().machines.front().id.utf8() + "-broken-" + m_random.uuid().utf8());
    return {breakElement(good, m_breaks++), NoiseKind::Invalid, TimeStyle::Zulu};
}

Element NoisyStream::post(IncomingEvent event, NoiseKind kind, TimeStyle style)
{
    Known known{event, event, event.claimedReceipt ? 0 : m_batch};
    if (m_known.size() < knownEvents) {
        m_known.push_back(std::move(known));
    } else {
        m_known[m_oldest] = std::move(known);
        m_oldest = (m_oldest + 1) % knownEvents;
    }
    return {std::move(event), kind, style};
}

Element NoisyStream::postAgain(Known &known, IncomingEvent event, NoiseKind kind)
{
    const bool other = event.payload != known.latest.payload;
    if (other && wouldClash(known))
        return {known.latest, kind, TimeStyle::Zulu};
    const bool plain = !event.claimedReceipt || *event.claimedReceipt > m_plant.start();
    if (plain)
        known.plainBatch = m_batch;
    known.latest = event;
    return {std::move(event), kind, TimeStyle::Zulu};
}

void NoisyStream::hold(IncomingEvent event, bool isNew, NoiseKind kind)
{
    const std::uint64_t delay = 1 + m_random.below(2 * std::max(m_batchSize, shortestDelay));
    m_held.push({m_posted + delay, {std::move(event), kind, TimeStyle::Zulu}, isNew});
}

Element NoisyStream::release()
{
    Held held = m_held.top();
    m_held.pop();
    if (!held.isNew)
        return std::move(held.element);
    return post(std::get<IncomingEvent>(std::move(held.element.content)), held.element.kind);
}

NoisyStream::Known &NoisyStream::pick()
{
    const bool recent = m_random.chance(0.3);
    const std::size_t reach = std::min(recent ? recentEvents : knownEvents, m_known.size());
    const std::size_t newest = m_oldest + m_known.size() - 1;
    return m_known[(newest - m_random.below(reach)) % m_known.size()];
}

/** One that a correction without a claim may follow; any, if chance finds none. */
NoisyStream::Known &NoisyStream::pickCorrectable()
{
    constexpr int tries = 16;
    Known *known = &pick();
    for (int i = 1; i < tries && wouldClash(*known); ++i)
        known = &m_known[m_random.below(m_known.size())];
    return *known;
}

IncomingEvent NoisyStream::corrected(const Known &known)
{
    IncomingEvent event = known.latest;
    event.claimedReceipt.reset();
    EventPayload &payload = event.payload;
    switch (m_random.below(m_settings.moves ? 8 : 3)) {
    case 0:
        payload.defectCount = payload.defectCount <= 0 ? 1 : 0;
        break;
    case 1:
        payload.defectCount = payload.defectCount == UnknownDefects ? 0 : UnknownDefects;
        break;
    case 2:
        payload.duration = std::chrono::milliseconds{m_random.between(0, 20'000)};
        break;
    case 3:
    case 4:
        changeTime(known, payload);
        break;
    case 5:
    case 6:
        changePlace(payload);
        break;
    default: // says nothing of the line: what was known of it stays
        payload.lineId = {};
        payload.factoryId = {};
        if (m_random.chance(0.8))
            changeDuration(payload);
        break;
    }
    // Nothing is written for the same payload, so a claimed receipt would stay: a gateway's correction behind
    // it in this batch would then win at first, and lose when the batch is posted again.
    if (known.latest.claimedReceipt && saysTheSame(known.latest.payload, payload))
        changeDuration(payload);
    return event;
}

/** Measured from the original, so that repeated corrections do not wander off. */
void NoisyStream::changeTime(const Known &known, EventPayload &payload)
{
    const Instant original = known.original.payload.eventTime;
    switch (m_random.below(4)) {
    case 0:
        payload.eventTime = original + std::chrono::microseconds{m_random.between(1, 2'000'000)};
        break;
    case 1:
        payload.eventTime = onTheMinute(original);
        break;
    case 2:
        payload.eventTime = onTheMinute(original) - 1us;
        break;
    default:
        payload.eventTime = original - std::chrono::milliseconds{m_random.between(0, 10'800'000)};
        break;
    }
}

void NoisyStream::changePlace(EventPayload &payload)
{
    const std::vector<MachineProfile> &machines = m_plant.layout().machines;
    const MachineProfile &other = machines[m_random.below(machines.size())];
    if (m_random.chance(0.5)) {
        payload.machineId = other.id;
        return;
    }
    payload.lineId = other.line;
    payload.factoryId = other.factory;
}

/** Later with each call, and all of them more than an hour before the plant's start. */
Instant NoisyStream::earlyClaim()
{
    return m_plant.start() - 24h + std::chrono::microseconds{++m_claims};
}

IncomingEvent NoisyStream::drawEvent()
{
    IncomingEvent event = m_plant.next();
    m_now = m_plant.now();
    return event;
}

} // namespace linewatch::simulation
