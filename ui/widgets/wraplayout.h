// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLayout>

#include <memory>
#include <vector>

namespace linewatch::ui {

/**
 * A row of items that goes on below where it is too narrow for them. Items have the width they want; what is
 * left over in a row goes to those that expand; a row without one stands at the side of alignment().
 */
class WrapLayout : public QLayout
{
public:
    explicit WrapLayout(QWidget *parent);
    ~WrapLayout() override;

    /** Owned from now on. */
    void addItem(QLayoutItem *item) override;
    int count() const override { return static_cast<int>(m_items.size()); }
    QLayoutItem *itemAt(int index) const override;
    QLayoutItem *takeAt(int index) override;

    Qt::Orientations expandingDirections() const override { return Qt::Horizontal; }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    /** As wide as the widest item, and one row high: how many rows there are depends on the width. */
    QSize minimumSize() const override;
    void setGeometry(const QRect &rect) override;

private:
    using Row = std::vector<QLayoutItem *>;

    std::vector<Row> rows(int width) const;
    int widthOf(const Row &row) const;
    void place(const Row &row, QRect where) const;

    std::vector<std::unique_ptr<QLayoutItem>> m_items;
};

} // namespace linewatch::ui
