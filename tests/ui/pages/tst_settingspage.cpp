// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/pages/settingspagetest.h"
#include "ui/pages/settingspage.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** What is set in the file, as somebody at the keyboard has it. */
class TestSettingsPage : public SettingsPageTest
{
    Q_OBJECT

private slots:
    void itIsReachedByShortcut();
    void whatIsTypedIsCheckedAtOnce_data();
    void whatIsTypedIsCheckedAtOnce();
    void goodChangesAreAppliedAndSurviveARestart();
    void revertTakesEverythingBack();
    void whatIsRefusedStaysTyped();
    void whatAnOptionGivesCannotBeChanged();
    void addressAndPortAreOneSetting();
    void changesOfTheStoreOfferARestart();
    void theDatabaseIsTriedAsItIsTyped();
};

void TestSettingsPage::itIsReachedByShortcut()
{
    QCOMPARE(m_window->place(), Place::settings());
    QVERIFY(m_window->findChild<SettingsPage *>()->isVisible());
    QVERIFY(!button("applySettings")->isEnabled());
    QVERIFY(!button("revertSettings")->isEnabled());
    QCOMPARE(faults(), QStringList());
}

void TestSettingsPage::whatIsTypedIsCheckedAtOnce_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("bad");
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("good");
    const auto row = [](const char *key, const char *bad, const char *words, const char *good) {
        QTest::addRow("%s %s", key, bad) << QString::fromLatin1(key) << QString::fromLatin1(bad)
                                         << QString::fromLatin1(words) << QString::fromLatin1(good);
    };
    row("server/listen", "10.0.0.1", "access tokens", "127.0.0.2");
    row("server/listen", "factory", "no address", "::1");
    row("limits/bodyBytes", "12", "from 1024", "2048");
    row("limits/batchEvents", "", "whole number", "10");
    row("limits/idleSeconds", "ten", "whole number", "10");
    row("store/database", "mysql://a:b@c/d", "password", "mysql://a@c/d");
    row("store/tlsCa", "/no/such/file", "read the file", "");
    row("store/retentionDays", "36501", "36500", "36500");
    row("spool/maxBytes", "5", "1048576", "0");
    row("thresholds/defectsPerHour", "0", "0.01", "0.5");
    row("thresholds/silentMinutes", "1441", "1440", "1440");
}

void TestSettingsPage::whatIsTypedIsCheckedAtOnce()
{
    QFETCH(QString, key);
    QFETCH(QString, bad);
    QFETCH(QString, words);
    QFETCH(QString, good);
    type(key, bad);
    QCOMPARE(faults().size(), 1);
    QVERIFY2(faults().first().contains(words), qPrintable(faults().first()));
    QVERIFY(!button("applySettings")->isEnabled());
    QVERIFY2(message().contains(faults().first()), qPrintable(message()));
    QTest::keyClick(m_window.get(), Qt::Key_Y, Qt::AltModifier); // Apply
    QCOMPARE(content(), QByteArray());

    type(key, good);
    QCOMPARE(faults(), QStringList());
    QCOMPARE(button("applySettings")->isEnabled(), m_draft->hasChanges());
    QVERIFY(button("revertSettings")->isEnabled() == m_draft->hasChanges());
}

void TestSettingsPage::goodChangesAreAppliedAndSurviveARestart()
{
    type(u"limits/bodyBytes"_s, u"4096"_s);
    type(u"store/password"_s, u"p;w, \"x"_s);
    QVERIFY(button("applySettings")->isEnabled());
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(!m_draft->hasChanges());
    QVERIFY(!button("applySettings")->isEnabled());
    start();
    QCOMPARE(field(u"limits/bodyBytes"_s)->text(), u"4096"_s);
    QCOMPARE(field(u"store/password"_s)->text(), u"p;w, \"x"_s);
    QCOMPARE(field(u"store/password"_s)->echoMode(), QLineEdit::Password);
    QCOMPARE(field(u"limits/idleSeconds"_s)->text(), u"75"_s);
}

void TestSettingsPage::revertTakesEverythingBack()
{
    type(u"limits/bodyBytes"_s, u"12"_s);
    type(u"limits/idleSeconds"_s, u"9"_s);
    QTest::mouseClick(button("revertSettings"), Qt::LeftButton);
    QCOMPARE(field(u"limits/bodyBytes"_s)->text(), u"16777216"_s);
    QCOMPARE(field(u"limits/idleSeconds"_s)->text(), u"75"_s);
    QCOMPARE(faults(), QStringList());
    QVERIFY(!button("revertSettings")->isEnabled());
    QCOMPARE(content(), QByteArray());
}

void TestSettingsPage::whatIsRefusedStaysTyped()
{
    m_draft->disconnect(this);
    connect(m_draft.get(), &SettingsDraft::applyWanted, this,
            [this] { m_draft->refuse(u"cannot listen there"_s); });
    type(u"limits/idleSeconds"_s, u"9"_s);
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QCOMPARE(message(), u"Cannot listen there."_s);
    QCOMPARE(field(u"limits/idleSeconds"_s)->text(), u"9"_s);
    QVERIFY(button("applySettings")->isEnabled());
}

void TestSettingsPage::whatAnOptionGivesCannotBeChanged()
{
    start({m_path, m_path, {{u"store/database"_s, {u"sqlite:/x.db"_s, u"--database"_s}}}});
    QLineEdit *edit = field(u"store/database"_s);
    QCOMPARE(edit->text(), u"sqlite:/x.db"_s);
    QVERIFY(!edit->isEnabled());
    QVERIFY(edit->accessibleDescription().contains(u"--database"_s));
    m_draft->setText(u"store/database"_s, u"sqlite:/y.db"_s);
    QVERIFY(!m_draft->hasChanges());
}

void TestSettingsPage::addressAndPortAreOneSetting()
{
    const QList<QLineEdit *> parts = m_window->findChildren<QLineEdit *>(u"server/listen"_s);
    QCOMPARE(parts.size(), 2);
    QCOMPARE(parts[0]->text(), u"127.0.0.1"_s);
    QCOMPARE(parts[1]->text(), u"8080"_s);
    type(parts[1], u"70000"_s);
    QCOMPARE(faults().size(), 1);
    type(parts[1], u"9000"_s);
    type(parts[0], u"::1"_s);
    QCOMPARE(faults(), QStringList());
    QCOMPARE(m_draft->changes().value(u"server/listen"_s), u"[::1]:9000"_s);
    QCOMPARE(parts[0]->text(), u"::1"_s);
}

void TestSettingsPage::changesOfTheStoreOfferARestart()
{
    QSignalSpy restart(m_draft.get(), &SettingsDraft::restartWanted);
    QVERIFY(!button("restartNow")->isVisible());
    type(u"limits/idleSeconds"_s, u"9"_s);
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(!button("restartNow")->isVisible());
    type(u"store/database"_s, u"sqlite:/tmp/other.db"_s);
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(button("restartNow")->isVisible());
    QTest::mouseClick(button("restartNow"), Qt::LeftButton);
    QCOMPARE(restart.size(), 1);
    start();
    QVERIFY(!button("restartNow")->isVisible());
    QCOMPARE(field(u"store/database"_s)->text(), u"sqlite:/tmp/other.db"_s);
    // Where nothing is served, the endpoint waits as well.
    m_draft->setServed(false);
    type(u"limits/idleSeconds"_s, u"8"_s);
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(button("restartNow")->isVisible());
}

void TestSettingsPage::theDatabaseIsTriedAsItIsTyped()
{
    const auto result = [this] { return find<QLabel>(u"trialResult"_s)->text(); };
    type(u"store/database"_s, u"sqlite:"_s + m_home->filePath(u"new.db"_s));
    QTest::mouseClick(button("tryDatabase"), Qt::LeftButton);
    QTRY_VERIFY2(result().startsWith(u"Good."_s), qPrintable(result()));
    QFile letter(m_home->filePath(u"letter"_s));
    QVERIFY(letter.open(QIODevice::WriteOnly));
    letter.write(QByteArray("Dear Sir ").repeated(1'000));
    letter.close();
    type(u"store/database"_s, u"sqlite:"_s + letter.fileName());
    QTest::mouseClick(button("tryDatabase"), Qt::LeftButton);
    QTRY_VERIFY2(result().contains(u"no database"_s), qPrintable(result()));
    type(u"store/database"_s, u"nonsense"_s);
    QTest::mouseClick(button("tryDatabase"), Qt::LeftButton);
    QTRY_VERIFY2(result().contains(u"names no database"_s), qPrintable(result()));

    // A server that takes the connection and then says nothing can be given up.
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    type(u"store/database"_s, u"mysql://a@127.0.0.1:%1/b"_s.arg(silent.serverPort()));
    QTest::mouseClick(button("tryDatabase"), Qt::LeftButton);
    QCOMPARE(button("tryDatabase")->text(), u"Cancel the &test"_s);
    QTest::mouseClick(button("tryDatabase"), Qt::LeftButton);
    QCOMPARE(result(), u"Cancelled."_s);
    QCOMPARE(button("tryDatabase")->text(), u"&Test the database"_s);
}

LINEWATCH_WIDGET_TEST(TestSettingsPage)
#include "tst_settingspage.moc"
