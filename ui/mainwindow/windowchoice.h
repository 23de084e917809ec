// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/shownwindow.h"

#include <QObject>

class QSettings;
class QWidget;

namespace linewatch::ui {

/** Which window of time the user chose, now or at the last start; keeps it, for a demo apart. GUI thread
 * only. */
class WindowChoice : public QObject
{
    Q_OBJECT

public:
    /** Both must outlive it; its dialog opens above @p window. */
    WindowChoice(QWidget &window, QSettings &settings);

    const ShownWindow &shown() const { return m_shown; }
    bool isLive() const { return m_shown.kind == ShownWindow::Kind::Live; }
    /** What of it has to be read from the store; nothing while the window is live. */
    std::optional<TimeWindow> storeWindow(const Formats &formats) const;

    /** The one last chosen for the demo, or for the own plant, from now on; says nothing of it. */
    void showDemo(bool isDemo);

    void chooseLive(std::chrono::minutes length);
    void chooseToday();
    void chooseRange(TimeWindow range);
    /** Lets the user say from when to when, beginning with what was chosen before, else with the last hours.
     */
    void askForRange(const Formats &formats);

signals:
    /** It is another now. */
    void changed();
    /** It stays as it is. A control may say otherwise: who wanted a range may have thought better of it. */
    void stayed();

private:
    void choose(const ShownWindow &shown);

    QWidget &m_window;
    QSettings &m_settings;
    QLatin1String m_group;
    ShownWindow m_shown;
};

} // namespace linewatch::ui
