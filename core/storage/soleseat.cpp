// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/soleseat.h"

#include "storage/sqlvalues.h"
#include "storage/storestate.h"

namespace linewatch {

Result<Instant> SoleSeat::newestStamp()
{
    const Result<std::int64_t> stamp = storestate::read(m_connection, storestate::LastStamp);
    if (!stamp)
        return stamp.failure();
    return Instant{std::chrono::microseconds{*stamp}};
}

Result<void> SoleSeat::keepStamp(Instant stamp)
{
    return storestate::write(m_connection, storestate::LastStamp, sql::fromInstant(stamp));
}

Result<std::int64_t> SoleSeat::spooledThrough(std::int64_t /*spoolId*/)
{
    return std::int64_t{0};
}

Result<void> SoleSeat::keepSpoolMark(const SpoolMark & /*mark*/)
{
    return Failure{Failure::Kind::Internal,
                   QStringLiteral("a store of one process takes nothing from a spool")};
}

} // namespace linewatch
