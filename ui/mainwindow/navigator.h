// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/placehistory.h"

#include <QObject>

class QSettings;

namespace linewatch::ui {

/**
 * Takes the user from place to place, back and forward; begins where the last start ended. The user's own
 * plant and a demo have a place each. GUI thread only.
 */
class Navigator : public QObject
{
    Q_OBJECT

public:
    /** @p settings must outlive it. */
    explicit Navigator(QSettings &settings, QObject *parent = nullptr);

    const Place &place() const { return m_history.current(); }
    bool canGoBack() const { return m_history.canGoBack(); }
    bool canGoForward() const { return m_history.canGoForward(); }
    /** Is where the user last was in the demo, or in the own plant, from now on; says nothing of it. No way
     * leads back to the other's places. */
    void showDemo(bool isDemo);

public slots:
    void go(const linewatch::ui::Place &place);
    void back();
    void forward();

signals:
    void placeChanged(const linewatch::ui::Place &place);
    /** The place is about that time. */
    void windowWanted(linewatch::TimeWindow window);

private:
    void arrive();

    QSettings &m_settings;
    QLatin1String m_key;
    PlaceHistory m_history;
};

} // namespace linewatch::ui
