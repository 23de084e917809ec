// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/linereport.h"
#include "ui/models/comparison.h"
#include "ui/pages/page.h"

#include <memory>

namespace linewatch::ui {

class AllLinesView;
class ExplainPopup;
class FigureTable;
class LineView;

/** All lines, or one of them, which can be compared with another or with itself at another time. */
class LinesPage : public Page
{
    Q_OBJECT

public:
    LinesPage(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** Of all lines, and of the machines of one: their columns can be kept. */
    FigureTable &linesTable();
    FigureTable &machinesTable();

protected:
    void ask() override;
    void changePlace() override;

private:
    /** A line, and what it is compared with. */
    struct LineAnswer {
        LineReport shown;
        CompareWith with;
        std::optional<LineReport> other;
    };
    using LineAnswerPtr = std::shared_ptr<const LineAnswer>;

    void askForLines();
    void askForLine();
    void showLines(const LinesReport &report);
    void showLine(const LineAnswer &answer);
    Instant now() const;
    static Result<LineAnswerPtr> read(EventReader &reader, const LineId &line, TimeWindow window, Instant now,
                                      const StateRules &rules, const CompareWith &with,
                                      const TellPart<LineAnswerPtr> &tell);

    QStackedWidget *m_views;
    AllLinesView *m_all;
    LineView *m_one;
    ExplainPopup *m_explain;
    LatestQuery<LinesReport> m_lines;
    LatestQuery<LineAnswerPtr> m_line;
};

} // namespace linewatch::ui
