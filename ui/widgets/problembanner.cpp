// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/problembanner.h"

#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>

namespace linewatch::ui {

namespace {

constexpr double bannerIcon = 16;
constexpr int bannerPadding = 14;

} // namespace

ProblemBanner::ProblemBanner(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_text(new QLabel(this))
{
    auto *layout = new QHBoxLayout(this);
    const auto leaveRoomForIcon = [layout, &themes] {
        layout->setContentsMargins(bannerPadding + qRound(themes.scaled(bannerIcon)) + 10, 10, bannerPadding,
                                   10);
    };
    leaveRoomForIcon();
    connect(&themes, &ThemeController::typeChanged, layout, leaveRoomForIcon);
    layout->addWidget(m_text);
    setFontRole(*m_text, "strong");
    m_text->setProperty("tone", QStringLiteral("critical"));
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Minimum);
    hide();
}

void ProblemBanner::setProblem(const QString &problem)
{
    m_text->setText(problem);
    setAccessibleName(problem);
    setVisible(!problem.isEmpty());
}

void ProblemBanner::paintEvent(QPaintEvent * /*event*/)
{
    const Theme &theme = m_themes.theme();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.critical);
    painter.setBrush(theme.criticalGround);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
    const double side = m_themes.scaled(bannerIcon);
    paintIcon(painter, QRectF(bannerPadding, (height() - side) / 2, side, side), Icon::Critical,
              theme.critical);
}

} // namespace linewatch::ui
