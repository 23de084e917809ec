// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/icons.h"

#include <QFile>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace linewatch::ui {

namespace {

QString fileOf(Icon icon)
{
    switch (icon) {
    case Icon::Warning:
        return QStringLiteral(":/linewatch/icons/warning.svg");
    case Icon::Silent:
        return QStringLiteral(":/linewatch/icons/silent.svg");
    case Icon::NoData:
        return QStringLiteral(":/linewatch/icons/nodata.svg");
    case Icon::Critical:
        return QStringLiteral(":/linewatch/icons/critical.svg");
    case Icon::Healthy:
        break;
    }
    return QStringLiteral(":/linewatch/icons/healthy.svg");
}

QPixmap render(Icon icon, int pixels, const QColor &colour)
{
    QFile file(fileOf(icon));
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    if (!file.open(QIODevice::ReadOnly))
        return pixmap;
    QSvgRenderer renderer(file.readAll().replace("currentColor", colour.name().toLatin1()));
    QPainter painter(&pixmap);
    renderer.render(&painter);
    return pixmap;
}

} // namespace

Icon iconOf(MachineState state)
{
    switch (state) {
    case MachineState::Warning:
        return Icon::Warning;
    case MachineState::Silent:
        return Icon::Silent;
    case MachineState::NoData:
        return Icon::NoData;
    case MachineState::Healthy:
        break;
    }
    return Icon::Healthy;
}

void paintIcon(QPainter &painter, const QRectF &where, Icon icon, const QColor &colour)
{
    const int pixels = qRound(where.width() * painter.device()->devicePixelRatioF());
    const QString key =
        QStringLiteral("linewatch-%1-%2-%3").arg(static_cast<int>(icon)).arg(pixels).arg(colour.name());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(icon, pixels, colour);
        QPixmapCache::insert(key, pixmap);
    }
    painter.drawPixmap(where, pixmap, QRectF(pixmap.rect()));
}

QIcon applicationIcon()
{
    return QIcon(QStringLiteral(":/linewatch/icons/linewatch.svg"));
}

} // namespace linewatch::ui
