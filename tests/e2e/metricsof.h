// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/httpclient.h"

#include <QRegularExpression>

namespace linewatch::test {

/** The sum of the samples of a counter in what /metrics says; -1 where it says nothing of it. */
inline qint64 sumOfSamples(const QByteArray &metrics, const QString &name)
{
    static const QString pattern = QStringLiteral("^%1(?:\\{[^}]*\\})? ([0-9]+)$");
    const QRegularExpression sample(pattern.arg(name), QRegularExpression::MultilineOption);
    qint64 sum = -1;
    for (auto match = sample.globalMatch(QString::fromUtf8(metrics)); match.hasNext();)
        sum = std::max<qint64>(sum, 0) + match.next().captured(1).toLongLong();
    return sum;
}

} // namespace linewatch::test
