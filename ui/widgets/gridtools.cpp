// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/gridtools.h"

#include "ui/models/machinetile.h"
#include "ui/theme/type.h"
#include "ui/widgets/wraplayout.h"

#include <QActionGroup>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStyle>

#include <numeric>

namespace linewatch::ui {

namespace {

constexpr int allStates = -1;

QString orderWords(MachineOrder order)
{
    switch (order) {
    case MachineOrder::WorstFirst:
        return GridTools::tr("Worst first");
    case MachineOrder::ByRate:
        return GridTools::tr("By defect rate");
    case MachineOrder::ByName:
        break;
    }
    return GridTools::tr("By name");
}

QString withArrow(const QString &text)
{
    return text + QStringLiteral("  \u25be");
}

} // namespace

GridTools::GridTools(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLineEdit(this))
    , m_state(makeButton(tr("States shown")))
    , m_order(makeButton(tr("Order of machines")))
    , m_compact(makeButton(tr("Compact tiles")))
    , m_states(new QActionGroup(this))
    , m_orders(new QActionGroup(this))
{
    setFontRole(*m_text, "small");
    m_text->setPlaceholderText(tr("Machine or line"));
    m_text->setAccessibleName(tr("Show machines and lines with this in their name"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    limitText();
    for (QPushButton *button : {m_state, m_order, m_compact})
        setFontRole(*button, "small");
    m_compact->setText(tr("Compact"));
    m_compact->setCheckable(true);
    makeStates();
    makeOrders();

    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 4);
    layout->setAlignment(Qt::AlignRight);
    layout->setSpacing(8);
    layout->addWidget(m_text);
    layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
    layout->addWidget(m_state);
    layout->addWidget(m_order);
    layout->addWidget(m_compact);
    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        GridChoice next = m_choice;
        next.filter.text = text.trimmed();
        choose(next);
    });
    connect(m_compact, &QPushButton::toggled, this, [this](bool compact) {
        GridChoice next = m_choice;
        next.density = compact ? TileDensity::Compact : TileDensity::Comfortable;
        choose(next);
    });
    show(m_choice);
}

/** What is looked for are names: a field as wide as its row would be for texts. */
void GridTools::limitText()
{
    constexpr int letters = 34;
    m_text->setMaximumWidth(letters * m_text->fontMetrics().averageCharWidth());
}

bool GridTools::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        limitText();
    return QWidget::eventFilter(watched, event);
}

QPushButton *GridTools::makeButton(const QString &accessibleName)
{
    auto *button = new QPushButton(this);
    button->setProperty("kind", QStringLiteral("small"));
    button->setAccessibleName(accessibleName);
    button->setToolTip(accessibleName);
    return button;
}

void GridTools::makeStates()
{
    auto *menu = new QMenu(m_state);
    for (const int state :
         {allStates, static_cast<int>(MachineState::Warning), static_cast<int>(MachineState::Silent),
          static_cast<int>(MachineState::NoData), static_cast<int>(MachineState::Healthy)}) {
        QAction *action = menu->addAction(QString());
        action->setCheckable(true);
        action->setData(state);
        m_states->addAction(action);
    }
    m_state->setMenu(menu);
    connect(m_states, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int state = action->data().toInt();
        GridChoice next = m_choice;
        next.filter.state =
            state == allStates ? std::nullopt : std::optional(static_cast<MachineState>(state));
        choose(next);
    });
}

void GridTools::makeOrders()
{
    auto *menu = new QMenu(m_order);
    for (const MachineOrder order : {MachineOrder::ByName, MachineOrder::WorstFirst, MachineOrder::ByRate}) {
        QAction *action = menu->addAction(orderWords(order));
        action->setCheckable(true);
        action->setData(static_cast<int>(order));
        m_orders->addAction(action);
    }
    m_order->setMenu(menu);
    connect(m_orders, &QActionGroup::triggered, this, [this](const QAction *action) {
        GridChoice next = m_choice;
        next.order = static_cast<MachineOrder>(action->data().toInt());
        choose(next);
    });
}

void GridTools::setChoice(const GridChoice &choice)
{
    const QSignalBlocker quiet(this);
    m_choice = choice;
    show(choice);
}

void GridTools::choose(const GridChoice &choice)
{
    if (choice == m_choice)
        return;
    m_choice = choice;
    show(choice);
    emit choiceChanged(choice);
}

void GridTools::show(const GridChoice &choice)
{
    if (m_text->text().trimmed() != choice.filter.text)
        m_text->setText(choice.filter.text);
    m_compact->setChecked(choice.density == TileDensity::Compact);
    m_order->setText(withArrow(orderWords(choice.order)));
    for (QAction *action : m_orders->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice.order));
    const int shown = choice.filter.state ? static_cast<int>(*choice.filter.state) : allStates;
    for (QAction *action : m_states->actions())
        action->setChecked(action->data().toInt() == shown);
    m_state->setText(withArrow(choice.filter.state ? stateWord(*choice.filter.state) : tr("All states")));
    m_state->setProperty("active", choice.filter.state.has_value());
    m_state->style()->polish(m_state);
    showCounts(m_counts);
}

void GridTools::showCounts(const StateCounts &counts)
{
    m_counts = counts;
    const int all = std::accumulate(counts.begin(), counts.end(), 0);
    for (QAction *action : m_states->actions()) {
        const int state = action->data().toInt();
        const QString name =
            state == allStates ? tr("All states") : stateWord(static_cast<MachineState>(state));
        const int count = state == allStates ? all : counts[static_cast<std::size_t>(state)];
        action->setText(tr("%1 (%2)").arg(name).arg(count));
    }
}

void GridTools::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

} // namespace linewatch::ui
