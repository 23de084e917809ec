// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench/settings.h"
#include "bench/storefolder.h"
#include "bench/stream.h"

#include <map>
#include <optional>

namespace linewatch::bench {

/** A store for questions: 30 days of a plant. */
struct FilledStore {
    QString file;
    StreamPlan stream;
    std::int64_t events = 0;

    std::int64_t endUs() const { return stream.startUs + events * stream.stepUs; }
};

/**
 * The stores that the benches of questions share, each filled by linewatchd when it is first asked for. They
 * go with this object, unless the settings name a folder to keep them in; from there they are taken another
 * time.
 */
class FilledStores
{
public:
    explicit FilledStores(const Settings &settings) : m_settings(settings) { }

    Result<FilledStore> withEvents(std::int64_t events);

private:
    Result<QString> place(std::int64_t events);
    std::optional<FilledStore> kept(const QString &file, std::int64_t events) const;
    Result<void> fill(const FilledStore &store) const;

    const Settings &m_settings;
    std::map<std::int64_t, FilledStore> m_stores;
    std::vector<StoreFolder> m_folders;
};

/** A copy of the store in a folder of its own below @p parent: what is posted into it must not stay in the
 * store. */
Result<StoreFolder> copyOf(const FilledStore &store, const QString &parent);

} // namespace linewatch::bench
