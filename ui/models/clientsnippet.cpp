// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/clientsnippet.h"

#include <QFile>
#include <QHostAddress>
#include <QNetworkInterface>

namespace linewatch::ui {

namespace {

/** Between the quotation marks of JSON, Python and JavaScript. Ids have no control characters. */
QString quoted(const QString &text)
{
    QString escaped = text;
    return escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
}

/** For Java, which reads its sources in the encoding of the computer. */
QString inAscii(const QString &text)
{
    QString ascii;
    for (const QChar each : text) {
        if (each.unicode() < 0x80)
            ascii += each;
        else
            ascii += QStringLiteral("\\u%1").arg(each.unicode(), 4, 16, QLatin1Char('0'));
    }
    return ascii;
}

QString escaped(Client client, const QString &machine)
{
    switch (client) {
    case Client::Curl: // JSON between single quotation marks of a shell
        return quoted(machine).replace(u'\'', QStringLiteral("'\\''"));
    case Client::Java:
        return inAscii(quoted(machine));
    case Client::C: // JSON in a string
        return quoted(quoted(machine));
    case Client::Python:
    case Client::NodeJs:
        break;
    }
    return quoted(machine);
}

} // namespace

QString clientName(Client client)
{
    switch (client) {
    case Client::Curl:
        return QStringLiteral("curl");
    case Client::Python:
        return QStringLiteral("Python");
    case Client::NodeJs:
        return QStringLiteral("Node.js");
    case Client::Java:
        return QStringLiteral("Java");
    case Client::C:
        break;
    }
    return QStringLiteral("C");
}

QString clientFile(Client client)
{
    switch (client) {
    case Client::Curl:
        return QStringLiteral("curl.sh");
    case Client::Python:
        return QStringLiteral("client.py");
    case Client::NodeJs:
        return QStringLiteral("client.js");
    case Client::Java:
        return QStringLiteral("Client.java");
    case Client::C:
        break;
    }
    return QStringLiteral("client.c");
}

QList<QUrl> reachableAt(const QUrl &endpoint)
{
    const QHostAddress listens(endpoint.host());
    if (listens != QHostAddress(QHostAddress::AnyIPv4) && listens != QHostAddress(QHostAddress::AnyIPv6))
        return {endpoint};
    QList<QUrl> addresses;
    for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
        const bool isOurs = listens.protocol() == QAbstractSocket::IPv6Protocol
            || address.protocol() == QAbstractSocket::IPv4Protocol;
        if (!isOurs || address.isLoopback() || address.isLinkLocal())
            continue;
        addresses.append(endpoint);
        addresses.last().setHost(address.toString());
    }
    return addresses.isEmpty() ? QList<QUrl>{endpoint} : addresses;
}

QUrl postAddress(const QUrl &endpoint)
{
    return endpoint.resolved(QUrl(QStringLiteral("/events/batch")));
}

QString clientText(Client client, const QUrl &endpoint, const QString &machine)
{
    QFile file(QStringLiteral(":/linewatch/clients/") + clientFile(client));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QUrl address = postAddress(endpoint);
    QString text = QString::fromUtf8(file.readAll());
    text.replace(QLatin1String("@URL@"), address.toString());
    text.replace(QLatin1String("@HOST@"), address.host());
    text.replace(QLatin1String("@PORT@"), QString::number(address.port(80)));
    text.replace(QLatin1String("@PATH@"), address.path());
    // Last: a machine's name may look like any of the others.
    return text.replace(QLatin1String("@MACHINE@"), escaped(client, machine));
}

} // namespace linewatch::ui
