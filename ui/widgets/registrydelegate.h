// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/textdelegate.h"

namespace linewatch::ui {

/** Paints the registry: muted what nobody set, and a sign beside the word for what is new. */
class RegistryDelegate : public TextDelegate
{
    Q_OBJECT

public:
    using TextDelegate::TextDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace linewatch::ui
