// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linewatch::ui {

class ThemeController;

/**
 * Paints the cells of a FigureTable in the colours of the theme: texts, states with their sign, small lines
 * of defects (roles of GroupTableModel). A dash steps back.
 */
class FigureDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit FigureDelegate(const ThemeController &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /** As wide as the text with what stands around it. */
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGround(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintState(QPainter &painter, const QRectF &where, const QModelIndex &index, int state) const;
    void paintText(QPainter &painter, const QRectF &where, const QModelIndex &index) const;

    const ThemeController &m_themes;
};

} // namespace linewatch::ui
