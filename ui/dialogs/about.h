// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace linewatch::ui {

/** Shows the version and the licences over @p parent, without waiting for it to be closed. */
void showAbout(QWidget *parent);

} // namespace linewatch::ui
