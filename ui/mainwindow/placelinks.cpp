// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/placelinks.h"

#include "ui/dialogs/finddialog.h"
#include "ui/dialogs/linkdialog.h"
#include "ui/mainwindow/navigator.h"

#include <QClipboard>
#include <QGuiApplication>

namespace linewatch::ui {

PlaceLinks::PlaceLinks(QWidget &window, Navigator &navigator) : m_window(window), m_navigator(navigator) { }

void PlaceLinks::find(StoreQueries *queries, const Formats &formats)
{
    auto *dialog = new FindDialog(queries, formats, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FindDialog::placeChosen, &m_navigator, &Navigator::go);
    dialog->open();
}

void PlaceLinks::copy(const std::optional<TimeWindow> &time)
{
    Place place = m_navigator.place();
    if (time)
        place.window = time;
    QGuiApplication::clipboard()->setText(linkTo(place).toString(QUrl::FullyEncoded));
}

void PlaceLinks::askForLink()
{
    auto *dialog = new LinkDialog(&m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::placeChosen, &m_navigator, &Navigator::go);
    dialog->open();
}

void PlaceLinks::open(const QUrl &link)
{
    if (const std::optional<Place> place = placeOf(link))
        m_navigator.go(*place);
    else
        emit problemOccurred(tr("The link %1 leads nowhere.").arg(link.toString()));
}

} // namespace linewatch::ui
