// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/listenaddress.h"

#include "monitor/optionsources.h"

namespace linewatch {

Result<ListenAddress> ListenAddress::parse(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    bool goodPort = false;
    const quint16 port = text.mid(colon + 1).toUShort(&goodPort);
    const QHostAddress address(host == QLatin1String("localhost") ? QStringLiteral("127.0.0.1") : host);
    if (colon < 0 || !goodPort || address.isNull())
        return refused(Sentence(
            QT_TRANSLATE_NOOP("Failure", "'%1' is no address to listen on; give one such as 127.0.0.1:8080"),
            text));
    if (!address.isLoopback()) {
        return refused(
            Sentence(QT_TRANSLATE_NOOP(
                         "Failure",
                         "refusing to listen on %1: an address that other machines can reach needs access "
                         "tokens, which this version does not have; use a loopback address"),
                     host));
    }
    return ListenAddress{address, port};
}

QString ListenAddress::text() const
{
    const bool isBracketed = address.protocol() == QAbstractSocket::IPv6Protocol;
    return (isBracketed ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(address.toString())
        .arg(port);
}

} // namespace linewatch
