// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/mainwindow/problems.h"

#include "ui/madeplant.h"
#include "ui/mainwindow/navigator.h"
#include "ui/mainwindow/placelinks.h"
#include "ui/mainwindow/seenwatch.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The small parts that a window is made of. */
class ProblemsTest : public QObject
{
    Q_OBJECT

private slots:
    /** Each of them set and taken back, in any order: the most important of those that hold is said. */
    void theWorstOfThemIsSaid()
    {
        for (int steps = 0; steps < 256; ++steps) {
            Problems problems(madeFormats());
            unsigned holds = 0;
            for (int i = 0; i < 8; ++i) {
                const unsigned which = static_cast<unsigned>(steps * 7 + i * 5) % 4U;
                const bool isOver = (static_cast<unsigned>(steps) >> i & 1U) != 0;
                set(problems, which, isOver);
                holds = isOver ? holds & ~(1U << which) : holds | 1U << which;
                const char *words[] = {"said", "unread", "lost", "board"};
                QString expected;
                for (unsigned at = 4; at-- > 0;) {
                    if (holds >> at & 1U)
                        expected = QLatin1String(words[at]);
                }
                QVERIFY2(expected.isEmpty() ? problems.worst().isEmpty()
                                            : problems.worst().contains(expected),
                         qPrintable(problems.worst()));
            }
        }
    }

    void aWayToNowhereIsSaidUntilTheNextPlace()
    {
        Problems problems(madeFormats());
        problems.say(QStringLiteral("said"));
        problems.setStray(QStringLiteral("nowhere"));
        QCOMPARE(problems.worst(), QStringLiteral("nowhere"));
        problems.setStray({});
        QCOMPARE(problems.worst(), QStringLiteral("said"));
        const QSignalSpy changed(&problems, &Problems::changed);
        problems.setStray({});
        QCOMPARE(changed.size(), 0); // said at each place
    }

    void eachChangeIsSaid()
    {
        Problems problems(madeFormats());
        const QSignalSpy changed(&problems, &Problems::changed);
        problems.setBoardUnread({});
        QCOMPARE(changed.size(), 0); // comes with each snapshot
        problems.setBoardUnread(QStringLiteral("board"));
        problems.setBoardUnread({});
        problems.setHealth({});
        QCOMPARE(changed.size(), 3);
        QVERIFY(problems.worst().isEmpty());
    }

    void aLinkIsOpenedOrRefusedInWords()
    {
        const QTemporaryDir folder;
        QSettings settings(folder.filePath(QStringLiteral("window.ini")), QSettings::IniFormat);
        QWidget window;
        Navigator navigator(settings);
        PlaceLinks links(window, navigator);
        const QSignalSpy problems(&links, &PlaceLinks::problemOccurred);
        links.open(QUrl(QStringLiteral("linewatch://nowhere")));
        QCOMPARE(problems.size(), 1);
        QVERIFY(problems.front().front().toString().contains(QStringLiteral("linewatch://nowhere")));
        QVERIFY(navigator.place() == Place::overview());
        Place rejected = Place::events();
        rejected.isRejected = true;
        links.open(linkTo(rejected));
        QVERIFY(navigator.place() == rejected);
        const TimeWindow time{Instant{0s}, Instant{60s}};
        links.copy(time);
        const std::optional<Place> copied = placeOf(QUrl(QGuiApplication::clipboard()->text()));
        rejected.window = time;
        QVERIFY(copied == rejected);
        QCOMPARE(problems.size(), 1);
    }

    void aWindowIsSeenWhileItIsShownAndNotMinimized()
    {
        QWidget window;
        const SeenWatch watch(window);
        const QSignalSpy seen(&watch, &SeenWatch::seen);
        const QSignalSpy full(&watch, &SeenWatch::fullScreenChanged);
        window.show();
        QTRY_VERIFY(!seen.isEmpty() && seen.back().front().toBool());
        window.setWindowState(Qt::WindowMinimized);
        QTRY_VERIFY(!seen.back().front().toBool());
        window.setWindowState(Qt::WindowFullScreen);
        QTRY_VERIFY(seen.back().front().toBool() && full.back().front().toBool());
        window.hide();
        QTRY_VERIFY(!seen.back().front().toBool());
    }

private:
    static void set(Problems &problems, unsigned which, bool isOver)
    {
        const auto reason = [isOver](const char *words) {
            return isOver ? QString() : QString::fromLatin1(words);
        };
        if (which == 0)
            problems.say(reason("said"));
        else if (which == 1)
            problems.setUnread(reason("unread"));
        else if (which == 3)
            problems.setBoardUnread(reason("board"));
        else if (isOver)
            problems.setFound();
        else
            problems.setLost(reason("lost"), Instant{0s});
    }
};

LINEWATCH_WIDGET_TEST(ProblemsTest)
#include "tst_problems.moc"
