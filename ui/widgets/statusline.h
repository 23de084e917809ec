// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/textpart.h"

#include <QRectF>
#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** The line at the foot of the window: short facts side by side, in as many rows as they need. */
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const ThemeController &themes, QWidget *parent = nullptr);

    void setFacts(std::vector<TextParts> facts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    /** Where each fact stands in a line that is @p width wide. */
    std::vector<QRectF> places(double width) const;
    double widthOf(const TextParts &fact) const;
    int rowHeight() const;

    const ThemeController &m_themes;
    std::vector<TextParts> m_facts;
};

} // namespace linewatch::ui
