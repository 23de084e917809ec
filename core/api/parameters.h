// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/query.h"
#include "model/ids.h"
#include "model/timewindow.h"

#include <optional>

namespace linewatch::api {

/**
 * The parameters of a request by name and type. A failure is of kind Refused and names the parameter. Unknown
 * parameters are ignored, one that is given twice is refused.
 */
class Parameters
{
public:
    static Result<Parameters> of(const QByteArray &rawQuery);

    bool has(QByteArrayView name) const { return m_query.value(name).has_value(); }

    /** The value as it was sent, decoded. */
    std::optional<QByteArray> text(QByteArrayView name) const { return m_query.value(name); }
    /** An id by the rules of ids in events: 1 to @p maxLength characters, no control characters. */
    Result<std::optional<std::string>> id(QByteArrayView name, std::size_t maxLength) const;
    Result<std::optional<Instant>> instant(QByteArrayView name) const;
    Result<int> limit(int smallest, int largest, int otherwise) const;

    /** Two bounds that must both be there and make a window. */
    Result<TimeWindow> window(QByteArrayView start, QByteArrayView end) const;

private:
    explicit Parameters(http::Query query) : m_query(std::move(query)) { }

    http::Query m_query;
};

/** A failure that names a parameter. */
Failure badParameter(QByteArrayView name, const QString &what);

/** Fails unless @p window is one. */
Result<TimeWindow> checkedWindow(TimeWindow window, QByteArrayView startName, QByteArrayView endName);

} // namespace linewatch::api
