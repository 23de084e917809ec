// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/placelink.h"

#include <QEvent>

namespace linewatch::ui {

PlaceLink::PlaceLink(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setTextInteractionFlags(Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    setFocusPolicy(Qt::StrongFocus);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        if (const std::optional<Place> place = placeOf(QUrl(link, QUrl::StrictMode)))
            emit placeChosen(*place);
    });
}

void PlaceLink::setPlace(const Place &place, const QString &words)
{
    const QString link = linkTo(place).toString(QUrl::FullyEncoded);
    const QString text = QStringLiteral("<a href=\"%1\" style=\"text-decoration: none\">%2</a>")
                             .arg(link.toHtmlEscaped(), words.toHtmlEscaped());
    if (text == this->text())
        return; // setting it takes the focus from the link
    setText(text);
    setAccessibleName(words);
}

void PlaceLink::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() != QEvent::PaletteChange)
        return;
    const QString text = this->text(); // a link keeps the colour of when it was set
    setText({});
    setText(text);
}

} // namespace linewatch::ui
