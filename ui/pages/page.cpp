// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/page.h"

#include "model/systemclock.h"
#include "ui/models/sentence.h"
#include "ui/theme/themecontroller.h"

#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

using std::chrono::milliseconds;

namespace {

constexpr milliseconds moment{200};          ///< after which it is said that something takes longer
constexpr milliseconds shortestPause{2'000}; ///< between an answer and the next question
constexpr int messageWidth = 560;

} // namespace

Page::Page(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_note(new QLabel(this))
    , m_states(new QStackedWidget(this))
    , m_waiting(new QLabel(this))
    , m_message(new QWidget(this))
    , m_messageTitle(new QLabel(m_message))
    , m_messageAdvice(new QLabel(m_message))
    , m_tryAgain(new QPushButton(tr("&Try again"), m_message))
{
    m_note->setWordWrap(true);
    m_note->hide();
    m_waiting->setAlignment(Qt::AlignCenter);
    setFontRole(*m_messageTitle, "title");
    m_messageTitle->setAlignment(Qt::AlignCenter);
    m_messageTitle->setWordWrap(true);
    m_messageAdvice->setAlignment(Qt::AlignCenter);
    m_messageAdvice->setWordWrap(true);
    m_messageAdvice->setMaximumWidth(m_themes.scaledInt(messageWidth));
    m_messageAdvice->setTextFormat(Qt::PlainText);
    auto *middle = new QHBoxLayout; // aligning it instead would ignore how high its wrapped text is
    constexpr int wins = 100;       // against what is beside it, until it is as wide as it may be
    middle->addStretch(1);
    middle->addWidget(m_messageAdvice, wins);
    middle->addStretch(1);
    auto *message = new QVBoxLayout(m_message);
    message->setSpacing(10);
    message->addStretch(2);
    message->addWidget(m_messageTitle);
    message->addLayout(middle);
    message->addWidget(m_tryAgain, 0, Qt::AlignHCenter);
    message->addStretch(3);
    m_states->addWidget(m_waiting);
    m_states->addWidget(m_message);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_note);
    layout->addWidget(m_states, 1);

    m_soon.setSingleShot(true);
    m_next.setSingleShot(true);
    m_moment.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Page::askNow);
    connect(&m_next, &QTimer::timeout, this, &Page::askIfSeen);
    connect(&m_moment, &QTimer::timeout, this, [this] {
        m_waiting->setText(tr("Reading from the store. This takes longer than usual…"));
        if (!m_hasContent)
            m_states->setCurrentWidget(m_waiting);
    });
    connect(m_tryAgain, &QPushButton::clicked, this, &Page::askIfSeen);
}

void Page::setContent(QWidget *content)
{
    m_content = content;
    m_states->addWidget(content);
}

void Page::setStore(StoreQueries *queries, const StateRules &rules)
{
    m_queries = queries;
    m_rules = rules;
    m_isOther = true;
    forgetContent();
    askIfSeen();
}

void Page::setPlace(const Place &place)
{
    const bool isOther = !(place == m_place);
    m_place = place;
    if (isOther) {
        m_isOther = true;
        forgetContent();
        changePlace();
    }
    if (isOther || m_isDue)
        askIfSeen();
}

void Page::setShownTime(const ShownTime &time)
{
    // While the window runs, the next question is posed when it is due, for what the window is then.
    const bool onlyRuns = time.isRunning && m_time.isRunning && time.window.start >= m_time.window.start
        && time.window.length() - m_time.window.length() < std::chrono::minutes{1}
        && m_time.window.length() - time.window.length() < std::chrono::minutes{1}
        && time.window.end - m_time.window.end < std::chrono::minutes{2};
    const bool isOther = !(time == m_time);
    m_time = time;
    if (isOther && !onlyRuns) {
        m_isOther = true;
        askIfSeen();
    }
}

void Page::forgetContent()
{
    m_hasContent = false;
    m_note->hide();
    m_waiting->setText({});
    m_states->setCurrentWidget(m_waiting);
}

Settling Page::settling() const
{
    return m_time.isRunning ? Settling::Running : settlingOf(m_time.window, SystemClock().now());
}

bool Page::isWaiting() const
{
    return m_states->currentWidget() == m_waiting;
}

void Page::askIfSeen()
{
    m_next.stop();
    m_isDue = true;
    if (!isVisible() || !m_time.window.isValid())
        return;
    if (!m_hasContent)
        m_moment.start(moment);
    m_soon.start(0);
}

void Page::askNow()
{
    m_isDue = false;
    ask();
}

bool Page::acceptPart()
{
    const bool isWanted = m_isOther && !m_soon.isActive();
    if (isWanted)
        showContent();
    return isWanted;
}

void Page::noteAnswer(milliseconds took)
{
    m_isOther = false;
    showContent();
    planNext(took);
}

void Page::showContent()
{
    m_moment.stop();
    m_note->hide();
    m_hasContent = true;
    m_states->setCurrentWidget(m_content);
}

void Page::noteFailure(const Failure &failure, milliseconds took)
{
    m_moment.stop();
    const QString reason = asSentence(failure.shown);
    if (m_hasContent) {
        m_note->setText(
            tr("The store could not be read: %1 It is tried again in a while; the figures below are "
               "older.")
                .arg(reason));
        m_note->show();
    } else {
        showMessage(tr("The store could not be read"), tr("%1 It is tried again in a while.").arg(reason),
                    true);
    }
    constexpr milliseconds again{5'000};
    m_next.start(std::max(again, took));
}

void Page::showEmpty(const QString &title, const QString &advice)
{
    showMessage(title, advice, false);
}

void Page::showMessage(const QString &title, const QString &advice, bool canTryAgain)
{
    m_messageTitle->setText(title);
    m_messageAdvice->setText(advice);
    m_tryAgain->setVisible(canTryAgain);
    m_states->setCurrentWidget(m_message);
}

/** A window that is over does not change but by late events; it is read again when the user comes back. */
void Page::planNext(milliseconds took)
{
    if (m_time.isRunning)
        m_next.start(std::max(shortestPause, took * PausePerReading));
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    askIfSeen();
}

void Page::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_soon.stop();
    m_next.stop();
    m_moment.stop();
    m_isDue = true;
}

} // namespace linewatch::ui
