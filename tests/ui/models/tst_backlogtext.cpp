// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/samples.h"
#include "ui/madeplant.h"
#include "ui/models/backlogtext.h"

#include <QtTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

class TestBacklogText : public QObject
{
    Q_OBJECT

private slots:
    void saysNothingWhenNothingWaits();
    void saysHowMuchWaitsAndSinceWhen();
    void saysWhatToDoWhenThereIsNoMoreRoom();
};

void TestBacklogText::saysNothingWhenNothingWaits()
{
    QCOMPARE(backlogText({}, madeFormats()), QString());
}

void TestBacklogText::saysHowMuchWaitsAndSinceWhen()
{
    Backlog backlog{12, 3400, 4096, at("2026-01-15T12:00:00Z"), QStringLiteral("gone"), true};
    const QString text = backlogText(backlog, madeFormats());
    QVERIFY2(text.contains(madeFormats().count(3400)), qPrintable(text));
    QVERIFY2(text.contains(madeFormats().dateAndTime(*backlog.oldestArrival)), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("by themselves")), qPrintable(text));
}

void TestBacklogText::saysWhatToDoWhenThereIsNoMoreRoom()
{
    const Backlog backlog{1, 2, 4096, at("2026-01-15T12:00:00Z"), QStringLiteral("gone"), false};
    const QString text = backlogText(backlog, madeFormats());
    QVERIFY2(text.contains(QStringLiteral("more room")), qPrintable(text));
    QVERIFY2(!text.contains(QStringLiteral("by themselves")), qPrintable(text));
}

QTEST_MAIN(TestBacklogText)
#include "tst_backlogtext.moc"
