// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/message.h"

namespace linewatch::http {

namespace {

bool sameName(QByteArrayView one, QByteArrayView other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

} // namespace

std::optional<QByteArray> Headers::value(QByteArrayView name) const
{
    for (const auto &[fieldName, fieldValue] : m_fields) {
        if (sameName(fieldName, name))
            return fieldValue;
    }
    return std::nullopt;
}

QByteArray Headers::joined(QByteArrayView name) const
{
    QByteArrayList values;
    for (const auto &[fieldName, fieldValue] : m_fields) {
        if (sameName(fieldName, name))
            values.append(fieldValue);
    }
    return values.join(", ");
}

} // namespace linewatch::http
