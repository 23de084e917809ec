// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/storehealth.h"
#include "model/timewindow.h"
#include "ui/models/formats.h"

#include <QObject>

namespace linewatch::ui {

/**
 * What is wrong at the moment, of which the window says the most important. Each stays until it is taken
 * back. GUI thread only.
 */
class Problems : public QObject
{
    Q_OBJECT

public:
    explicit Problems(const Formats &formats) : m_formats(formats) { }

    /** In words; nothing where all is well. */
    QString worst() const;
    /** Texts are in that language from now on, as far as they are not said already. */
    void setFormats(const Formats &formats);

    /** What somebody said, and that it is over. */
    void say(const QString &problem);
    /** The way to a place that there is not; over, and empty, at the next place. */
    void setStray(const QString &problem);
    /** How the store does; what is wrong is said for as long as it is. */
    void setHealth(const StoreHealth &health);
    const StoreHealth &health() const { return m_health; }
    /** The window of time could not be read from the store; empty: it could. */
    void setUnread(const QString &reason);
    /** The newest events could not be read; empty: they could. */
    void setBoardUnread(const QString &reason);
    /** The store cannot be reached, and is shown as of @p readAt. */
    void setLost(const QString &reason, Instant readAt);
    void setFound();
    /** All was said of another plant. */
    void forget();

signals:
    /** worst() may be another. */
    void changed();

private:
    Formats m_formats;
    StoreHealth m_health;
    QString m_said;
    QString m_stray;
    QString m_unread;
    QString m_lost;
    QString m_boardUnread;
};

} // namespace linewatch::ui
