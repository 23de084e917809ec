// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace linewatch::http {

/**
 * The parameters of a query string, decoded to UTF-8, in the order they came. A plus sign that was not
 * escaped is a plus sign: times with an offset are written that way (contract, common rules).
 */
class Query
{
public:
    struct Parameter {
        QByteArray name;
        QByteArray value; ///< empty when there was no equals sign
    };

    /** @p raw is what follows the question mark. The failure names the parameter that cannot be decoded. */
    static Result<Query> parse(QByteArrayView raw);

    /** The first value of that name; names compare byte by byte. */
    std::optional<QByteArray> value(QByteArrayView name) const;
    /** How often a parameter was given: more than once is for the caller to refuse. */
    qsizetype count(QByteArrayView name) const;
    const QList<Parameter> &parameters() const { return m_parameters; }

private:
    QList<Parameter> m_parameters;
};

} // namespace linewatch::http
