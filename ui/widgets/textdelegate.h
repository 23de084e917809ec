// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace linewatch::ui {

class ThemeController;

/**
 * Paints the cells of a LongTable: one line of text, cut where it does not fit. Nothing of it is asked of the
 * style sheet, which lays each text out four times and so held the window up for 20 ms a frame while a list
 * was scrolled.
 */
class TextDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit TextDelegate(const ThemeController &themes, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

protected:
    const ThemeController &themes() const { return m_themes; }
    /** Paints what is behind the cell, and gives the room for what stands in it. */
    QRect paintGround(QPainter &painter, const QStyleOptionViewItem &option) const;
    void paintText(QPainter &painter, const QRect &inside, const QModelIndex &index,
                   const QColor &colour) const;

private:
    const ThemeController &m_themes;
};

} // namespace linewatch::ui
