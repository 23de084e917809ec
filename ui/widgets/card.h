// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QWidget>

namespace linewatch::ui {

class ThemeController;

/** Between cards that are side by side or above each other, in pixels. */
inline constexpr int CardGap = 12;

/**
 * A surface with a border that one thing stands on; with a title, and a note about it on the right or, where
 * that is too narrow, below.
 */
class Card : public QWidget
{
    Q_OBJECT

public:
    Card(const ThemeController &themes, const QString &title, QWidget *content, QWidget *parent = nullptr);

    void setNote(const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void arrange();

    const ThemeController &m_themes;
    const QString m_title;
    QString m_note;
    QRect m_noteRect; ///< null: beside the title
};

/** The rounded ground of a card, for widgets that are cards themselves. */
void paintCardGround(QWidget &widget, const ThemeController &themes);

} // namespace linewatch::ui
