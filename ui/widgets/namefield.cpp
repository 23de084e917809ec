// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/namefield.h"

#include "ui/theme/themecontroller.h"

#include <QCompleter>
#include <QStringListModel>

namespace linewatch::ui {

NameField::NameField(const QString &placeholder, const QString &name, QWidget *parent) : QLineEdit(parent)
{
    constexpr int letters = 22;
    setFontRole(*this, "small");
    setPlaceholderText(placeholder);
    setAccessibleName(name);
    setToolTip(name);
    setClearButtonEnabled(true);
    setMaximumWidth(letters * fontMetrics().averageCharWidth());
    auto *completer = new QCompleter(new QStringListModel(this), this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    setCompleter(completer);
    const auto say = [this] { emit named(text()); };
    connect(this, &QLineEdit::editingFinished, this, say);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, say,
            Qt::QueuedConnection); // the field has the text only afterwards
    connect(this, &QLineEdit::textEdited, this, [this](const QString &typed) {
        if (typed.isEmpty()) // by its button, too
            emit named({});
    });
}

void NameField::setNames(const QStringList &names)
{
    auto *model = qobject_cast<QStringListModel *>(completer()->model());
    if (model->stringList() != names) // else what is offered at the moment would go
        model->setStringList(names);
}

void NameField::setName(const QString &name)
{
    if (text() != name)
        setText(name);
}

} // namespace linewatch::ui
