// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>

class QActionGroup;
class QSettings;

namespace linewatch::ui {

class ThemeController;

/** View > Text size: applied at once, kept in the settings, and at the start what was kept. */
class TextSizeMenu : public QMenu
{
    Q_OBJECT

public:
    /** Adds itself to @p view, and belongs to it. The others must outlive this. */
    TextSizeMenu(ThemeController &themes, QSettings &settings, QMenu &view);

private:
    void addStep(const QString &text, const QList<QKeySequence> &shortcuts, int step);
    void addSize(int percent, const QKeySequence &shortcut);
    void choose(int percent);

    ThemeController &m_themes;
    QSettings &m_settings;
    QActionGroup *m_sizes;
};

} // namespace linewatch::ui
