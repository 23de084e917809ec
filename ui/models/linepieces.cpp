// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/linepieces.h"

namespace linewatch::ui {

std::vector<QList<QPointF>> linePieces(const std::vector<std::optional<QPointF>> &points, double halfDash)
{
    std::vector<QList<QPointF>> pieces;
    bool isOpen = false;
    for (const std::optional<QPointF> &point : points) {
        if (point && !isOpen)
            pieces.emplace_back();
        if (point)
            pieces.back().append(*point);
        isOpen = point.has_value();
    }
    for (QList<QPointF> &piece : pieces) {
        if (piece.size() == 1)
            piece = {piece.front() - QPointF(halfDash, 0), piece.front() + QPointF(halfDash, 0)};
    }
    return pieces;
}

} // namespace linewatch::ui
