// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/problems.h"

#include "ui/models/sentence.h"
#include "ui/models/storehealthtext.h"

namespace linewatch::ui {

QString Problems::worst() const
{
    // What is shown from the store says of what age it is, so that comes after what may get lost.
    for (const QString &problem :
         {m_stray, m_said, storeProblemText(m_health, m_formats), m_unread, m_lost, m_boardUnread}) {
        if (!problem.isEmpty())
            return problem;
    }
    return {};
}

void Problems::setFormats(const Formats &formats)
{
    m_formats = formats;
    emit changed();
}

void Problems::say(const QString &problem)
{
    m_said = problem;
    emit changed();
}

void Problems::setStray(const QString &problem)
{
    if (problem.isEmpty() && m_stray.isEmpty())
        return; // said at each place
    m_stray = problem;
    emit changed();
}

void Problems::setHealth(const StoreHealth &health)
{
    m_health = health;
    emit changed();
}

void Problems::setUnread(const QString &reason)
{
    m_unread = reason.isEmpty()
        ? QString()
        : tr("The store could not be read: %1 It is tried again in a while; the figures "
             "below are older.")
              .arg(asSentence(reason));
    emit changed();
}

void Problems::setBoardUnread(const QString &reason)
{
    if (reason.isEmpty() && m_boardUnread.isEmpty())
        return; // said with each snapshot
    m_boardUnread = reason.isEmpty()
        ? QString()
        : tr("The newest events could not be read from the store: %1 It is tried again in a while.")
              .arg(asSentence(reason));
    emit changed();
}

void Problems::setLost(const QString &reason, Instant readAt)
{
    m_lost = tr("The store cannot be reached: %1 Shown is the state of %2; this goes on by itself.")
                 .arg(asSentence(reason), m_formats.timeWithZone(readAt));
    emit changed();
}

void Problems::setFound()
{
    m_lost.clear();
    emit changed();
}

void Problems::forget()
{
    m_health = {};
    for (QString *problem : {&m_said, &m_stray, &m_unread, &m_lost, &m_boardUnread})
        problem->clear();
    emit changed();
}

} // namespace linewatch::ui
