// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/storequeries.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QObject>

class QWidget;

namespace linewatch::ui {

class Navigator;

/** The ways to a place other than by its page: finding it, and links. GUI thread only. */
class PlaceLinks : public QObject
{
    Q_OBJECT

public:
    /** Both must outlive it; dialogs open above @p window. */
    PlaceLinks(QWidget &window, Navigator &navigator);

    /** Lets the user find a machine, a line or an event; @p queries may be null. */
    void find(StoreQueries *queries, const Formats &formats);
    /** Puts the link to where the user is into the clipboard; with @p time the same figures are seen there.
     */
    void copy(const std::optional<TimeWindow> &time);
    /** Lets the user type a link or paste it. */
    void askForLink();
    void open(const QUrl &link);

signals:
    /** A link leads nowhere; in words. */
    void problemOccurred(const QString &problem);

private:
    QWidget &m_window;
    Navigator &m_navigator;
};

} // namespace linewatch::ui
