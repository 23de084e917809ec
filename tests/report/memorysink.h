// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report/exportsink.h"

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>

namespace linewatch::test {

/** Keeps what is written, and fails like a full disk once it holds more than it has room for. */
class MemorySink final : public ExportSink
{
public:
    explicit MemorySink(qsizetype room = 1'000'000'000) : m_room(room) { }

    Result<void> write(QByteArrayView bytes) override
    {
        if (m_bytes.size() + bytes.size() > m_room)
            return Failure{Failure::Kind::Unavailable, QStringLiteral("there is no room")};
        m_bytes += bytes;
        m_largest = std::max(m_largest, bytes.size());
        return {};
    }
    Result<void> commit() override
    {
        m_committed = true;
        return {};
    }

    const QByteArray &bytes() const { return m_bytes; }
    QByteArrayList rows() const { return m_bytes.split('\n'); }
    qsizetype largest() const { return m_largest; } ///< of the pieces that came
    bool isCommitted() const { return m_committed; }

private:
    qsizetype m_room;
    QByteArray m_bytes;
    qsizetype m_largest = 0;
    bool m_committed = false;
};

} // namespace linewatch::test
