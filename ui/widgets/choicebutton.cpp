// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/choicebutton.h"

#include "ui/theme/themecontroller.h"

#include <QMenu>
#include <QStyle>

#include <algorithm>

namespace linewatch::ui {

ChoiceButton::ChoiceButton(const QString &name, QWidget *parent) : QPushButton(parent)
{
    setProperty("kind", QStringLiteral("small"));
    setFontRole(*this, "small");
    setAccessibleName(name);
    setMenu(new QMenu(this));
}

void ChoiceButton::setChoices(const std::vector<Choice> &choices)
{
    m_choices = choices;
    refresh();
}

void ChoiceButton::choose(int id, const QString &name)
{
    m_chosen = id;
    m_name = name;
    refresh();
}

void ChoiceButton::refresh()
{
    menu()->clear();
    for (const Choice &choice : m_choices) {
        QAction *action = menu()->addAction(
            choice.detail.isEmpty() ? choice.name : tr("%1 (%2)").arg(choice.name, choice.detail));
        action->setCheckable(true);
        action->setChecked(choice.id == m_chosen);
        // Later, as choosing makes the menu anew.
        connect(
            action, &QAction::triggered, this, [this, id = choice.id] { emit chosen(id); },
            Qt::QueuedConnection);
    }
    const auto choice = std::ranges::find(m_choices, m_chosen, &Choice::id);
    setText((choice == m_choices.end() ? m_name : choice->name) + QStringLiteral("  \u25be"));
    setProperty("active", !m_choices.empty() && m_chosen != m_choices.front().id);
    style()->polish(this);
}

} // namespace linewatch::ui
