// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/linkdoor.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QTimer>

namespace linewatch {

namespace {

constexpr int connectPatience = 1'000; // milliseconds
constexpr int answerPatience = 10'000;
constexpr char taken[] = "taken\n";

} // namespace

LinkDoor::LinkDoor(const QString &path, QObject *parent)
    : QObject(parent)
    , m_path(path)
    , m_lock(path + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // as long as its process lives, however long that is
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    m_server.setMaxPendingConnections(MostGuests);
    connect(&m_server, &QLocalServer::newConnection, this, &LinkDoor::meet);
}

bool LinkDoor::open()
{
    if (!m_lock.tryLock())
        return false;
    QLocalServer::removeServer(m_path); // of a process that is no more
    return m_server.listen(m_path);
}

void LinkDoor::meet()
{
    while (QLocalSocket *guest = m_server.nextPendingConnection()) {
        connect(guest, &QLocalSocket::disconnected, guest, &QObject::deleteLater);
        if (m_guests >= MostGuests) {
            guest->abort();
            continue;
        }
        ++m_guests;
        connect(guest, &QObject::destroyed, this, [this] { --m_guests; });
        guest->setReadBufferSize(MostBytes);
        connect(guest, &QLocalSocket::readyRead, this, [this, guest] { hear(*guest); });
        QTimer::singleShot(m_patience, guest, [guest] { guest->abort(); });
        hear(*guest);
    }
}

void LinkDoor::hear(QLocalSocket &guest)
{
    if (!guest.canReadLine()) {
        if (guest.bytesAvailable() >= MostBytes)
            guest.abort();
        return;
    }
    const QUrl link(QString::fromUtf8(guest.readLine(MostBytes).trimmed()), QUrl::StrictMode);
    guest.write(taken);
    guest.disconnectFromServer();
    emit linkCame(link);
}

QString linkDoorPath(const QStringList &names)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString &name : names) {
        hash.addData(name.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    constexpr qsizetype digits = 16;
    return QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation) + QStringLiteral("/linewatch-")
        + QString::fromLatin1(hash.result().toHex().left(digits));
}

HandedOver handOverLink(const QString &path, const QUrl &link)
{
    QLocalSocket door;
    door.connectToServer(path);
    if (!door.waitForConnected(connectPatience))
        return HandedOver::NobodyThere;
    door.write(link.toEncoded() + '\n');
    QByteArray answer;
    while (!answer.endsWith('\n') && door.waitForReadyRead(answerPatience))
        answer += door.readAll();
    return answer == taken ? HandedOver::Taken : HandedOver::NoAnswer;
}

} // namespace linewatch
