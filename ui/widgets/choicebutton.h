// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

#include <vector>

namespace linewatch::ui {

/** A small button that says what is chosen, with a menu of what else there is. Not the first is a filter. */
class ChoiceButton : public QPushButton
{
    Q_OBJECT

public:
    struct Choice {
        int id = 0;
        QString name;   ///< on the button
        QString detail; ///< in the menu behind the name; may be empty
    };

    /** @p name is what it is called where it is heard. */
    explicit ChoiceButton(const QString &name, QWidget *parent = nullptr);

    /** The first is the usual one. One that is chosen stays so, also where it is not offered. */
    void setChoices(const std::vector<Choice> &choices);
    /** Says nothing. @p name is for the button where no choice has that id. */
    void choose(int id, const QString &name = {});

signals:
    void chosen(int id);

private:
    void refresh();

    std::vector<Choice> m_choices;
    int m_chosen = 0;
    QString m_name;
};

} // namespace linewatch::ui
