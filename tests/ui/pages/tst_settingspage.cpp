// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/keptformats.h"
#include "ui/models/settingsdraft.h"
#include "ui/pages/settingspage.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QtTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace Qt::StringLiterals;

/** The page of settings in the window, as somebody at the keyboard has it. */
class TestSettingsPage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void itIsReachedByShortcut();
    void whatIsTypedIsCheckedAtOnce_data();
    void whatIsTypedIsCheckedAtOnce();
    void goodChangesAreAppliedAndSurviveARestart();
    void revertTakesEverythingBack();
    void whatIsRefusedStaysTyped();
    void whatAnOptionGivesCannotBeChanged();
    void addressAndPortAreOneSetting();
    void changesOfTheStoreOfferARestart();
    void leavingWithChangesAsks_data();
    void leavingWithChangesAsks();
    void closingWithChangesAsks();
    void appearanceCountsAtOnceAndStays();
    void changesSurviveANewLanguage();
    void theDatabaseIsTriedAsItIsTyped();
    void theFileGivesTheViewUntilTheUserChooses();

private:
    void start(const SettingsPlace &place);
    void start() { start({m_path, m_path, {}}); }
    template <class Widget>
    Widget *find(const QString &name) const
    {
        return m_window->findChild<Widget *>(name);
    }
    QLineEdit *field(const QString &key) const { return find<QLineEdit>(key); }
    QPushButton *button(const char *name) const { return find<QPushButton>(QLatin1String(name)); }
    QString message() const { return find<QLabel>(u"settingsMessage"_s)->text(); }
    void type(QLineEdit *edit, const QString &text) const;
    void type(const QString &key, const QString &text) const { type(field(key), text); }
    /** All that is said in the tone of what is wrong, and seen. */
    QStringList faults() const;
    void choose(const QString &key, const QString &value) const;
    QMessageBox *question() const { return m_window->findChild<QMessageBox *>(); }
    void answer(const QString &text) const;
    QByteArray content() const;

    std::unique_ptr<QTemporaryDir> m_home;
    QString m_path;
    std::unique_ptr<QSettings> m_kept;
    std::unique_ptr<SettingsFile> m_file;
    std::unique_ptr<SettingsDraft> m_draft;
    std::unique_ptr<MainWindow> m_window;
};

void TestSettingsPage::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    m_path = m_home->filePath(u"linewatch.ini"_s);
    m_kept = std::make_unique<QSettings>(m_home->filePath(u"window.ini"_s), QSettings::IniFormat);
    start();
}

void TestSettingsPage::cleanup()
{
    m_window.reset();
    m_draft.reset();
    m_kept.reset();
}

/** As the program does it, with an owner of the settings who applies all. */
void TestSettingsPage::start(const SettingsPlace &place)
{
    m_window.reset();
    m_draft.reset();
    m_file = std::make_unique<SettingsFile>(place);
    m_draft = std::make_unique<SettingsDraft>(*m_file);
    m_draft->setServed(true);
    connect(m_draft.get(), &SettingsDraft::applyWanted, this, [this](const QMap<QString, QString> &changes) {
        QVERIFY(m_file->write(changes));
        m_draft->accept();
    });
    m_window = std::make_unique<MainWindow>(*m_kept, madeFormats());
    m_window->setSettings(*m_draft);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
}

void TestSettingsPage::type(QLineEdit *edit, const QString &text) const
{
    edit->setFocus();
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    QTest::keyClicks(edit, text);
}

QStringList TestSettingsPage::faults() const
{
    QStringList faults;
    for (const QLabel *label : m_window->findChild<SettingsPage *>()->findChildren<QLabel *>()) {
        if (label->isVisible() && label->property("tone") == u"critical"_s && !label->text().isEmpty()
            && label->objectName() != u"settingsMessage"_s)
            faults += label->text();
    }
    return faults;
}

void TestSettingsPage::choose(const QString &key, const QString &value) const
{
    auto *box = find<QComboBox>(key);
    box->setCurrentIndex(box->findData(value));
    emit box->activated(box->currentIndex());
    QCoreApplication::processEvents();
}

void TestSettingsPage::answer(const QString &text) const
{
    for (QAbstractButton *candidate : question()->buttons()) {
        if (candidate->text().remove(u'&') == text)
            QTest::mouseClick(candidate, Qt::LeftButton);
    }
}

QByteArray TestSettingsPage::content() const
{
    QFile file(m_path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

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

void TestSettingsPage::leavingWithChangesAsks_data()
{
    QTest::addColumn<QString>("reply");
    QTest::addColumn<bool>("isApplied");
    QTest::addColumn<bool>("isChanged");
    QTest::newRow("apply") << u"Apply"_s << true << false;
    QTest::newRow("discard") << u"Discard"_s << false << false;
    QTest::newRow("back") << u"Back to the settings"_s << false << true;
}

void TestSettingsPage::leavingWithChangesAsks()
{
    QFETCH(QString, reply);
    QFETCH(bool, isApplied);
    QFETCH(bool, isChanged);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(!question()); // nothing was changed
    QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
    type(u"limits/idleSeconds"_s, u"9"_s);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::AltModifier);
    QVERIFY(question());
    answer(reply);
    QTRY_VERIFY(!question());
    QCOMPARE(content().contains("idleSeconds=9"), isApplied);
    QCOMPARE(m_draft->hasChanges(), isChanged);
    QCOMPARE(m_window->place(), isChanged ? Place::settings() : Place::overview());
}

void TestSettingsPage::closingWithChangesAsks()
{
    type(u"limits/idleSeconds"_s, u"0"_s);
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(question());
    QVERIFY(question()->informativeText().contains(u"idleSeconds"_s));
    for (const QAbstractButton *candidate : question()->buttons())
        QCOMPARE(candidate->isEnabled(), candidate->text().remove(u'&') != u"Apply"_s);
    answer(u"Back to the settings"_s);
    QTRY_VERIFY(!question());
    QVERIFY(m_window->isVisible());
    m_window->close();
    answer(u"Discard"_s);
    QTRY_VERIFY(!m_window->isVisible());
}

void TestSettingsPage::appearanceCountsAtOnceAndStays()
{
    const Instant noon{std::chrono::sys_days{std::chrono::year{2026} / 1 / 15} + std::chrono::hours{12}};
    choose(u"view/timeZone"_s, u"Asia/Tokyo"_s);
    QCOMPARE(m_window->formats().time(noon), u"21:00"_s);
    choose(u"view/language"_s, u"de"_s);
    QCOMPARE(m_window->formats().locale().language(), QLocale::German);
    QCOMPARE(QApplication::focusWidget(), find<QComboBox>(u"view/language"_s));
    choose(u"view/theme"_s, u"dark"_s);
    QVERIFY(m_window->palette().window().color().lightness() < 100);
    choose(u"view/textPercent"_s, u"150"_s);
    start();
    QCOMPARE(m_window->formats().time(noon), u"21:00"_s);
    QCOMPARE(m_window->formats().locale().language(), QLocale::German);
    for (const auto &[key, value] : {std::pair{u"view/timeZone"_s, u"Asia/Tokyo"_s},
                                     {u"view/language"_s, u"de"_s},
                                     {u"view/theme"_s, u"dark"_s},
                                     {u"view/textPercent"_s, u"150"_s}})
        QCOMPARE(find<QComboBox>(key)->currentData().toString(), value);
    QCOMPARE(content(), QByteArray()); // of the window, and not of the plant
}

void TestSettingsPage::changesSurviveANewLanguage()
{
    type(u"limits/idleSeconds"_s, u"9"_s);
    choose(u"view/language"_s, u"de"_s);
    QCOMPARE(field(u"limits/idleSeconds"_s)->text(), u"9"_s);
    QVERIFY(button("applySettings")->isEnabled());
    QTest::mouseClick(button("applySettings"), Qt::LeftButton);
    QVERIFY(content().contains("idleSeconds=9"));
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

void TestSettingsPage::theFileGivesTheViewUntilTheUserChooses()
{
    const auto startWith = [this](const QByteArray &theme) {
        QFile file(m_home->filePath(QString::fromLatin1(theme) + u".ini"_s)); // Qt remembers what it read
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[view]\ntheme=" + theme + '\n');
        file.close();
        takeView(*m_kept, SettingsFile({file.fileName(), file.fileName(), {}}));
        start();
    };
    const auto shown = [this] { return find<QComboBox>(u"view/theme"_s)->currentData().toString(); };
    startWith("dark");
    QCOMPARE(shown(), u"dark"_s);
    choose(u"view/theme"_s, u"system"_s);
    startWith("dark");
    QCOMPARE(shown(), u"system"_s); // chosen after it was written
    startWith("light");
    QCOMPARE(shown(), u"light"_s);
    startWith("pink");
    QCOMPARE(shown(), u"light"_s);
}

LINEWATCH_WIDGET_TEST(TestSettingsPage)
#include "tst_settingspage.moc"
