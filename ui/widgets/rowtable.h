// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QTableView;

namespace linewatch::ui {

/**
 * What all our tables are: whole rows are chosen and nothing is edited, no grid and no frame, texts on one line,
 * scrolled by pixels, and Tab leads out.
 */
void setUpRowTable(QTableView &table);

} // namespace linewatch::ui
