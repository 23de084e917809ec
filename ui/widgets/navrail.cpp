// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/navrail.h"

#include "ui/theme/themecontroller.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QLabel>
#include <QPaintEvent>
#include <QPainter>
#include <QPainterPath>
#include <QPen>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int railWidth = 148;
constexpr int entryHeight = 33;
constexpr int textLeft = 11;

class RailEntry : public QAbstractButton
{
public:
    RailEntry(const ThemeController &themes, const QString &name, QWidget *parent)
        : QAbstractButton(parent)
        , m_themes(themes)
    {
        setText(name);
        setCheckable(true);
        setAutoExclusive(true);
        setCursor(Qt::PointingHandCursor);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    QSize sizeHint() const override
    {
        const int widest = QFontMetrics(m_themes.type().strong).horizontalAdvance(text());
        return {widest + 2 * textLeft, m_themes.scaledInt(entryHeight)};
    }

protected:
    void paintEvent(QPaintEvent * /*event*/) override
    {
        const Theme &theme = m_themes.theme();
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked())
            paintChosen(painter);
        if (hasFocus()) {
            painter.setPen(QPen(theme.accent, 1.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), 6, 6);
        }
        painter.setFont(isChecked() ? m_themes.type().strong : m_themes.type().body);
        painter.setPen(isChecked() ? theme.text : theme.muted);
        painter.drawText(rect().adjusted(textLeft, 0, 0, 0), Qt::AlignVCenter, text());
    }

private:
    /** Raised, with an accent along its left edge: the chosen page is told by more than its colour. */
    void paintChosen(QPainter &painter) const
    {
        constexpr int accentWidth = 3;
        QPainterPath outline;
        outline.addRoundedRect(rect(), 6, 6);
        painter.fillPath(outline, m_themes.theme().raised);
        painter.setClipPath(outline);
        painter.fillRect(QRect(0, 0, accentWidth, height()), m_themes.theme().accent);
        painter.setClipping(false);
    }

    const ThemeController &m_themes;
};

} // namespace

NavRail::NavRail(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_pages(new QButtonGroup(this))
    , m_entries(new QVBoxLayout)
{
    setMinimumWidth(railWidth);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred);
    setAccessibleName(tr("Pages"));
    auto *brand = new QLabel(QStringLiteral("Linewatch"), this);
    setFontRole(*brand, "brand");
    brand->setContentsMargins(8, 0, 0, 0);
    m_entries->setSpacing(2);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(10, 14, 10, 10);
    layout->setSpacing(14);
    layout->addWidget(brand);
    layout->addLayout(m_entries);
    layout->addStretch(1);
    connect(m_pages, &QButtonGroup::idClicked, this, &NavRail::pageChosen);
}

void NavRail::addPage(const QString &name)
{
    auto *entry = new RailEntry(m_themes, name, this);
    const int page = m_entries->count();
    m_pages->addButton(entry, page);
    m_entries->addWidget(entry);
    entry->setChecked(page == 0);
}

void NavRail::choosePage(int page)
{
    m_pages->button(page)->setChecked(true);
}

void NavRail::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_themes.theme().rail);
}

} // namespace linewatch::ui
