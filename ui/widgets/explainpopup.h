// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/latestquery.h"
#include "ui/models/explanationtext.h"

#include <QFrame>
#include <QPointer>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace linewatch::ui {

class ThemeController;

/**
 * How a figure came about, beside the figure: its definition, the numbers put in, what was left out, and a
 * link to the events behind it. Esc and a click elsewhere close it; the focus goes back to where it was.
 */
class ExplainPopup : public QFrame
{
    Q_OBJECT

public:
    ExplainPopup(const ThemeController &themes, const Formats &formats, QWidget *parent);

    /**
     * Opens beside @p anchor, of a view beside its current item. What only the store tells, such as how many
     * events were rejected, is asked meanwhile where @p queries is not null and @p explanation wantsMore().
     */
    void showExplanation(const Explanation &explanation, QWidget *anchor, StoreQueries *queries);

signals:
    void placeChosen(const linewatch::ui::Place &place);

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QLabel *makeText(const char *role, const char *tone);
    void fill();
    void fillNumbers(const ExplanationText &text);
    void place();
    QRect anchorRect() const;
    void askForMore(StoreQueries *queries);
    void go(const Place &events);

    const ThemeController &m_themes;
    const Formats m_formats;
    Explanation m_explanation;
    QPointer<QWidget> m_anchor;
    LatestQuery<Explanation> m_more;

    QLabel *m_title;
    QLabel *m_formula;
    QWidget *m_numbers = nullptr;
    QVBoxLayout *m_numbersPlace;
    QLabel *m_calculation;
    QLabel *m_leftOut;
    QPushButton *m_events;
    QPushButton *m_otherEvents;
    QPushButton *m_close;
};

} // namespace linewatch::ui
