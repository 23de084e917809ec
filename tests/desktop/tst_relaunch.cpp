// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/relaunch.h"

#include "support/testprogram.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace Qt::StringLiterals;

class RelaunchTest : public QObject
{
    Q_OBJECT

private slots:
    void optionsStayAndDemoAndLinkGo()
    {
        const QStringList all{u"linewatch"_s, u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s,
                              u"linewatch://machine/M-1"_s};
        QCOMPARE(
            withoutDemo(all),
            (QStringList{u"linewatch"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"linewatch://machine/M-1"_s}));
        QCOMPARE(withoutLink(all),
                 (QStringList{u"linewatch"_s, u"--demo"_s, u"--listen"_s, u"127.0.0.1:0"_s}));
        const QStringList none{u"/usr/bin/linewatch"_s};
        QCOMPARE(withoutLink(withoutDemo(none)), none);
    }

    void theProgramGetsItsArgumentsUnchanged()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"a file"_s);
        QVERIFY(relaunch(u"/bin/sh"_s, {u"name"_s, u"-c"_s, u"printf %s \"$1\" >\"$0\""_s, file, u"a b"_s}));
        const auto written = [&file] {
            QFile read(file);
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        };
        QTRY_COMPARE(written(), QByteArray("a b"));
    }

    void aProgramThatIsGoneIsSaid()
    {
        const Result<void> started = relaunch(u"/nowhere/linewatch"_s, {u"linewatch"_s});
        QVERIFY(!started);
        QVERIFY2(started.failure().message.contains(u"/nowhere/linewatch"_s),
                 qPrintable(started.failure().message));
    }
};

LINEWATCH_TEST(RelaunchTest)
#include "tst_relaunch.moc"
