// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace linewatch::ui {

/**
 * Shows the versions and the licences over @p parent, without waiting for it to be closed. @p engine: that of
 * the store with its version; empty while there is none.
 */
void showAbout(QWidget *parent, const QString &engine);

} // namespace linewatch::ui
