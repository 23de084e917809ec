// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace linewatch::ui {

class ThemeController;

/** The program's name and its pages, at the left edge of the window. */
class NavRail : public QWidget
{
    Q_OBJECT

public:
    explicit NavRail(const ThemeController &themes, QWidget *parent = nullptr);

    /** Pages are numbered in the order they are added, from 0. The first one is the chosen one. */
    void addPage(const QString &name);
    /** Marks it as the chosen one; says nothing. */
    void choosePage(int page);

signals:
    /** The user chose it, also when it is the chosen one. */
    void pageChosen(int page);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &m_themes;
    QButtonGroup *m_pages;
    QVBoxLayout *m_entries;
};

} // namespace linewatch::ui
