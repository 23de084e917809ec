// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/systemscheme.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QObject>

namespace linewatch::ui {

enum class ThemeChoice { System, Light, Dark };

/**
 * The theme and the size of text in force, given to the application (palette, style sheet, font) at every
 * change. Widgets that paint themselves ask theme() and type() while they paint: a change of the palette or
 * the font repaints every one of them, and asks them anew how large they want to be.
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

    /** The size of text and of what holds it, in percent of the usual. */
    int textPercent() const { return m_textPercent; }
    void setTextPercent(int percent);
    /** Pixels that go with text, at its size now; @p pixels is what they are at 100 %. */
    double scaled(double pixels) const { return pixels * m_textPercent / 100; }
    int scaledInt(int pixels) const { return qRound(scaled(pixels)); }

signals:
    void themeChanged();
    void typeChanged();

private:
    void follow();
    void apply();
    void applyType();

    const SystemScheme &m_system;
    int m_textPercent = 100;
    Type m_type;
    ThemeChoice m_choice = ThemeChoice::System;
    Theme m_theme;
};

/** The name under which a choice is kept in the settings, and the way back; System for a name unknown. */
QString settingsName(ThemeChoice choice);
ThemeChoice themeChoiceFrom(const QString &name);

} // namespace linewatch::ui
