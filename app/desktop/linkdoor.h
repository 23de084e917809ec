// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocalServer>
#include <QLockFile>
#include <QUrl>

#include <memory>

namespace linewatch {

/**
 * Where a window takes in links that programs started later were given, so that there is one window for a
 * store. A socket in the user's runtime folder, which nobody else may connect to. It belongs to who holds the
 * lock beside it; one that a killed process left behind is replaced. Lives on the GUI thread.
 */
class LinkDoor : public QObject
{
    Q_OBJECT

public:
    /** What is longer is not listened to: bytes of a link. */
    static constexpr qint64 MostBytes = 8'192;
    /** As many may be connected at a time. */
    static constexpr int MostGuests = 8;

    /** @p path as linkDoorPath() says. */
    explicit LinkDoor(const QString &path, QObject *parent = nullptr);

    /** False where another process has that door, or it cannot be made. */
    bool open();

    /** Who says nothing for so long is shown out. */
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }

signals:
    void linkCame(const QUrl &link);

private:
    void meet();
    void hear(QLocalSocket &guest);

    const QString m_path;
    std::chrono::milliseconds m_patience{5'000};
    QLockFile m_lock;
    QLocalServer m_server;
    int m_guests = 0;
};

/**
 * The path of the door of what @p names says, such as a settings file and a store: the same for the same
 * names and user, and short enough for a socket however long they are. Pure, but for the runtime folder.
 */
QString linkDoorPath(const QStringList &names);

/** What came of handing a link over. */
enum class HandedOver { Taken, NobodyThere, NoAnswer };

/**
 * Gives a link to the window behind that door. Waits for its answer, some seconds where it is only just
 * starting: to be called before there is a window of our own.
 */
HandedOver handOverLink(const QString &path, const QUrl &link);

} // namespace linewatch
