// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/systemscheme.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QObject>

namespace linewatch::ui {

enum class ThemeChoice { System, Light, Dark };

/**
 * The theme in force, given to the application (palette, style sheet, font) at every change. Widgets that
 * paint themselves ask theme() while they paint: the palette's change repaints every one of them.
 */
class ThemeController : public QObject
{
    Q_OBJECT

public:
    /** @p system must outlive this. Needs the QApplication. */
    explicit ThemeController(const SystemScheme &system, QObject *parent = nullptr);

    const Theme &theme() const { return m_theme; }
    const Type &type() const { return m_type; }
    ThemeChoice choice() const { return m_choice; }
    void choose(ThemeChoice choice);

signals:
    void themeChanged();

private:
    void follow();
    void apply();

    const SystemScheme &m_system;
    const Type m_type;
    ThemeChoice m_choice = ThemeChoice::System;
    Theme m_theme;
};

/** The name under which a choice is kept in the settings, and the way back; System for a name unknown. */
QString settingsName(ThemeChoice choice);
ThemeChoice themeChoiceFrom(const QString &name);

} // namespace linewatch::ui
