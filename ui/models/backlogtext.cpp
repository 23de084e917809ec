// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/backlogtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct BacklogTexts {
    Q_DECLARE_TR_FUNCTIONS(BacklogTexts)
};

} // namespace

QString backlogText(const Backlog &backlog, const Formats &formats)
{
    if (backlog.isEmpty())
        return {};
    const QString events = formats.count(backlog.events);
    const QString since = formats.dateAndTime(backlog.oldestArrival.value_or(Instant{}));
    if (!backlog.takesMore) {
        return BacklogTexts::tr(
                   "The database is away, and there is no more room for what machines send. Events that "
                   "wait on this computer: %1, the oldest since %2. Bring the database back, or give the "
                   "spool more room.")
            .arg(events, since);
    }
    return BacklogTexts::tr(
               "The database is away. Events that wait on this computer: %1, the oldest since %2. They "
               "come in by themselves once it is back.")
        .arg(events, since);
}

} // namespace linewatch::ui
