// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/linkdoors.h"
#include "support/testprogram.h"

#include <QLocalSocket>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <future>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace linewatch;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QUrl someLink(u"linewatch://machine/M%2F103?from=2026-01-15T06:00:00Z&to=2026-01-15T14:00:00Z"_s);

/** Hands over on another thread, as another process does; the door is served by this one. */
HandedOver handOver(const QString &path, const QUrl &handed)
{
    std::future<HandedOver> outcome =
        std::async(std::launch::async, [&] { return handOverLink(path, handed); });
    while (outcome.wait_for(0s) != std::future_status::ready)
        QTest::qWait(1);
    return outcome.get();
}

} // namespace

/** Doors with real sockets. */
class LinkDoorTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        qputenv("XDG_RUNTIME_DIR", m_folder->path().toUtf8());
        m_path = linkDoorPath({u"window.ini"_s, u"store"_s});
    }

    void aLinkComesAsItWas()
    {
        LinkDoor door(m_path);
        QVERIFY(door.open());
        const QSignalSpy came(&door, &LinkDoor::linkCame);
        for (int i = 0; i < 3 * LinkDoor::MostGuests; ++i) {
            QCOMPARE(handOver(m_path, someLink), HandedOver::Taken);
            QCOMPARE(came.size(), i + 1);
            QCOMPARE(came.back().front().toUrl(), someLink);
        }
    }

    void whereNobodyIsItIsSaidAtOnce()
    {
        QCOMPARE(handOver(m_path, someLink), HandedOver::NobodyThere);
        {
            LinkDoor door(m_path);
            QVERIFY(door.open());
        }
        QCOMPARE(handOver(m_path, someLink), HandedOver::NobodyThere);
    }

    void aDoorHasOneOwner()
    {
        auto first = std::make_unique<LinkDoor>(m_path);
        LinkDoor second(m_path);
        QVERIFY(first->open());
        QVERIFY(!second.open());
        QSignalSpy came(first.get(), &LinkDoor::linkCame);
        QCOMPARE(handOver(m_path, someLink), HandedOver::Taken);
        QCOMPARE(came.size(), 1);
        first.reset();
        QVERIFY(second.open());
        QCOMPARE(handOver(m_path, someLink), HandedOver::Taken);
    }

    void whatAKilledProcessLeftIsReplaced()
    {
        const int left = socket(AF_UNIX, SOCK_STREAM, 0);
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        qstrncpy(address.sun_path, m_path.toUtf8().constData(), sizeof(address.sun_path));
        QCOMPARE(bind(left, reinterpret_cast<const sockaddr *>(&address), sizeof(address)), 0);
        close(left); // the file stays
        QCOMPARE(handOver(m_path, someLink), HandedOver::NobodyThere);
        LinkDoor door(m_path);
        QVERIFY(door.open());
        QCOMPARE(handOver(m_path, someLink), HandedOver::Taken);
    }

    void onlyTheUserMayConnect()
    {
        LinkDoor door(m_path);
        QVERIFY(door.open());
        struct stat about {
        };
        QCOMPARE(stat(m_path.toUtf8().constData(), &about), 0);
        QVERIFY(S_ISSOCK(about.st_mode));
        QCOMPARE(about.st_mode & 077, 0U);
        QCOMPARE(about.st_uid, getuid());
    }

    void whoSaysNothingOrTooMuchIsShownOut()
    {
        LinkDoor door(m_path);
        door.setPatience(50ms);
        QVERIFY(door.open());
        const QSignalSpy came(&door, &LinkDoor::linkCame);
        QLocalSocket silent;
        silent.connectToServer(m_path);
        QTRY_COMPARE(silent.state(), QLocalSocket::UnconnectedState);
        door.setPatience(1h);
        QLocalSocket talkative;
        talkative.connectToServer(m_path);
        talkative.write(QByteArray(2 * LinkDoor::MostBytes, 'x'));
        QTRY_COMPARE(talkative.state(), QLocalSocket::UnconnectedState);
        QCOMPARE(came.size(), 0);
        QCOMPARE(handOver(m_path, someLink), HandedOver::Taken);
    }

    void pathsAreThoseOfUserAndStore()
    {
        const QSettings settings(m_folder->filePath(u"window.ini"_s), QSettings::IniFormat);
        StartOptions options;
        options.monitor.database.sqlitePath = m_folder->filePath(u"a.db"_s);
        const QStringList paths = linkDoorPaths(settings, options);
        StartOptions same = options;
        same.monitor.database.sqlitePath = m_folder->path() + u"/./a.db"_s;
        QCOMPARE(linkDoorPaths(settings, same), paths);
        StartOptions other = options;
        other.monitor.database.sqlitePath = m_folder->filePath(u"b.db"_s);
        QVERIFY(linkDoorPaths(settings, other).first() != paths.first());
        QCOMPARE(linkDoorPaths(settings, other).last(), paths.last());
        QVERIFY(linkDoorPath({u"ab"_s, u"c"_s}) != linkDoorPath({u"a"_s, u"bc"_s}));
        QVERIFY(paths.first().size() < m_folder->path().size() + 40);
    }

    void aLinkWithoutAStoreGoesToTheFirstWindow()
    {
        const QSettings settings(m_folder->filePath(u"window.ini"_s), QSettings::IniFormat);
        StartOptions options;
        options.monitor.database.sqlitePath = m_folder->filePath(u"a.db"_s);
        options.link = someLink;
        LinkDoor door(linkDoorPaths(settings, options).last());
        QVERIFY(door.open());
        const auto isTaken = [&settings](const StartOptions &with) {
            bool taken = false;
            const std::unique_ptr<QThread> other(
                QThread::create([&] { taken = isHandedOver(settings, with); }));
            other->start();
            while (!other->isFinished())
                QTest::qWait(1);
            other->wait();
            return taken;
        };
        QVERIFY(isTaken(options));
        options.namesStore = true;
        QVERIFY(!isTaken(options));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

LINEWATCH_TEST(LinkDoorTest)
#include "tst_linkdoor.moc"
