// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/explainpopup.h"

#include "ui/theme/themecontroller.h"

#include <QAbstractItemView>
#include <QGridLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int popupWidth = 420;
constexpr int popupPadding = 16;
constexpr int popupGap = 10;
constexpr int apart = 4; ///< from the figure

} // namespace

ExplainPopup::ExplainPopup(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QFrame(parent, Qt::Popup)
    , m_themes(themes)
    , m_formats(formats)
    , m_title(makeText("strong", ""))
    , m_formula(makeText("", "muted"))
    , m_numbersPlace(new QVBoxLayout)
    , m_calculation(makeText("code", "code"))
    , m_leftOut(makeText("small", "muted"))
    , m_events(new QPushButton(tr("Show the &events behind it"), this))
    , m_otherEvents(new QPushButton(tr("Those of the &other"), this))
    , m_close(new QPushButton(tr("&Close"), this))
{
    setProperty("kind", QStringLiteral("popup"));
    setAttribute(Qt::WA_WindowPropagation);
    auto *buttons = new QGridLayout;
    buttons->setSpacing(popupGap);
    buttons->addWidget(m_events, 0, 0);
    buttons->addWidget(m_close, 0, 2);
    buttons->addWidget(m_otherEvents, 1, 0); // beside the others there is no room for it
    buttons->setColumnStretch(1, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(popupPadding, popupPadding, popupPadding, popupPadding);
    layout->setSpacing(popupGap);
    layout->addWidget(m_title);
    layout->addWidget(m_formula);
    layout->addLayout(m_numbersPlace);
    layout->addWidget(m_calculation);
    layout->addWidget(m_leftOut);
    layout->addLayout(buttons);
    connect(m_events, &QPushButton::clicked, this, [this] { go(eventsBehind(m_explanation)); });
    connect(m_otherEvents, &QPushButton::clicked, this,
            [this] { go(otherEventsBehind(m_explanation).value_or(eventsBehind(m_explanation))); });
    connect(m_close, &QPushButton::clicked, this, &QWidget::close);
}

QLabel *ExplainPopup::makeText(const char *role, const char *tone)
{
    auto *label = new QLabel(this);
    if (*role)
        setFontRole(*label, role);
    if (*tone)
        label->setProperty("tone", QString::fromLatin1(tone));
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

void ExplainPopup::showExplanation(const Explanation &explanation, QWidget *anchor, StoreQueries *queries)
{
    m_explanation = explanation;
    m_anchor = anchor;
    fill();
    place();
    show();
    QPushButton *first = m_events->isVisibleTo(this) ? m_events : m_close;
    first->setFocus(Qt::PopupFocusReason);
    askForMore(queries);
}

void ExplainPopup::askForMore(StoreQueries *queries)
{
    m_more.cancel();
    if (!queries || !wantsMore(m_explanation))
        return;
    m_more.ask(
        queries,
        [explanation = m_explanation](EventReader &reader) { return completed(reader, explanation); },
        [this](const Result<Explanation> &answer, std::chrono::milliseconds /*took*/) {
            if (!answer || !isVisible())
                return;
            m_explanation = *answer;
            fill();
            place();
        });
}

void ExplainPopup::fill()
{
    const ExplanationText text = explanationText(m_explanation, m_formats);
    setAccessibleName(text.title);
    setAccessibleDescription(text.spoken());
    m_title->setText(text.title);
    m_formula->setText(text.formula);
    m_calculation->setText(text.calculation);
    m_calculation->setVisible(!text.calculation.isEmpty());
    m_leftOut->setText(text.leftOut.join(QLatin1Char('\n')));
    m_leftOut->setVisible(!text.leftOut.isEmpty());
    m_events->setVisible(hasEventsBehind(m_explanation.kind));
    m_otherEvents->setVisible(otherEventsBehind(m_explanation).has_value());
    fillNumbers(text);
    setFixedWidth(m_themes.scaledInt(popupWidth));
}

void ExplainPopup::fillNumbers(const ExplanationText &text)
{
    delete m_numbers;
    m_numbers = new QWidget(this);
    auto *grid = new QGridLayout(m_numbers);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(popupPadding);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    int row = 0;
    for (const ExplanationText::Number &number : text.numbers) {
        QLabel *name = makeText("", "muted");
        name->setWordWrap(false);
        name->setText(number.name);
        QLabel *value = makeText("", "");
        value->setText(number.value);
        grid->addWidget(name, row, 0, Qt::AlignTop);
        grid->addWidget(value, row++, 1);
    }
    m_numbersPlace->addWidget(m_numbers);
    m_numbers->show(); // or there is no room for it in a popup that is shown already
}

/** On screen: of a view, its current item; else the whole anchor. */
QRect ExplainPopup::anchorRect() const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(m_anchor.data());
    const QWidget *widget = view ? view->viewport() : m_anchor.data();
    const QRect item = view ? view->visualRect(view->currentIndex()) & widget->rect() : QRect();
    const QRect rect = item.isEmpty() ? widget->rect() : item;
    return {widget->mapToGlobal(rect.topLeft()), rect.size()};
}

/** Below its figure, or above where there is no room; never beyond the edge of the screen. */
void ExplainPopup::place()
{
    layout()->activate();
    const int high =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(width()) : sizeHint().height();
    setFixedHeight(high);
    if (!m_anchor)
        return;
    const QRect screen = m_anchor->screen()->availableGeometry();
    const QRect figure = anchorRect();
    const QPoint below(figure.left(), figure.bottom() + 1 + apart);
    const QPoint above(figure.left(), figure.top() - high - apart);
    const bool fitsBelow = below.y() + high <= screen.bottom();
    const int left = std::clamp(below.x(), screen.left(), std::max(screen.left(), screen.right() - width()));
    move(left, fitsBelow ? below.y() : std::max(screen.top(), above.y()));
}

void ExplainPopup::go(const Place &events)
{
    close();
    emit placeChosen(events);
}

void ExplainPopup::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    m_more.cancel();
    if (m_anchor && m_anchor->isVisible() && m_anchor->focusPolicy() != Qt::NoFocus)
        m_anchor->setFocus(Qt::PopupFocusReason);
}

} // namespace linewatch::ui
