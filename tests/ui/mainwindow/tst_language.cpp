// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/gridchoice.h"
#include "ui/models/machinegridmodel.h"
#include "ui/widgets/freshness.h"
#include "ui/widgets/keyfigurecard.h"
#include "ui/pages/overviewpage.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/problembanner.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

/** The language of the window, switched as a user does: in the menu, while it runs. */
class TestLanguage : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void everyWordOfTheMenusChanges();
    void theFigureCardsSpeakTheLanguage();
    void numbersAreWrittenAsTheLanguageDoes();
    void pluralsAreThoseOfTheLanguage();
    void whatIsShownAndChosenStays();
    void theLanguageComesBackAtTheNextStart();
    void englishIsSpokenWhereTheSystemsLanguageIsNotThere();
    void wordsFromOutsideAreAskedForAgain();

private:
    void start(const Formats &formats = madeFormats())
    {
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_settings, formats);
        m_window->show();
    }
    void choose(const QString &language);
    QStringList menuWords() const;
    QString cards() const;

    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
};

void TestLanguage::init()
{
    m_window.reset();
    m_home = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    start();
}

void TestLanguage::choose(const QString &language)
{
    for (QAction *action : m_window->menuBar()->findChildren<QAction *>()) {
        if (action->text().remove(QLatin1Char('&')) != language)
            continue;
        action->trigger();
        return;
    }
    QFAIL(qPrintable(QStringLiteral("no menu entry ") + language));
}

/** Of the bar and of all menus, without the names of languages and without sizes. */
QStringList TestLanguage::menuWords() const
{
    QStringList words;
    for (const QMenu *menu : m_window->menuBar()->findChildren<QMenu *>()) {
        if (menu->title().isEmpty()) // the bar's own, for what does not fit
            continue;
        words << menu->title();
        for (const QAction *action : menu->actions()) {
            if (!action->isSeparator() && !action->text().endsWith(QLatin1Char('%')))
                words << action->text();
        }
    }
    for (const char *name : {"&English", "&Deutsch"})
        words.removeAll(QString::fromLatin1(name));
    return words;
}

QString TestLanguage::cards() const
{
    QStringList spoken;
    for (const KeyFigureCard *card : m_window->findChildren<KeyFigureCard *>())
        spoken << card->accessibleName() + QLatin1Char(' ') + card->accessibleDescription();
    return spoken.join(QLatin1Char('\n'));
}

void TestLanguage::everyWordOfTheMenusChanges()
{
    const QStringList english = menuWords();
    QVERIFY(english.contains(QStringLiteral("&View")));
    choose(QStringLiteral("Deutsch"));
    const QStringList german = menuWords();
    QVERIFY(german.contains(QStringLiteral("&Ansicht")));
    QCOMPARE(german.size(), english.size());
    for (qsizetype i = 0; i < german.size(); ++i)
        QVERIFY2(german.at(i) != english.at(i), qUtf8Printable(german.at(i)));
    choose(QStringLiteral("English"));
    QCOMPARE(menuWords(), english);
}

void TestLanguage::theFigureCardsSpeakTheLanguage()
{
    m_window->showSnapshot(shared(madeSnapshot()));
    QTRY_VERIFY(cards().contains(QStringLiteral("Availability")));
    choose(QStringLiteral("Deutsch"));
    QVERIFY2(cards().contains(QStringLiteral("Verfügbarkeit")), qUtf8Printable(cards()));
    QVERIFY(!cards().contains(QStringLiteral("Availability")));
    QVERIFY(m_window->findChild<Freshness *>()->text().startsWith(QStringLiteral("Live, Stand 14:12:07")));
}

void TestLanguage::numbersAreWrittenAsTheLanguageDoes()
{
    m_window->showSnapshot(shared(madeSnapshot({.defectsPerMinute = 100})));
    choose(QStringLiteral("Deutsch"));
    QCOMPARE(m_window->formats().count(12'345), QStringLiteral("12.345"));
    static const QRegularExpression grouped(QStringLiteral("\\d\\.\\d{3}"));
    QVERIFY2(cards().contains(grouped), qUtf8Printable(cards()));
    choose(QStringLiteral("English"));
    QCOMPARE(m_window->formats().count(12'345), QStringLiteral("12,345"));
}

void TestLanguage::pluralsAreThoseOfTheLanguage()
{
    choose(QStringLiteral("Deutsch"));
    const auto warnings = [this](int count) {
        m_window->showSnapshot(shared(madeSnapshot({.lines = 1, .state = [count](int, int machine) {
                                                        return machine < count ? MachineState::Warning
                                                                               : MachineState::Healthy;
                                                    }})));
    };
    warnings(1);
    QTRY_VERIFY2(cards().contains(QStringLiteral("1 Warnung")), qUtf8Printable(cards()));
    QVERIFY(!cards().contains(QStringLiteral("1 Warnungen")));
    warnings(3);
    QTRY_VERIFY2(cards().contains(QStringLiteral("3 Warnungen")), qUtf8Printable(cards()));
}

void TestLanguage::whatIsShownAndChosenStays()
{
    m_window->showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:9999")));
    m_window->showSnapshot(shared(madeSnapshot()));
    m_window->showProblem(QStringLiteral("a problem"));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_3, Qt::ControlModifier);
    QCOMPARE(m_window->shownWindow().live, std::chrono::minutes(8h));
    QTRY_COMPARE(m_window->findChild<MachineGridModel *>()->rowCount(), 40);
    m_window->findChild<OverviewPage *>()->findChild<QLineEdit *>()->setText(QStringLiteral("M-101"));
    QTRY_COMPARE(m_window->findChild<MachineGridModel *>()->rowCount(), 1);

    choose(QStringLiteral("Deutsch"));
    QCOMPARE(m_window->shownWindow().live, std::chrono::minutes(8h));
    QCOMPARE(m_window->findChild<MachineGridModel *>()->rowCount(), 1);
    QCOMPARE(m_window->findChild<OverviewPage *>()->findChild<QLineEdit *>()->text(),
             QStringLiteral("M-101"));
    QTRY_VERIFY(m_window->findChild<ProblemBanner *>()->isVisible());
    int chosen = 0;
    for (const QAction *action : m_window->menuBar()->findChildren<QAction *>())
        chosen += action->isChecked() && action->text() == QStringLiteral("Live, letzte 8 Stunden") ? 1 : 0;
    QCOMPARE(chosen, 1);
}

void TestLanguage::theLanguageComesBackAtTheNextStart()
{
    choose(QStringLiteral("Deutsch"));
    start();
    QVERIFY(menuWords().contains(QStringLiteral("&Ansicht")));
    QCOMPARE(m_window->formats().count(12'345), QStringLiteral("12.345"));
}

void TestLanguage::englishIsSpokenWhereTheSystemsLanguageIsNotThere()
{
    start({QLocale(QLocale::French, QLocale::France), madeFormats().zone()});
    QVERIFY(menuWords().contains(QStringLiteral("&View")));
    QCOMPARE(m_window->formats().locale().language(), QLocale::French); // numbers stay those of the computer
    start({QLocale(QLocale::German, QLocale::Austria), madeFormats().zone()});
    QVERIFY(menuWords().contains(QStringLiteral("&Ansicht")));
}

void TestLanguage::wordsFromOutsideAreAskedForAgain()
{
    const QSignalSpy asked(m_window.get(), &MainWindow::languageChanged);
    choose(QStringLiteral("Deutsch"));
    QCOMPARE(asked.count(), 1);
}

LINEWATCH_WIDGET_TEST(TestLanguage)
#include "tst_language.moc"
