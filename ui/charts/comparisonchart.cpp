// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/comparisonchart.h"

#include "ui/charts/chartcanvas.h"
#include "ui/charts/chartlegend.h"
#include "ui/charts/niceaxis.h"
#include "ui/charts/timeticks.h"
#include "ui/models/tabbedtext.h"
#include "ui/theme/themecontroller.h"

#include <QVBoxLayout>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr double minutesAnHour = 60;

std::vector<Tick> bottomTicks(const ComparedTrends &trends, double labels, const Formats &formats)
{
    const int most = std::max(2, static_cast<int>(labels));
    const auto step = static_cast<double>(trends.step().count());
    std::vector<Tick> ticks;
    if (trends.isRelative()) {
        for (const std::chrono::seconds tick : relativeTicks(trends.length(), most))
            ticks.push_back({static_cast<double>(tick.count()) / step - 0.5, sinceStart(tick, formats)});
        return ticks;
    }
    const TimeWindow &window = trends.shown.trend.window;
    const bool severalDays = window.length() > std::chrono::hours{25};
    for (const Instant instant : timeTicks(window, most, formats.zone())) {
        const std::chrono::duration<double> since = instant - window.start;
        const bool names = severalDays && formats.isMidnight(instant);
        ticks.push_back({since.count() / step - 0.5, names ? formats.date(instant) : formats.time(instant)});
    }
    return ticks;
}

} // namespace

ComparisonChart::ComparisonChart(const ThemeController &themes, const Formats &formats, Measure measure,
                                 QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_measure(measure)
    , m_canvas(new ChartCanvas(themes, this))
    , m_shown(*m_canvas)
    , m_other(*m_canvas)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_canvas);
    m_canvas->setAccessibleName(measure == Measure::Events ? tr("Events a minute, compared")
                                                           : tr("Known defects an hour, compared"));
    m_canvas->setDescription([this](int column) { return describe(column); });
    m_canvas->setTable([this] { return table(); });
    connect(m_canvas, &ChartCanvas::plotResized, this, &ComparisonChart::rebuild);
    connect(&themes, &ThemeController::themeChanged, this, &ComparisonChart::restyle);
    connect(&themes, &ThemeController::typeChanged, this, &ComparisonChart::rebuild);
}

TrendMeasure ComparisonChart::measure() const
{
    return m_measure == Measure::Events ? &TrendSample::events : &TrendSample::defects;
}

/** Samples are a minute. */
double ComparisonChart::unit() const
{
    return m_measure == Measure::Events ? 1 : minutesAnHour;
}

void ComparisonChart::setTrends(const ComparedTrends &trends)
{
    m_trends = trends;
    const bool isEmpty = !trends.shown.trend.hasEvents() && !trends.other.trend.hasEvents();
    m_canvas->setMessage(isEmpty ? tr("No events in either of them") : QString());
    rebuild();
}

void ComparisonChart::rebuild()
{
    const double largest = std::max(largestOf(m_trends.shown.trend.samples, measure()),
                                    largestOf(m_trends.other.trend.samples, measure()));
    const NiceAxis axis = niceAxis(unit() * largest, AxisSteps);
    m_canvas->setFrame({.columns = m_trends.columns(),
                        .leftTop = axis.max,
                        .rightTop = axis.max,
                        .left = axis.ticks(m_formats.locale()),
                        .right = {},
                        .bottom = bottomTicks(m_trends, m_canvas->labelsBelow(), m_formats)});
    m_other.setPieces(pieces(m_trends.other.trend));
    m_shown.setPieces(pieces(m_trends.shown.trend));
    restyle();
}

std::vector<QList<QPointF>> ComparisonChart::pieces(const Trend &trend) const
{
    std::vector<QList<QPointF>> pieces = comparedLines(trend, measure(), m_trends.step());
    for (QList<QPointF> &piece : pieces) {
        for (QPointF &point : piece)
            point.ry() *= unit();
    }
    return pieces;
}

void ComparisonChart::restyle()
{
    m_shown.setPen(shownPen(m_themes));
    m_other.setPen(otherPen(m_themes));
    m_canvas->redraw();
}

QString ComparisonChart::when(int column) const
{
    const auto since = column * m_trends.step();
    if (m_trends.isRelative() && column == 0)
        return tr("at the start");
    if (m_trends.isRelative())
        return tr("%1 after the start").arg(sinceStart(since, m_formats));
    const Instant start = m_trends.shown.trend.window.start + since;
    const bool isLong = m_trends.length() > std::chrono::hours{25};
    return isLong ? m_formats.dateAndTime(start) : m_formats.time(start);
}

QString ComparisonChart::describe(int column) const
{
    QStringList words{when(column)};
    for (const NamedTrend *named : {&m_trends.shown, &m_trends.other}) {
        const auto value = comparedValue(named->trend, measure(), m_trends.step(), column);
        const QString text = value ? m_formats.fixed(unit() * *value, 1) : QString(dash);
        words << (m_measure == Measure::Events ? tr("%1: %2 events a minute").arg(named->name, text)
                                               : tr("%1: %2 defects an hour").arg(named->name, text));
    }
    return words.join(QLatin1Char('\n'));
}

QString ComparisonChart::table() const
{
    QLocale plain = m_formats.locale();
    plain.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = tabbedRow({tr("Time"), m_trends.shown.name, m_trends.other.name});
    for (int column = 0; column < m_trends.columns(); ++column) {
        QStringList cells{when(column)};
        for (const NamedTrend *named : {&m_trends.shown, &m_trends.other}) {
            const auto value = comparedValue(named->trend, measure(), m_trends.step(), column);
            cells << (value ? plain.toString(unit() * *value, 'f', 2) : QString());
        }
        text += tabbedRow(cells);
    }
    return text;
}

} // namespace linewatch::ui
