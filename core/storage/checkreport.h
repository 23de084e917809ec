// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/timewindow.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <vector>

namespace linewatch {

/** What a check of a store found in one matter. */
class CheckedPart
{
public:
    /** So many faults are told one by one, the others are counted. */
    static constexpr qsizetype MostTold = 10;

    /** @p what is checked, in the plural: 'hour sums of lines'. */
    explicit CheckedPart(QString what) : m_what(std::move(what)) { }

    void countChecked(std::int64_t things = 1) { m_checked += things; }
    /** @p describe is called for those that are told. */
    void addFault(const std::function<QString()> &describe)
    {
        ++m_faults;
        if (m_told.size() < MostTold)
            m_told += describe();
    }

    const QString &what() const { return m_what; }
    std::int64_t checked() const { return m_checked; }
    std::int64_t faults() const { return m_faults; }
    /** A line for each of the first. */
    const QStringList &told() const { return m_told; }

private:
    QString m_what;
    std::int64_t m_checked = 0;
    std::int64_t m_faults = 0;
    QStringList m_told;
};

/** All that a check of a store found. */
struct CheckReport {
    std::vector<CheckedPart> parts; ///< in the order in which they were checked
    bool isWhole = true;            ///< false: the file is damaged, so the rest was not looked at

    std::int64_t faults() const
    {
        std::int64_t sum = 0;
        for (const CheckedPart &part : parts)
            sum += part.faults();
        return sum;
    }
};

/** Told of what is being looked at, and how much of it: things done and things there are, 0 where not known.
 */
using CheckProgress = std::function<void(const QString &what, std::int64_t done, std::int64_t total)>;

} // namespace linewatch
