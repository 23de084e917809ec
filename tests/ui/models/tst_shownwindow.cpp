// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/translations.h"
#include "ui/models/shownwindow.h"

#include <QLocale>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

class TestShownWindow : public QObject
{
    Q_OBJECT

private slots:
    void windowsThatAreNotOfferedBecomeTheDefault();
    void aWindowThatRunsOverKeepsItsName();
    void oneHourHasNoNumber();
    void otherLengthsAreCountedInMinutes();

private:
    const Translations m_translations{QLocale::c()};
};

void TestShownWindow::windowsThatAreNotOfferedBecomeTheDefault()
{
    QCOMPARE(offeredOrDefault(480min), 480min);
    QCOMPARE(offeredOrDefault(0min), 60min);
    QCOMPARE(offeredOrDefault(61min), 60min);
}

void TestShownWindow::aWindowThatRunsOverKeepsItsName()
{
    const Instant start{1h};
    QCOMPARE(nominalLength({start, start + 60min + 59s}), 60min);
    QCOMPARE(nominalLength({start, start + 15min}), 15min);
    QCOMPARE(nominalLength({start, start + 42min}), 42min);
}

void TestShownWindow::oneHourHasNoNumber()
{
    QCOMPARE(windowLabel(60min), QStringLiteral("1 h"));
    QCOMPARE(lastWords(60min), QStringLiteral("last hour"));
    QCOMPARE(beforeWords(60min), QStringLiteral("the hour before"));
    QCOMPARE(lastWords(480min), QStringLiteral("last 8 hours"));
}

void TestShownWindow::otherLengthsAreCountedInMinutes()
{
    QCOMPARE(windowLabel(15min), QStringLiteral("15 min"));
    QCOMPARE(lastWords(15min), QStringLiteral("last 15 minutes"));
    QCOMPARE(beforeWords(1min), QStringLiteral("the 1 minute before"));
}

QTEST_MAIN(TestShownWindow)
#include "tst_shownwindow.moc"
