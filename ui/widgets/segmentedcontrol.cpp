// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/segmentedcontrol.h"

#include "ui/theme/themecontroller.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPen>

namespace linewatch::ui {

namespace {

constexpr int segmentHeight = 30;
constexpr int segmentPadding = 14;
constexpr double segmentRadius = 7;

class Segment : public QAbstractButton
{
public:
    Segment(const ThemeController &themes, QWidget *parent) : QAbstractButton(parent), m_themes(themes)
    {
        setCheckable(true);
        setAutoExclusive(true); // to screen readers a radio button, not a check box
        setCursor(Qt::PointingHandCursor);
    }

    /** Reserves the width of the bold text, so that a choice does not move its neighbours. */
    QSize sizeHint() const override
    {
        const QFontMetrics metrics(m_themes.type().strong);
        return {metrics.horizontalAdvance(text()) + 2 * segmentPadding, m_themes.scaledInt(segmentHeight)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = m_themes.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setClipPath(outlineOfControl());
        painter.fillRect(rect(), isChecked() ? theme.accent : theme.raised);
        painter.setClipping(false);
        painter.setFont(isChecked() ? m_themes.type().strong : m_themes.type().body);
        painter.setPen(isChecked() ? theme.onAccent : theme.muted);
        painter.drawText(rect(), Qt::AlignCenter, text());
        if (hasFocus()) {
            painter.setPen(QPen(isChecked() ? theme.onAccent : theme.accent, 1.5));
            painter.drawRoundedRect(QRectF(rect()).adjusted(3.5, 3.5, -3.5, -3.5), 4, 4);
        }
        paintBorder(painter);
    }

private:
    /** The rounded whole that this is a part of, in this segment's coordinates. */
    QPainterPath outlineOfControl() const
    {
        QPainterPath path;
        path.addRoundedRect(QRectF(parentWidget()->rect()).translated(-pos()).adjusted(0.5, 0.5, -0.5, -0.5),
                            segmentRadius, segmentRadius);
        return path;
    }

    void paintBorder(QPainter &painter) const
    {
        painter.setPen(m_themes.theme().line);
        painter.setBrush(Qt::NoBrush);
        painter.drawPath(outlineOfControl());
        if (x() > 0)
            painter.drawLine(QPointF(0.5, 1), QPointF(0.5, height() - 1));
    }

    const ThemeController &m_themes;
};

} // namespace

SegmentedControl::SegmentedControl(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_group(new QButtonGroup(this))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int id, bool checked) {
        if (!checked)
            return;
        letTabReachChoice();
        emit chosen(id);
    });
}

void SegmentedControl::addSegment(int id, const QString &text, const QString &accessibleName)
{
    auto *segment = new Segment(m_themes, this);
    segment->setText(text);
    segment->setAccessibleName(accessibleName);
    m_group->addButton(segment, id);
    connect(segment, &QAbstractButton::pressed, this,
            [this, segment] { m_wasChosen = segment->isChecked(); });
    connect(segment, &QAbstractButton::clicked, this, [this, id] {
        if (std::exchange(m_wasChosen, false))
            emit chosenAgain(id);
    });
    layout()->addWidget(segment);
}

void SegmentedControl::setText(int id, const QString &text, const QString &accessibleName)
{
    QAbstractButton *segment = m_group->button(id);
    if (!segment || (segment->text() == text && segment->accessibleName() == accessibleName))
        return;
    segment->setText(text);
    segment->setAccessibleName(accessibleName);
    segment->updateGeometry();
}

void SegmentedControl::choose(int id)
{
    const QSignalBlocker quiet(m_group);
    if (QAbstractButton *segment = m_group->button(id))
        segment->setChecked(true);
    letTabReachChoice();
}

/** Qt does the same for a group of buttons, but only once one of them has had the focus. */
void SegmentedControl::letTabReachChoice()
{
    for (QAbstractButton *segment : m_group->buttons())
        segment->setFocusPolicy(segment->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

int SegmentedControl::choice() const
{
    return m_group->checkedId();
}

} // namespace linewatch::ui
