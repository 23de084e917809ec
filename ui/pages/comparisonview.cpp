// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/comparisonview.h"

#include "ui/charts/chartlegend.h"
#include "ui/charts/comparisonchart.h"
#include "ui/models/grouptext.h"
#include "ui/models/lineexplanations.h"
#include "ui/models/linetrend.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/figuretable.h"
#include "ui/widgets/groupmenu.h"

#include <QLabel>
#include <QMenu>
#include <QResizeEvent>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int narrowestBeside = 860;
constexpr int lowestFigures = 310;
constexpr int lowestCharts = 340;
constexpr std::size_t mostSteps = 30;

/** 15 Jan 13:12 – 14:12 */
QString shortSpan(const TimeWindow &window, const Formats &formats)
{
    const bool isOneDay =
        formats.date(window.start) == formats.date(window.end) && window.length() < std::chrono::hours{48};
    return QStringLiteral("%1 %2 %3")
        .arg(formats.dateAndTime(window.start), dash,
             isOneDay ? formats.time(window.end) : formats.dateAndTime(window.end));
}

} // namespace

ComparisonView::ComparisonView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_model(new ComparisonModel(this))
    , m_table(new FigureTable(themes, tr("Figures compared")))
    , m_figures(new Card(themes, tr("Figures compared"), m_table))
    , m_legend(new ChartLegend(themes))
    , m_defects(new ComparisonChart(themes, formats, ComparisonChart::Measure::Defects))
    , m_events(new ComparisonChart(themes, formats, ComparisonChart::Measure::Events))
    , m_charts(new Card(themes, tr("Trends compared"), makeCharts()))
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this))
{
    m_table->setModel(m_model);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &FigureTable::rowChosen, this, &ComparisonView::explainRow);
    connect(m_table, &QWidget::customContextMenuRequested, this, &ComparisonView::openMenu);
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(CardGap);
    m_halves->addWidget(m_figures, 1);
    m_halves->addWidget(m_charts, 1);
    connect(&themes, &ThemeController::typeChanged, this, &ComparisonView::arrange);
    arrange();
}

QWidget *ComparisonView::makeCharts()
{
    auto *charts = new QWidget(this);
    auto *layout = new QVBoxLayout(charts);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_legend);
    for (const auto &[title, chart] :
         {std::pair(tr("Known defects an hour"), m_defects), std::pair(tr("Events a minute"), m_events)}) {
        auto *label = new QLabel(title, charts);
        label->setProperty("tone", QStringLiteral("muted"));
        setFontRole(*label, "small");
        layout->addWidget(label);
        layout->addWidget(chart, 1);
    }
    return charts;
}

void ComparisonView::resizeEvent(QResizeEvent *event)
{
    arrange();
    QWidget::resizeEvent(event);
}

void ComparisonView::arrange()
{
    const bool beside = width() >= m_themes.scaledInt(narrowestBeside);
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_figures->setMinimumHeight(m_themes.scaledInt(lowestFigures));
    m_charts->setMinimumHeight(m_themes.scaledInt(lowestCharts));
}

void ComparisonView::explainRow(const QModelIndex &index)
{
    emit explainRequested(explainCompared(m_model->kindAt(index.row()), m_shown, m_other), m_table);
}

void ComparisonView::openMenu(QPoint where)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const GroupMenu figures{.self = {},
                            .events = {},
                            .go = {},
                            .figures = {m_model->kindAt(index.row())},
                            .explain = [this, index](FigureKind /*kind*/) { explainRow(index); }};
    figures.addFigures(*menu, this);
    menu->popup(m_table->viewport()->mapToGlobal(where));
}

void ComparisonView::showReports(const LineReport &shown, const LineReport &other)
{
    m_shown = shown;
    m_other = other;
    const bool isOtherLine = shown.lineId != other.lineId;
    const auto nameOf = [this, isOtherLine](const LineReport &report) {
        return isOtherLine ? report.lineId.toString() : shortSpan(report.windows.window, m_formats);
    };
    const ComparedTrends trends{.shown = {nameOf(shown), coarser(trendOf(shown), mostSteps)},
                                .other = {nameOf(other), coarser(trendOf(other), mostSteps)}};
    m_model->show(compareFigures(shown.line.now, other.line.now, m_formats), trends.shown.name,
                  trends.other.name);
    m_table->fitColumns();
    const QString of = isOtherLine ? m_formats.span(shown.windows.window) : shown.lineId.toString();
    m_figures->setNote(tr("%1 \u00b7 Enter or a double click explains").arg(of));
    const QString step = grouptext::duration(trends.step(), m_formats);
    m_charts->setNote(trends.isRelative() ? tr("means over %1, since the start of each").arg(step)
                                          : tr("means over %1").arg(step));
    m_legend->setNames(trends.shown.name, trends.other.name);
    m_defects->setTrends(trends);
    m_events->setTrends(trends);
}

} // namespace linewatch::ui
