// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>

#include <optional>
#include <vector>

namespace linewatch::ui {

/**
 * The line through @p points, in pieces: it breaks where one is missing. A point alone between two gaps
 * becomes a dash of twice @p halfDash, or it could not be seen. Pure.
 */
std::vector<QList<QPointF>> linePieces(const std::vector<std::optional<QPointF>> &points,
                                       double halfDash = 0.3);

} // namespace linewatch::ui
