// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/element.h"
#include "simulation/plant.h"

#include <queue>

namespace linewatch::simulation {

/** How much of what is posted is not simply the next event, in percent of the posted elements; 100 together
 * at most. */
struct NoiseSettings {
    double duplicates = 5.0;
    double corrections = 3.0;
    double reordered = 2.0;
    double skewed = 1.0;
    double invalid = 1.0;
    bool moves = true; ///< corrections may move an event to another machine, line or hour

    double sum() const { return duplicates + corrections + reordered + skewed + invalid; }
};

/**
 * What one connection posts: a plant's clean events with noise among them. Pure: batches depend on the
 * arguments alone, never on when they are sent or on the answers. Not thread-safe.
 *
 * A batch that is posted again changes nothing: within a batch no two different payloads of one event come
 * without a claimed receipt. Without that promise a lost answer would leave the outcome open.
 *
 * Claimed receipts lie well before the plant's start or years ahead, so that 'earlier than the server's
 * stamp' is certain however far the two clocks are apart.
 */
class NoisyStream
{
public:
    /** @p count is how many elements there are altogether; @p batchSize must be positive. */
    NoisyStream(Plant plant, NoiseSettings settings, Random random, std::size_t batchSize,
                std::uint64_t count);

    bool finished() const { return m_posted == m_count; }
    /** The next batch; full, but for the last. Empty when finished. */
    Batch next();
    /** From @p from on, or from the newest event where that is later. */
    void setConduct(Instant from, const Conduct &conduct) { m_plant.setConduct(from, conduct); }

private:
    /** An event that was posted: what duplicates and corrections are made from. */
    struct Known {
        IncomingEvent original;
        IncomingEvent latest;
        std::uint64_t plainBatch = 0; ///< the batch that last held it without a claim; 0: none
    };
    /** An element on its way that others overtake. */
    struct Held {
        std::uint64_t due; ///< number of elements posted by then
        Element element;
        bool isNew; ///< nothing of this event was posted yet
        friend bool operator>(const Held &a, const Held &b) { return a.due > b.due; }
    };

    Element nextElement();
    NoiseKind drawKind();
    Element cleanEvent();
    Element skewedEvent();
    Element duplicate();
    Element correction();
    std::optional<Element> reordered();
    Element lateCorrection();
    Element invalid();

    Element post(IncomingEvent event, NoiseKind kind, TimeStyle style = TimeStyle::Zulu);
    Element postAgain(Known &known, IncomingEvent event, NoiseKind kind);
    void hold(IncomingEvent event, bool isNew, NoiseKind kind);
    Element release();
    Known &pick();
    Known &pickCorrectable();
    bool wouldClash(const Known &known) const { return known.plainBatch == m_batch; }
    IncomingEvent corrected(const Known &known);
    void changeTime(const Known &known, EventPayload &payload);
    void changePlace(EventPayload &payload);
    Instant earlyClaim();
    IncomingEvent drawEvent();

    Plant m_plant;
    NoiseSettings m_settings;
    Random m_random;
    std::size_t m_batchSize;
    std::uint64_t m_count;
    std::uint64_t m_posted = 0;
    std::uint64_t m_batch = 0;
    std::uint64_t m_claims = 0;
    std::uint64_t m_reorders = 0;
    std::uint64_t m_breaks = 0;
    Instant m_now; ///< when the newest event drawn from the plant happened
    std::vector<Known> m_known;
    std::size_t m_oldest = 0; ///< where the next event goes once m_known is full
    std::priority_queue<Held, std::vector<Held>, std::greater<>> m_held;
};

} // namespace linewatch::simulation
