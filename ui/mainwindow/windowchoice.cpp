// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowchoice.h"

#include "model/systemclock.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/mainwindow/keptwindow.h"

#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String ownGroup("view");
constexpr QLatin1String demoGroup("demo");

} // namespace

WindowChoice::WindowChoice(QWidget &window, QSettings &settings)
    : m_window(window)
    , m_settings(settings)
    , m_group(ownGroup)
    , m_shown(keptShownWindow(settings, m_group))
{
}

/** A demo begins eight hours ago: a range that was looked at in an earlier one has nothing. */
void WindowChoice::showDemo(bool isDemo)
{
    m_group = isDemo ? demoGroup : ownGroup;
    m_shown = keptShownWindow(m_settings, m_group);
    if (isDemo && m_shown.kind == ShownWindow::Kind::Range)
        m_shown.kind = ShownWindow::Kind::Live;
}

std::optional<TimeWindow> WindowChoice::storeWindow(const Formats &formats) const
{
    return m_shown.fromStore(SystemClock().now(), formats.zone());
}

void WindowChoice::chooseLive(std::chrono::minutes length)
{
    ShownWindow shown = m_shown;
    shown.kind = ShownWindow::Kind::Live;
    shown.live = length;
    choose(shown);
}

void WindowChoice::chooseToday()
{
    ShownWindow shown = m_shown;
    shown.kind = ShownWindow::Kind::Today;
    choose(shown);
}

void WindowChoice::chooseRange(TimeWindow range)
{
    ShownWindow shown = m_shown;
    shown.kind = ShownWindow::Kind::Range;
    shown.range = range;
    choose(shown);
}

void WindowChoice::askForRange(const Formats &formats)
{
    constexpr std::chrono::hours usual{8};
    const Instant now = SystemClock().now();
    TimeWindow start = m_shown.range;
    if (!start.isValid())
        start = {now - usual, now};
    auto *dialog = new RangeDialog(formats, start, now, &m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] { chooseRange(dialog->range()); });
    connect(dialog, &QDialog::rejected, this, &WindowChoice::stayed);
    dialog->open();
}

void WindowChoice::choose(const ShownWindow &shown)
{
    if (shown == m_shown) {
        emit stayed();
        return;
    }
    m_shown = shown;
    keepShownWindow(m_settings, m_group, shown);
    emit changed();
}

} // namespace linewatch::ui
