// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/wraplayout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace linewatch::ui {

namespace {

int heightOf(const std::vector<QLayoutItem *> &row)
{
    int height = 0;
    for (const QLayoutItem *item : row)
        height = std::max(height, item->sizeHint().height());
    return height;
}

bool expands(const QLayoutItem *item)
{
    return item->expandingDirections().testFlag(Qt::Horizontal);
}

} // namespace

WrapLayout::WrapLayout(QWidget *parent) : QLayout(parent)
{
    setContentsMargins(0, 0, 0, 0);
}

WrapLayout::~WrapLayout() = default;

void WrapLayout::addItem(QLayoutItem *item)
{
    m_items.emplace_back(item);
    invalidate();
}

QLayoutItem *WrapLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? m_items[static_cast<std::size_t>(index)].get() : nullptr;
}

QLayoutItem *WrapLayout::takeAt(int index)
{
    if (index < 0 || index >= count())
        return nullptr;
    const auto at = m_items.begin() + index;
    QLayoutItem *item = at->release();
    m_items.erase(at);
    return item;
}

std::vector<WrapLayout::Row> WrapLayout::rows(int width) const
{
    std::vector<Row> rows;
    for (const auto &item : m_items) {
        if (item->isEmpty() && !item->spacerItem())
            continue; // hidden
        if (!rows.empty()) {
            rows.back().push_back(item.get());
            if (widthOf(rows.back()) <= width)
                continue;
            rows.back().pop_back();
        }
        rows.push_back({item.get()});
    }
    return rows;
}

int WrapLayout::widthOf(const Row &row) const
{
    int width = (static_cast<int>(row.size()) - 1) * spacing();
    for (const QLayoutItem *item : row)
        width += item->sizeHint().width();
    return width;
}

int WrapLayout::heightForWidth(int width) const
{
    const QMargins margins = contentsMargins();
    const std::vector<Row> all = rows(width - margins.left() - margins.right());
    int height = margins.top() + margins.bottom() + std::max(0, static_cast<int>(all.size()) - 1) * spacing();
    for (const Row &row : all)
        height += heightOf(row);
    return height;
}

QSize WrapLayout::sizeHint() const
{
    Row all;
    for (const auto &item : m_items)
        all.push_back(item.get());
    return QSize(widthOf(all), heightOf(all)).grownBy(contentsMargins());
}

QSize WrapLayout::minimumSize() const
{
    QSize size;
    for (const auto &item : m_items)
        size = size.expandedTo(item->minimumSize());
    return size.grownBy(contentsMargins());
}

void WrapLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    const QRect inside = rect.marginsRemoved(contentsMargins());
    int top = inside.top();
    for (const Row &row : rows(inside.width())) {
        const int height = heightOf(row);
        place(row, QRect(inside.left(), top, inside.width(), height));
        top += height + spacing();
    }
}

void WrapLayout::place(const Row &row, QRect where) const
{
    int spare = std::max(0, where.width() - widthOf(row));
    auto expanding = static_cast<int>(std::ranges::count_if(row, expands));
    int left = where.left();
    if (expanding == 0 && alignment().testFlag(Qt::AlignRight))
        left += spare;
    for (QLayoutItem *item : row) {
        const QSize wanted = item->sizeHint();
        int width = std::min(wanted.width(), where.width());
        if (expands(item)) {
            const int more = std::min(spare / expanding--, item->maximumSize().width() - width);
            width += more;
            spare -= more;
        }
        const int top = where.top() + (where.height() - wanted.height()) / 2;
        item->setGeometry(QStyle::visualRect(parentWidget()->layoutDirection(), where,
                                             QRect(left, top, width, wanted.height())));
        left += width + spacing();
    }
}

} // namespace linewatch::ui
