// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/textpart.h"

#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** The line at the foot of the window: short facts side by side. Facts that do not fit are left out whole. */
class StatusLine : public QWidget
{
    Q_OBJECT

public:
    explicit StatusLine(const ThemeController &themes, QWidget *parent = nullptr);

    void setFacts(std::vector<TextParts> facts);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double widthOf(const TextParts &fact) const;

    const ThemeController &m_themes;
    std::vector<TextParts> m_facts;
};

} // namespace linewatch::ui
