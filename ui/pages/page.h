// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"
#include "model/machinestate.h"
#include "model/settling.h"
#include "monitor/latestquery.h"
#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace linewatch::ui {

class ThemeController;

/** The time that all pages show. */
struct ShownTime {
    TimeWindow window;
    bool isRunning = false; ///< up to now, so that figures still grow

    friend bool operator==(const ShownTime &, const ShownTime &) = default;
};

/**
 * A page whose figures are read from the store when it is on screen: a page that is not shown asks nothing.
 * It says that it waits once that takes longer than a moment, what went wrong and how to try again, and keeps
 * what it showed while newer figures cannot be had. While the window of time runs it asks again at a calm
 * pace. GUI thread only.
 */
class Page : public QWidget
{
    Q_OBJECT

public:
    Page(const ThemeController &themes, const Formats &formats, QWidget *parent);

    /** Whom to ask, and by what machines are judged; null: there is no store, now. */
    void setStore(StoreQueries *queries, const StateRules &rules);
    /** What the page is about. */
    void setPlace(const Place &place);
    void setShownTime(const ShownTime &time);
    const Place &place() const { return m_place; }
    /** Whether there is nothing to see yet of the place. */
    bool isWaiting() const;

signals:
    /** The user wants to go there. */
    void placeChosen(const linewatch::ui::Place &place);
    /** A window of time was chosen on the page, such as a part of a chart. */
    void windowChosen(linewatch::TimeWindow window);

protected:
    /** How much longer than reading took is waited, so that a page reads a tenth of the time at most. */
    static constexpr int PausePerReading = 9;

    /** Asks for what is to be shown: once the page is seen, and whenever that may have changed. */
    virtual void ask() = 0;
    /** The place is another: what was shown is of the place before. Then comes ask(). */
    virtual void changePlace() { }

    /** Once, in the constructor of the page: what it shows when there are figures. */
    void setContent(QWidget *content);

    /**
     * To be called with every answer; @p took is what reading took. False when it is a failure, which is on
     * screen then, or answers what is not asked any more.
     */
    template <class T>
    bool accept(const Result<T> &answer, std::chrono::milliseconds took)
    {
        if (m_soon.isActive())
            return false;
        if (answer)
            noteAnswer(took);
        else
            noteFailure(answer.failure(), took);
        return answer.ok();
    }
    /**
     * To be called with what is known of an answer before it comes. False where it is not to be shown: it is
     * not asked for any more, or figures on screen are whole ones that answered the same a while ago.
     */
    bool acceptPart();
    /** Instead of the content: there is nothing to show, and what to do about it. */
    void showEmpty(const QString &title, const QString &advice);
    /** The figures on screen are of another place. */
    void forgetContent();

    StoreQueries *queries() const { return m_queries; }
    const StateRules &rules() const { return m_rules; }
    const ShownTime &shownTime() const { return m_time; }
    /** Whether the figures of that time still change. */
    Settling settling() const;
    const ThemeController &themes() const { return m_themes; }
    const Formats &formats() const { return m_formats; }

    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void askIfSeen();
    void askNow();
    void showContent();
    void noteAnswer(std::chrono::milliseconds took);
    void noteFailure(const Failure &failure, std::chrono::milliseconds took);
    void planNext(std::chrono::milliseconds took);
    void showMessage(const QString &title, const QString &advice, bool canTryAgain);

    const ThemeController &m_themes;
    const Formats m_formats;
    QPointer<StoreQueries> m_queries;
    StateRules m_rules;
    Place m_place;
    ShownTime m_time;
    bool m_isDue = true;       ///< to be asked when the page is seen
    bool m_isOther = true;     ///< what was asked for last is other than what is on screen
    bool m_hasContent = false; ///< figures of this place are on screen
    QTimer m_soon;             ///< until all is known that changes at once, such as place and time
    QTimer m_next;             ///< until it is asked again
    QTimer m_moment;           ///< until it is said that it takes longer

    QLabel *m_note;
    QStackedWidget *m_states;
    QWidget *m_content = nullptr;
    QLabel *m_waiting;
    QWidget *m_message;
    QLabel *m_messageTitle;
    QLabel *m_messageAdvice;
    QPushButton *m_tryAgain;
};

} // namespace linewatch::ui
