// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/theme.h"

#include <QFile>

namespace linewatch::ui {

Theme lightTheme()
{
    return {
        .dark = false,
        .background = QColor(0xECEEF1),
        .surface = QColor(0xFAFBFC),
        .raised = QColor(0xFFFFFF),
        .rail = QColor(0xE2E5E9),
        .line = QColor(0xD3D8DE),
        .grid = QColor(0xE3E7EB),
        .text = QColor(0x1B2026),
        .muted = QColor(0x56606B),
        .normal = QColor(0x6B7886),
        .normal2 = QColor(0xA9B3BD),
        .accent = QColor(0x1F6FB5),
        .onAccent = QColor(0xFFFFFF),
        .warning = QColor(0xA85B00),
        .warningGround = QColor(0xFFF3DF),
        .critical = QColor(0xB3261E),
        .criticalGround = QColor(0xFDEBEA),
        .silent = QColor(0x6A4FA3),
        .silentGround = QColor(0xF0ECF8),
    };
}

Theme darkTheme()
{
    return {
        .dark = true,
        .background = QColor(0x14171B),
        .surface = QColor(0x1B1F24),
        .raised = QColor(0x21262C),
        .rail = QColor(0x101317),
        .line = QColor(0x343B44),
        .grid = QColor(0x2A3037),
        .text = QColor(0xE8EBEE),
        .muted = QColor(0x9BA6B2),
        .normal = QColor(0x8794A2),
        .normal2 = QColor(0x515C68),
        .accent = QColor(0x6AB0EE),
        .onAccent = QColor(0x14171B),
        .warning = QColor(0xF0A63C),
        .warningGround = QColor(0x33270F),
        .critical = QColor(0xFF8A80),
        .criticalGround = QColor(0x3A1917),
        .silent = QColor(0xB9A3E8),
        .silentGround = QColor(0x272038),
    };
}

QColor stateColour(const Theme &theme, MachineState state)
{
    switch (state) {
    case MachineState::Warning:
        return theme.warning;
    case MachineState::Silent:
        return theme.silent;
    case MachineState::NoData:
        return theme.muted;
    case MachineState::Healthy:
        break;
    }
    return theme.normal;
}

QColor stateGround(const Theme &theme, MachineState state)
{
    switch (state) {
    case MachineState::Warning:
        return theme.warningGround;
    case MachineState::Silent:
        return theme.silentGround;
    case MachineState::NoData:
        return theme.surface;
    case MachineState::Healthy:
        break;
    }
    return theme.raised;
}

QPalette paletteOf(const Theme &theme)
{
    QPalette palette;
    palette.setColor(QPalette::Window, theme.background);
    palette.setColor(QPalette::WindowText, theme.text);
    palette.setColor(QPalette::Base, theme.raised);
    palette.setColor(QPalette::AlternateBase, theme.surface);
    palette.setColor(QPalette::Text, theme.text);
    palette.setColor(QPalette::PlaceholderText, theme.muted);
    palette.setColor(QPalette::Button, theme.raised);
    palette.setColor(QPalette::ButtonText, theme.text);
    palette.setColor(QPalette::BrightText, theme.critical);
    palette.setColor(QPalette::ToolTipBase, theme.raised);
    palette.setColor(QPalette::ToolTipText, theme.text);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::LinkVisited, theme.accent);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.normal2);
    return palette;
}

QString styleSheetOf(const Theme &theme)
{
    QFile file(QStringLiteral(":/linewatch/style.qss"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString sheet = QString::fromUtf8(file.readAll());
    const std::pair<const char *, QColor> tokens[] = {
        {"@surface", theme.surface},
        {"@raised", theme.raised},
        {"@rail", theme.rail},
        {"@line", theme.line},
        {"@grid", theme.grid},
        {"@text", theme.text},
        {"@muted", theme.muted},
        {"@normal2", theme.normal2},
        {"@accent", theme.accent},
        {"@onAccent", theme.onAccent},
        {"@critical", theme.critical},
        {"@background", theme.background},
    };
    for (const auto &[token, colour] : tokens)
        sheet.replace(QLatin1String(token) + QLatin1Char(';'), colour.name() + QLatin1Char(';'));
    return sheet;
}

} // namespace linewatch::ui
