// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>
#include <functional>
#include <string>
#include <utility>

namespace linewatch {

/**
 * A name that comes from outside, as UTF-8. One type for each kind of name, so that a line cannot be passed
 * where a machine is meant. Compared byte by byte, never folded or trimmed (contract, common rules).
 */
template <class Tag>
class TextId
{
public:
    TextId() = default;
    explicit TextId(std::string utf8) : m_utf8(std::move(utf8)) { }
    explicit TextId(const QString &text) : m_utf8(text.toStdString()) { }

    const std::string &utf8() const { return m_utf8; }
    QString toString() const { return QString::fromStdString(m_utf8); }
    bool isEmpty() const { return m_utf8.empty(); }

    friend bool operator==(const TextId &, const TextId &) = default;
    friend std::strong_ordering operator<=>(const TextId &, const TextId &) = default;

private:
    std::string m_utf8;
};

using EventId = TextId<struct EventIdTag>;
using MachineId = TextId<struct MachineIdTag>;
using LineId = TextId<struct LineIdTag>;
using FactoryId = TextId<struct FactoryIdTag>;

} // namespace linewatch

template <class Tag>
struct std::hash<linewatch::TextId<Tag>> {
    std::size_t operator()(const linewatch::TextId<Tag> &id) const noexcept
    {
        return std::hash<std::string>{}(id.utf8());
    }
};
