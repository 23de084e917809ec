// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace linewatch::ui {

/** Plain text over as many lines as it needs, to be copied from with the mouse or the keys. */
QLabel *makeSelectableText(QWidget *parent);

} // namespace linewatch::ui
