// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <array>

class QSplitter;
class QTabBar;

namespace linewatch::ui {

class ThemeController;

/**
 * Three steps of a task: the first above the second and the last beside them, or, where that is too narrow,
 * one at a time, chosen by numbered tabs. GUI thread.
 */
class FoldingSteps : public QWidget
{
    Q_OBJECT

public:
    static constexpr int Count = 3;
    struct Step {
        QString name; ///< with a mnemonic
        QWidget *widget;
    };

    /** Its widgets belong to this from now on. */
    FoldingSteps(const ThemeController &themes, const std::array<Step, Count> &steps,
                 QWidget *parent = nullptr);

    /** Whether one step is shown at a time. */
    bool isFolded() const { return m_isFolded; }
    /** Counted from 0; the one that is shown while it is folded. */
    int current() const;
    void choose(int step);
    void setName(int step, const QString &name);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fold();
    void showSteps();

    const ThemeController &m_themes;
    const std::array<Step, Count> m_steps;
    QTabBar *m_tabs;
    QSplitter *m_columns;
    QWidget *m_left;
    bool m_isFolded = false;
    bool m_isDivided = false; ///< into columns, which the user may have moved since
};

} // namespace linewatch::ui
