// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/sqlconnection.h"

#include <unordered_map>

namespace linewatch {

/** The sources of a store for those who hold its figures against each other: what they are called, which are
 * of one line. */
class SourceNames
{
public:
    static Result<SourceNames> load(SqlConnection &connection);

    bool contains(std::int64_t sourceId) const { return m_sources.contains(sourceId); }
    /** 'machine M-1, line A, factory F', or that there is none with that number. */
    QString nameOf(std::int64_t sourceId) const;
    /**
     * One number for all sources that state the same line in the same factory; a source's own where it states
     * none, or does not exist.
     */
    std::int64_t lineOf(std::int64_t sourceId) const;

private:
    struct Known {
        QString name;
        std::int64_t line = 0;
    };

    std::unordered_map<std::int64_t, Known> m_sources;
};

} // namespace linewatch
