// SPDX-License-Identifier: GPL-3.0-or-later
#include "monitor/settingsfile.h"

#include "monitor/inifile.h"
#include "support/testprogram.h"

#include <QRandomGenerator>
#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace Qt::StringLiterals;

class TestSettingsFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsWrittenQtReadsBack()
    {
        QRandomGenerator random(11);
        const QString letters = u"aZ9 ;,=\\\"'@()[]%#/:äß€\t"_s;
        for (int i = 0; i < 500; ++i) {
            QString value;
            const int length = random.bounded(1, 9);
            for (int j = 0; j < length; ++j)
                value += letters[random.bounded(letters.size())];
            const QString path = newPath();
            SettingsFile file({{}, path, {}});
            QVERIFY(file.write({{u"store/password"_s, value}}));
            QCOMPARE(SettingsFile({path, path, {}}).value(u"store/password"_s), value);
        }
    }

    void commentsForeignKeysAndOrderStay()
    {
        const QByteArray before = "; ours\n[server]\nlisten=127.0.0.1:1   ; here\n\n[other]\nkey=\"a b\"\n\n"
                                  "[limits]\nidleSeconds=5\n";
        const QString path = written(before);
        SettingsFile file({path, path, {}});
        QVERIFY(file.write({{u"server/listen"_s, u"127.0.0.1:2"_s},
                            {u"limits/bodyBytes"_s, u"4096"_s},
                            {u"limits/idleSeconds"_s, QString()},
                            {u"spool/maxBytes"_s, u"0"_s}}));
        QCOMPARE(content(path),
                 QByteArray("; ours\n[server]\nlisten=127.0.0.1:2\n\n[other]\nkey=\"a b\"\n\n"
                            "[limits]\nbodyBytes=4096\n\n[spool]\nmaxBytes=0\n"));
        QCOMPARE(file.value(u"server/listen"_s), u"127.0.0.1:2"_s);
        QCOMPARE(file.value(u"limits/idleSeconds"_s), u"75"_s);
    }

    void whatOthersWroteMeanwhileStays()
    {
        const QString path = written("[limits]\nidleSeconds=5\n");
        SettingsFile file({path, path, {}});
        QFile other(path);
        QVERIFY(other.open(QIODevice::Append));
        other.write("connections=9\n");
        other.close();
        QVERIFY(file.write({{u"limits/idleSeconds"_s, u"6"_s}}));
        QCOMPARE(content(path), QByteArray("[limits]\nidleSeconds=6\nconnections=9\n"));
    }

    /** The system's is not read any more once there is one of the user. */
    void aNewFileBeginsWithTheSystems()
    {
        const QString system = written("[store]\nretentionDays=90\n");
        const QString user = m_folder.filePath(u"user/new/linewatch.ini"_s);
        SettingsFile file({system, user, {}});
        QVERIFY(file.write({{u"limits/idleSeconds"_s, u"6"_s}}));
        QCOMPARE(content(user), QByteArray("[store]\nretentionDays=90\n\n[limits]\nidleSeconds=6\n"));
        QCOMPARE(content(system), QByteArray("[store]\nretentionDays=90\n"));
        QCOMPARE(QFile::permissions(user)
                     & (QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther),
                 QFile::Permissions());
    }

    void whatStandsAboveTheFileHolds()
    {
        const QString path = written("[server]\nlisten=127.0.0.1:1\n");
        const SettingsFile file({path, path, {{u"server/listen"_s, {u"127.0.0.1:2"_s, u"--listen"_s}}}});
        QCOMPARE(file.value(u"server/listen"_s), u"127.0.0.1:2"_s);
        QCOMPARE(file.setBy(u"server/listen"_s), u"--listen"_s);
        QCOMPARE(file.setBy(u"store/database"_s), QString());
        QCOMPARE(file.value(u"limits/idleSeconds"_s), u"75"_s);
    }

    void whereItCannotBeWrittenItSaysSo()
    {
        const QString path = written("") + u"/below/a.ini"_s; // a file is no folder
        SettingsFile file({{}, path, {}});
        const Result<void> done = file.write({{u"limits/idleSeconds"_s, u"6"_s}});
        QVERIFY(!done);
        QVERIFY(!done.failure().message.contains(u'\n'));
        QCOMPARE(file.value(u"limits/idleSeconds"_s), u"75"_s);
    }

    void faultsAreNamedByLine()
    {
        const QString path = written("; comment\n[server]\nlisten=0.0.0.0:80\n\n[limits]\nbodyByte=1\n"
                                     "idleSeconds=0 ; none\nidleSeconds=0\n[store]\ntlsKey=/no/such\n");
        const auto faults = checkSettingsFile(path);
        QVERIFY(faults);
        QStringList found;
        for (const SettingsFault &fault : *faults)
            found += u"%1 %2 %3"_s.arg(fault.line).arg(fault.stopsStart).arg(fault.text);
        QCOMPARE(found.size(), 6);
        QVERIFY2(found[0].startsWith(u"3 1 refusing to listen on 0.0.0.0"_s), qPrintable(found[0]));
        QVERIFY2(found[1].startsWith(u"6 0 there is no setting limits/bodyByte; did you mean"_s),
                 qPrintable(found[1]));
        QVERIFY2(found[2].startsWith(u"8 0 limits/idleSeconds is here again"_s), qPrintable(found[2]));
        QVERIFY2(found[3].startsWith(u"8 1 the setting limits/idleSeconds is"_s), qPrintable(found[3]));
        QVERIFY2(found[4].startsWith(u"10 1 cannot read the file /no/such"_s), qPrintable(found[4]));
        QVERIFY2(found[5].contains(u"go together"_s), qPrintable(found[5]));
    }

    void aLineThatIsNoneIsNamed()
    {
        const auto faults = checkSettingsFile(written("[server]\nlisten 127.0.0.1:1\n"));
        QVERIFY(faults);
        QCOMPARE(faults->size(), 1);
        QCOMPARE(faults->first().line, 2);
        QVERIFY(faults->first().stopsStart);
    }

    void aGoodFileHasNone()
    {
        const auto faults = checkSettingsFile(
            written("[store]\ndatabase=sqlite:/a,b.db ; c\n[view]\ntimeZone=Europe/Berlin\n"));
        QVERIFY(faults);
        QCOMPARE(faults->size(), 0);
        QVERIFY(!checkSettingsFile(m_folder.filePath(u"none"_s)));
    }

private:
    QString newPath() { return m_folder.filePath(u"%1.ini"_s.arg(++m_files)); }
    QString written(const QByteArray &text)
    {
        const QString path = newPath();
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(text);
        return path;
    }
    static QByteArray content(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
    }

    QTemporaryDir m_folder;
    int m_files = 0;
};

LINEWATCH_TEST(TestSettingsFile)
#include "tst_settingsfile.moc"
