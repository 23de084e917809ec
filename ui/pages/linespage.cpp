// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/linespage.h"

#include "ui/pages/alllinesview.h"
#include "ui/pages/lineview.h"
#include "ui/widgets/explainpopup.h"

#include <QStackedWidget>

#include <algorithm>

namespace linewatch::ui {

LinesPage::LinesPage(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : Page(themes, formats, parent)
    , m_views(new QStackedWidget(this))
    , m_all(new AllLinesView(themes, formats, m_views))
    , m_one(new LineView(themes, formats, m_views))
    , m_explain(new ExplainPopup(themes, formats, this))
{
    m_views->addWidget(m_all);
    m_views->addWidget(m_one);
    setContent(m_views);
    const auto explainIt = [this](Explanation explanation, QWidget *anchor) {
        explanation.settling = settling();
        m_explain->showExplanation(explanation, anchor, queries());
    };
    connect(m_all, &AllLinesView::placeChosen, this, &LinesPage::placeChosen);
    connect(m_all, &AllLinesView::explainRequested, this, explainIt);
    connect(m_one, &LineView::placeChosen, this, &LinesPage::placeChosen);
    connect(m_one, &LineView::explainRequested, this, explainIt);
    connect(m_one, &LineView::windowChosen, this, &LinesPage::windowChosen);
    connect(m_one, &LineView::compareWithChanged, this, &LinesPage::ask);
    connect(m_explain, &ExplainPopup::placeChosen, this, &LinesPage::placeChosen);
}

FigureTable &LinesPage::linesTable()
{
    return m_all->table();
}

FigureTable &LinesPage::machinesTable()
{
    return m_one->table();
}

/** The moment up to which a window that runs is told of. */
Instant LinesPage::now() const
{
    const Instant clock = std::chrono::floor<std::chrono::microseconds>(std::chrono::system_clock::now());
    return shownTime().isRunning ? std::min(clock, shownTime().window.end) : clock;
}

void LinesPage::changePlace()
{
    m_lines.cancel();
    m_line.cancel();
    m_one->setCompareWith({});
}

void LinesPage::ask()
{
    if (!shownTime().window.isValid())
        return;
    if (place().line.isEmpty())
        askForLines();
    else
        askForLine();
}

void LinesPage::askForLines()
{
    m_lines.askInParts(
        queries(),
        [window = shownTime().window, moment = now(), rules = rules()](EventReader &reader,
                                                                       const TellPart<LinesReport> &tell) {
            return readLinesReport(reader, window, moment, rules, tell);
        },
        [this](const LinesReport &figures) {
            if (acceptPart())
                showLines(figures);
        },
        [this](const Result<LinesReport> &answer, std::chrono::milliseconds took) {
            if (accept(answer, took))
                showLines(*answer);
        });
}

void LinesPage::askForLine()
{
    m_line.askInParts(
        queries(),
        [line = place().line, window = shownTime().window, moment = now(), rules = rules(),
         with = m_one->compareWith()](EventReader &reader, const TellPart<LineAnswerPtr> &tell) {
            return read(reader, line, window, moment, rules, with, tell);
        },
        [this](const LineAnswerPtr &figures) {
            if (acceptPart())
                showLine(*figures);
        },
        [this](const Result<LineAnswerPtr> &answer, std::chrono::milliseconds took) {
            if (accept(answer, took))
                showLine(**answer);
        });
}

Result<LinesPage::LineAnswerPtr> LinesPage::read(EventReader &reader, const LineId &line, TimeWindow window,
                                                 Instant now, const StateRules &rules,
                                                 const CompareWith &with, const TellPart<LineAnswerPtr> &tell)
{
    TellPart<LineReport> tellFigures;
    if (with.kind == CompareWith::Kind::Nothing) // or the page would look as if it compared no more
        tellFigures = [&tell, &with](LineReport figures) {
            tell(std::make_shared<const LineAnswer>(LineAnswer{std::move(figures), with, std::nullopt}));
        };
    Result<LineReport> shown = readLineReport(reader, line, window, now, rules, tellFigures);
    if (!shown)
        return shown.failure();
    const auto answer = std::make_shared<LineAnswer>();
    answer->shown = std::move(*shown);
    answer->with = with;
    if (with.kind == CompareWith::Kind::Nothing)
        return LineAnswerPtr(answer);
    const LineId &otherLine = with.kind == CompareWith::Kind::Line ? with.line : line;
    if (with.kind == CompareWith::Kind::Before)
        window = answer->shown.windows.before;
    else if (with.kind == CompareWith::Kind::Window)
        window = with.window;
    Result<LineReport> other = readLineReport(reader, otherLine, window, now, rules);
    if (!other)
        return other.failure();
    answer->other = std::move(*other);
    return LineAnswerPtr(answer);
}

void LinesPage::showLines(const LinesReport &report)
{
    if (report.lines.empty()) {
        showEmpty(tr("No line had an event in this window"),
                  tr("Choose a longer window of time, or another one, at the top. A line appears here with "
                     "the first event that names it."));
        return;
    }
    m_all->showReport(report);
    m_views->setCurrentWidget(m_all);
}

void LinesPage::showLine(const LineAnswer &answer)
{
    if (answer.with != m_one->compareWith())
        return; // the question that was chosen meanwhile is on its way
    if (answer.shown.machines.empty() && !answer.other) {
        showEmpty(tr("%1 had no event in this window").arg(answer.shown.lineId.toString()),
                  tr("Choose a longer window of time, or another one, at the top, or go back to all lines "
                     "with 'Lines' on the left."));
        return;
    }
    m_one->showReport(answer.shown, answer.other);
    m_views->setCurrentWidget(m_one);
}

} // namespace linewatch::ui
