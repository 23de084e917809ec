// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/endpointsection.h"

#include "ui/widgets/settingrow.h"

#include <QGridLayout>

namespace linewatch::ui {

namespace {

QString key(const char *name)
{
    return QString::fromLatin1(name);
}

QString addressOf(const QString &listen)
{
    QString address = listen.left(listen.lastIndexOf(QLatin1Char(':')));
    if (address.startsWith(QLatin1Char('[')) && address.endsWith(QLatin1Char(']')))
        address = address.mid(1, address.size() - 2);
    return address;
}

QString portOf(const QString &listen)
{
    return listen.section(QLatin1Char(':'), -1);
}

QString withAddress(const QString &listen, const QString &address)
{
    const bool isBracketed = address.contains(QLatin1Char(':'));
    return (isBracketed ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2")).arg(address, portOf(listen));
}

QString withPort(const QString &listen, const QString &port)
{
    return listen.left(listen.lastIndexOf(QLatin1Char(':')) + 1) + port;
}

bool isPortGood(const QString &listen)
{
    bool isNumber = false;
    portOf(listen).toUShort(&isNumber);
    return isNumber;
}

} // namespace

EndpointSection::EndpointSection(SettingsDraft &draft, QWidget *parent) : QWidget(parent)
{
    QGridLayout &grid = *addSettingsGrid(*this);
    new SettingRow(grid, draft,
                   {.key = key("server/listen"),
                    .label = tr("&Address"),
                    .note = tr("Where events are taken: 127.0.0.1 or another loopback address."),
                    .part = addressOf,
                    .withPart = withAddress,
                    .ownsFault = isPortGood});
    new SettingRow(grid, draft,
                   {.key = key("server/listen"),
                    .label = tr("&Port"),
                    .note = tr("0 to 65535; 0 picks a free one at each start."),
                    .part = portOf,
                    .withPart = withPort,
                    .ownsFault = [](const QString &listen) { return !isPortGood(listen); }});
    const std::pair<const char *, std::pair<QString, QString>> limits[] = {
        {"limits/bodyBytes", {tr("Size of a request"), tr("Bytes, also of what comes out of gzip.")}},
        {"limits/batchEvents", {tr("Events in a batch"), tr("1 to 1,000,000.")}},
        {"limits/queuedEvents", {tr("Events that wait"), tr("To be written; more are answered 503.")}},
        {"limits/connections", {tr("Connections"), tr("At once; more are answered 503.")}},
        {"limits/headerBytes", {tr("Size of a header"), tr("Bytes.")}},
        {"limits/targetBytes", {tr("Length of an address"), tr("Bytes of path and query.")}},
        {"limits/headerSeconds", {tr("Time for a header"), tr("Seconds, from its first byte.")}},
        {"limits/bodySeconds", {tr("Time for a body"), tr("Seconds, from the end of the header.")}},
        {"limits/idleSeconds", {tr("Time without a request"), tr("Seconds, until a connection is closed.")}},
    };
    for (const auto &[name, words] : limits)
        new SettingRow(grid, draft, {.key = key(name), .label = words.first, .note = words.second});
}

} // namespace linewatch::ui
