// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/sourcenames.h"

#include <map>
#include <utility>

namespace linewatch {

Result<SourceNames> SourceNames::load(SqlConnection &connection)
{
    SourceNames names;
    std::map<std::pair<QString, QString>, std::int64_t> lines;
    const auto add = [&](const QSqlQuery &row) {
        const std::int64_t sourceId = row.value(0).toLongLong();
        const QString line = row.value(2).toString();
        const QString factory = row.value(3).toString();
        Known known{QStringLiteral("machine ") + row.value(1).toString(), sourceId};
        if (!line.isEmpty()) {
            known.name += QStringLiteral(", line ") + line;
            known.line = lines.try_emplace({line, factory}, sourceId).first->second;
        }
        if (!factory.isEmpty())
            known.name += QStringLiteral(", factory ") + factory;
        names.m_sources.emplace(sourceId, known);
    };
    const Result<void> read = connection.readEach(
        QStringLiteral("SELECT source_id, machine_id, line_id, factory_id FROM source ORDER BY source_id"),
        {}, add);
    if (!read)
        return read.failure();
    return names;
}

QString SourceNames::nameOf(std::int64_t sourceId) const
{
    const auto known = m_sources.find(sourceId);
    return known == m_sources.end()
        ? QStringLiteral("source %1, which does not exist").arg(qlonglong{sourceId})
        : known->second.name;
}

std::int64_t SourceNames::lineOf(std::int64_t sourceId) const
{
    const auto known = m_sources.find(sourceId);
    return known == m_sources.end() ? sourceId : known->second.line;
}

} // namespace linewatch
