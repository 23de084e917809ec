// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/plantnews.h"

#include "support/testprogram.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace Qt::StringLiterals;

/** What a monitor said while nobody looked is what a window shows that turns to it. */
class PlantNewsTest : public QObject
{
    Q_OBJECT

private slots:
    void whoSaidNothingHasNoNews() { QCOMPARE(problemAfterNews(), QString()); }

    void aLostStoreIsToldUntilItIsFound()
    {
        emit m_monitor.storeLost(u"it is away"_s, Instant{std::chrono::hours{1}});
        const QString problem = problemAfterNews();
        QVERIFY2(problem.contains(u"it is away"_s), qPrintable(problem));
        QVERIFY2(problem.contains(u"01:00"_s), qPrintable(problem));
        emit m_monitor.storeFound();
        QCOMPARE(problemAfterNews(), QString());
    }

    void aBoardThatCannotBeFilledIsToldUntilItIs()
    {
        emit m_monitor.boardFailed(u"no such table"_s);
        QVERIFY(problemAfterNews().contains(u"no such table"_s));
        emit m_monitor.snapshotPublished(std::make_shared<LiveSnapshot>());
        QCOMPARE(problemAfterNews(), QString());
    }

    void theNewestHealthIsTold()
    {
        StoreHealth health;
        health.space = StoreSpace{};
        health.space->used = 1'000;
        emit m_monitor.storeHealthChanged(health);
        health.space->used = 7'000'000;
        emit m_monitor.storeHealthChanged(health);
        problemAfterNews();
        QVERIFY2(m_status.contains(u"Size 7.0 MB"_s), qPrintable(m_status));
    }

private:
    /** Of a new window, which nobody told anything but the news. */
    QString problemAfterNews()
    {
        const QTemporaryDir home;
        QSettings settings(home.filePath(u"window.ini"_s), QSettings::IniFormat);
        ui::MainWindow window(settings, ui::Formats(QLocale(u"en_GB"_s), QTimeZone::utc()));
        m_news.tell(window);
        m_status = window.findChild<ui::StatusLine *>()->accessibleDescription();
        return window.findChild<ui::ProblemBanner *>()->accessibleName();
    }

    Monitor m_monitor{MonitorSettings{}};
    PlantNews m_news{m_monitor};
    QString m_status;
};

LINEWATCH_WIDGET_TEST(PlantNewsTest)
#include "tst_plantnews.moc"
