// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startfailure.h"

#include "monitor/monitor.h"
#include "monitor/startoptions.h"
#include "support/testprogram.h"
#include "ui/mainwindow/translations.h"

#include <QApplication>
#include <QFile>
#include <QMessageBox>
#include <QPushButton>
#include <QRegularExpression>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

/** What the dialog says, its buttons included. */
QStringList wordsOf(const Failure &failure)
{
    showStartFailure(*qApp, failure, 2);
    QStringList words;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *box = qobject_cast<QMessageBox *>(widget)) {
            words << box->text() << box->informativeText();
            for (const QAbstractButton *button : box->buttons())
                words << button->text();
            delete box;
        }
    }
    return words;
}

} // namespace

/** Why the desktop cannot start, as the real options and the real core say it. */
class TestStartFailure : public QObject
{
    Q_OBJECT

private slots:
    void aGermanDialogHasNoEnglishWords_data();
    void aGermanDialogHasNoEnglishWords();
    void itStandsAsASentence();
    void itLeadsToTheSettings();

private:
    static Failure refusedOptions(const QStringList &arguments);
    Failure refusedStart(const QString &file, quint16 port = 0) const;
    QString place(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    QString garbage(const char *name) const;

    QTemporaryDir m_folder;
};

Failure TestStartFailure::refusedOptions(const QStringList &arguments)
{
    const Result<StartOptions> options =
        readStartOptions(QStringList{QStringLiteral("linewatch")} + arguments, {});
    return options ? Failure{Failure::Kind::Internal, QStringLiteral("nothing was refused")}
                   : options.failure();
}

Failure TestStartFailure::refusedStart(const QString &file, quint16 port) const
{
    MonitorSettings settings;
    settings.database.sqlitePath = file;
    settings.port = port;
    Monitor monitor(settings);
    const Result<void> started = monitor.start();
    return started ? Failure{Failure::Kind::Internal, QStringLiteral("nothing failed")} : started.failure();
}

QString TestStartFailure::garbage(const char *name) const
{
    QFile file(place(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(QByteArray(5000, 'x')) != 5000)
        qFatal("cannot write %s", name);
    return file.fileName();
}

void TestStartFailure::aGermanDialogHasNoEnglishWords_data()
{
    QTest::addColumn<std::function<Failure()>>("fail");
    const auto row = [](const char *name, const std::function<Failure()> &fail) {
        QTest::newRow(name) << fail;
    };
    const auto options = [&row](const char *name, const QStringList &arguments) {
        row(name, [arguments] { return refusedOptions(arguments); });
    };
    const QString listen = QStringLiteral("--listen");
    const QString database = QStringLiteral("--database");
    options("an unknown option", {QStringLiteral("--colour")});
    options("an option without its value", {listen});
    options("an unknown command", {QStringLiteral("serve")});
    options("no address", {listen, QStringLiteral("here")});
    options("an address for others", {listen, QStringLiteral("0.0.0.0:8080")});
    options("another engine", {database, QStringLiteral("mysql://host/plant")});
    options("no engine", {database, QStringLiteral("plant.db")});
    options("a store for the demo", {QStringLiteral("--demo"), database, QStringLiteral("sqlite:/a.db")});
    options("no settings file", {QStringLiteral("--config"), QStringLiteral("/no/such.ini")});
    options("no INI file", {QStringLiteral("--config"), QStringLiteral("/proc/self/exe")});
    row("a store in use", [this] {
        MonitorSettings settings;
        settings.database.sqlitePath = place("plant.db");
        settings.port = 0;
        Monitor owner(settings);
        return owner.start().ok() ? refusedStart(place("plant.db")) : Failure{};
    });
    row("no store of ours", [this] { return refusedStart(garbage("garbage.db")); });
    row("no folder for it", [this] { return refusedStart(QStringLiteral("/proc/nowhere/a.db")); });
    row("a folder in its place", [this] { return refusedStart(m_folder.path()); });
    row("an address in use", [this] {
        QTcpServer squatter;
        return squatter.listen(QHostAddress::LocalHost)
            ? refusedStart(place("free.db"), squatter.serverPort())
            : Failure{};
    });
}

void TestStartFailure::aGermanDialogHasNoEnglishWords()
{
    static const QRegularExpression english(
        QStringLiteral("\\b(the|is|are|it|of|to|for|with|and|or|which|this|that|one|other|another|cannot|"
                       "choose|give|see|use|used|already|bound|unknown|missing|close|cancel|ok|file|folder|"
                       "directory|denied|open|database|store|failed|error)\\b"),
        QRegularExpression::CaseInsensitiveOption);
    QFETCH(const std::function<Failure()>, fail);
    const QStringList inEnglish = wordsOf(fail());
    QCOMPARE(inEnglish.size(), 3);
    QVERIFY2(english.match(inEnglish[1]).hasMatch(), qPrintable(inEnglish[1]));

    const Translations german{QLocale(QLocale::German)};
    const QStringList inGerman = wordsOf(fail());
    QCOMPARE(inGerman.size(), 3);
    for (qsizetype i = 0; i < inGerman.size(); ++i) {
        QVERIFY2(inGerman[i] != inEnglish[i], qPrintable(inGerman[i]));
        QString words = inGerman[i];
        words.remove(m_folder.path()).remove(QRegularExpression(QStringLiteral("--\\w+")));
        QVERIFY2(!english.match(words).hasMatch(), qPrintable(inGerman[i]));
    }
}

void TestStartFailure::itStandsAsASentence()
{
    QCOMPARE(wordsOf({Failure::Kind::Refused, QStringLiteral("there is no store")})[1],
             QStringLiteral("There is no store."));
    QCOMPARE(wordsOf({Failure::Kind::Refused, QStringLiteral("No. See --help.")})[1],
             QStringLiteral("No. See --help."));
}

void TestStartFailure::itLeadsToTheSettings()
{
    QWidget settings;
    showStartFailure(*qApp, {Failure::Kind::Refused, QStringLiteral("there is no store")}, 2,
                     [&settings] { settings.show(); });
    QMessageBox *box = nullptr;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *candidate = qobject_cast<QMessageBox *>(widget))
            box = candidate;
    }
    QVERIFY(box);
    for (QAbstractButton *button : box->buttons()) {
        if (button->text().contains(QStringLiteral("Settings")))
            button->click();
    }
    QVERIFY(settings.isVisible());
    QVERIFY(QApplication::quitOnLastWindowClosed());
}

LINEWATCH_WIDGET_TEST(TestStartFailure)
#include "tst_startfailure.moc"
