// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QWidget;

namespace linewatch::ui {

/** Fills @p chart with @p canvas and, below it, a line of small text that the chart sets. */
QLabel *layOutWithCaption(QWidget &chart, QWidget &canvas);

} // namespace linewatch::ui
