// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAbstractButton;
class QButtonGroup;

namespace linewatch::ui {

class ThemeController;

/**
 * One choice of a few, side by side. The segments are radio buttons to the keyboard and to screen readers:
 * Tab reaches the chosen one, the arrow keys choose.
 */
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(const ThemeController &themes, QWidget *parent = nullptr);

    /** @p id, not negative, is what chosen() will say. */
    void addSegment(int id, const QString &text, const QString &accessibleName);
    /** Another text for a segment, such as one with a number in it. */
    void setText(int id, const QString &text, const QString &accessibleName);
    void choose(int id);
    int choice() const;

signals:
    /** The user chose; choose() says nothing. */
    void chosen(int id);
    /** The user clicked, or pressed Space on, what was chosen already. */
    void chosenAgain(int id);

private:
    void letTabReachChoice();

    const ThemeController &m_themes;
    QButtonGroup *m_group;
    bool m_wasChosen = false; ///< the segment that is being pressed, before that
};

} // namespace linewatch::ui
