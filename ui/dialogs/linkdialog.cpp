// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/linkdialog.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int usualWidth = 520;

std::optional<Place> placeOfText(const QString &text)
{
    return placeOf(QUrl(text.trimmed(), QUrl::StrictMode));
}

} // namespace

LinkDialog::LinkDialog(QWidget *parent)
    : QDialog(parent)
    , m_link(new QLineEdit(this))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Open a link"));
    auto *label = new QLabel(tr("&Link:"), this);
    label->setBuddy(m_link);
    m_link->setPlaceholderText(QStringLiteral("linewatch://machine/M-103"));
    m_problem->setWordWrap(true);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Open | QDialogButtonBox::Cancel, this);
    m_open = buttons->button(QDialogButtonBox::Open);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_link);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addWidget(buttons);
    resize(usualWidth, sizeHint().height());

    connect(m_link, &QLineEdit::textChanged, this, &LinkDialog::check);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        if (const std::optional<Place> place = placeOfText(m_link->text()))
            follow(*place);
    });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    if (const QString text = QGuiApplication::clipboard()->text(); placeOfText(text))
        m_link->setText(text.trimmed());
    check();
}

void LinkDialog::check()
{
    const bool isGood = placeOfText(m_link->text()).has_value();
    m_open->setEnabled(isGood);
    m_problem->setText(isGood || m_link->text().isEmpty()
                           ? QString()
                           : tr("A link begins with linewatch://overview, lines, machines, events, line/…, "
                                "machine/… or event/…; from and to, where it has them, are both needed."));
}

void LinkDialog::follow(const Place &place)
{
    accept();
    emit placeChosen(place);
}

} // namespace linewatch::ui
