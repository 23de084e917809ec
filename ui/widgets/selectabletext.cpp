// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/selectabletext.h"

#include <QLabel>

namespace linewatch::ui {

QLabel *makeSelectableText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace linewatch::ui
