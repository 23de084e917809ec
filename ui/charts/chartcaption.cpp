// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartcaption.h"

#include "ui/theme/themecontroller.h"

#include <QLabel>
#include <QVBoxLayout>

namespace linewatch::ui {

QLabel *layOutWithCaption(QWidget &chart, QWidget &canvas)
{
    auto *caption = new QLabel(&chart);
    setFontRole(*caption, "tiny");
    caption->setProperty("tone", QStringLiteral("muted"));
    caption->setWordWrap(true);
    auto *layout = new QVBoxLayout(&chart);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(&canvas, 1);
    layout->addWidget(caption);
    return caption;
}

} // namespace linewatch::ui
