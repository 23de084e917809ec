// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktop/startfailure.h"
#include "monitor/exportjob.h"
#include "support/testprogram.h"
#include "ui/cutfinder.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/connectdialog.h"
#include "ui/dialogs/demopanel.h"
#include "ui/dialogs/entrydialog.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/dialogs/lineform.h"
#include "ui/dialogs/machineform.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/models/settingsdraft.h"
#include "ui/textrecorder.h"

#include <QDir>
#include <QLabel>
#include <QMessageBox>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::string_view_literals;

namespace {

QString longName(int number)
{
    return QStringLiteral("Final assembly and end-of-line testing hall 12, north wing %1").arg(number);
}

/** The languages that are in the program, 'en' among them. */
QStringList languages()
{
    QStringList codes;
    for (const QString &file :
         QDir(QStringLiteral(":/linewatch/translations")).entryList({QStringLiteral("*.qm")}))
        codes << file.section(QLatin1Char('_'), 1).section(QLatin1Char('.'), 0, 0);
    return codes;
}

struct Plant {
    const char *name = nullptr;
    LiveSnapshotPtr snapshot = {}; ///< null: nothing came yet
    QStringList names = {};        ///< that the plant gave, where they may be too long
    QVariantMap settings = {};
    QString problem = {};
};

std::vector<Plant> plants()
{
    QStringList names;
    for (int i = 0; i < 100; ++i)
        names << longName(i);
    const LiveSnapshotPtr usual = shared(madeSnapshot({.lines = 8, .machinesPerLine = 12}));
    const auto text = [](const char *latin1) { return QString::fromLatin1(latin1); };
    const QVariantMap range{{text("view/shownWindow"), text("range")},
                            {text("view/shownFrom"), text("2026-01-14T20:00:00Z")},
                            {text("view/shownTo"), text("2026-02-15T20:00:00Z")}};
    return {
        {"usual", usual},
        {"compact", usual, {}, {{text("grid/density"), text("compact")}, {text("grid/order"), text("rate")}}},
        {"nothing found", usual, {}, {{text("grid/filter"), text("M-999")}}},
        {"a problem, a range",
         usual,
         {},
         range,
         text("The database cannot be reached. Events are kept on this "
              "computer and are applied when it is back. Check the "
              "network or the database server.")},
        {"long names",
         shared(madeSnapshot(
             {.lineName = longName,
              .machineName = [](int line, int machine) { return longName(line * 10 + machine); }})),
         names},
        {"empty", shared(madeSnapshot({.lines = 0}))},
        {"no defects", shared(madeSnapshot({.defectsPerMinute = 0, .gapInTrend = true}))},
        {"waiting", nullptr}};
}

LiveSnapshotPtr ofTheStore(const LiveSnapshotPtr &live)
{
    LiveSnapshot stored = *live;
    stored.origin = SnapshotOrigin::StorePast;
    return shared(std::move(stored));
}

constexpr QSize sizes[] = {{1366, 768}, {1920, 1080}, {3840, 2160}};

} // namespace

/** Whatever the size of the window and of the text: what is written can be read. */
class TestNothingIsCut : public QObject
{
    Q_OBJECT

private slots:
    void theFinderFindsWhatIsCut();
    void allThatIsPaintedIsSeen();
    void inTheWindow_data() { addRows(); }
    void inTheWindow();
    void inTheSettings_data() { addRows(); }
    void inTheSettings();
    void inDialogs_data() { addRows(); }
    void inDialogs();
    void afterASwitchOfTextSize();

private:
    static void addRows()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::addColumn<int>("percent");
        for (const QString &language : languages()) {
            for (const char *theme : {"light", "dark"}) {
                for (const int percent : {100, 125, 150, 200}) {
                    if (theme == "dark"sv && percent != 100)
                        continue; // colours move nothing
                    QTest::addRow("%s, %s, %d %%", qPrintable(language), theme, percent)
                        << language << QString::fromLatin1(theme) << percent;
                }
            }
        }
    }

    struct Shown {
        Shown(const QString &language, const QString &theme, int percent, const Plant &plant = {})
            : settings(home.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat)
        {
            QLocale::setDefault(QLocale(language));
            settings.setValue(QStringLiteral("view/language"), language);
            settings.setValue(QStringLiteral("view/theme"), theme);
            settings.setValue(QStringLiteral("view/textPercent"), percent);
            for (auto it = plant.settings.begin(); it != plant.settings.end(); ++it)
                settings.setValue(it.key(), it.value());
            window = std::make_unique<MainWindow>(settings, Formats(QLocale(language), madeFormats().zone()));
            window->showEndpoint(QUrl(QStringLiteral("http://127.0.0.1:8080")));
            window->showStoreText(QStringLiteral("SQLite, ok"));
        }

        const QTemporaryDir home;
        QSettings settings;
        std::unique_ptr<MainWindow> window;
    };
};

/** Layouts settle in events that they post themselves, some of them in answer to others. */
static void settle(QWidget &window)
{
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    for (int i = 0; i < 5; ++i)
        QCoreApplication::sendPostedEvents();
    bool isSettled = false;
    QTimer::singleShot(0, &window, [&isSettled] { isSettled = true; });
    QTRY_VERIFY(isSettled);
}

void TestNothingIsCut::theFinderFindsWhatIsCut()
{
    QWidget window;
    window.resize(200, 100);
    QLabel fits(QStringLiteral("fits"), &window);
    fits.setGeometry(0, 0, 150, 30);
    window.show();
    settle(window);
    QCOMPARE(textsPaintedBy(fits).size(), 1U);
    QCOMPARE(cutTexts(window, {}), QStringList());

    fits.setText(QStringLiteral("a text that is far too long for its place"));
    QVERIFY(!cutTexts(window, {}).isEmpty());
    fits.setText(QStringLiteral("fits"));
    fits.move(180, 0);
    QVERIFY(!cutTexts(window, {}).isEmpty());
    fits.setGeometry(0, 0, 150, 3);
    QVERIFY(!cutTexts(window, {}).isEmpty());
}

/** Or the finder would look at nothing where widgets paint themselves. */
void TestNothingIsCut::allThatIsPaintedIsSeen()
{
    const Shown shown(QStringLiteral("en"), QStringLiteral("light"), 100);
    MainWindow &window = *shown.window;
    window.resize(sizes[1]);
    window.show();
    window.showSnapshot(shared(madeSnapshot()));
    settle(window);
    QString seen;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        for (const PaintedText &text : textsPaintedBy(*widget))
            seen += text.text + QLatin1Char('\n');
    }
    for (const char *words :
         {"Overview", "From – to…", "Live, updated", "Machines", "of 40 healthy", "corrections",
          "grouped by line", "By name", "Mould 3", "M-401", "nothing in this window", "Top defect lines",
          "Press 2", "Other (6)", "100 %", "dashed: 80 %", "13:30", "events/s"})
        QVERIFY2(seen.contains(QString::fromUtf8(words)), words);
}

void TestNothingIsCut::inTheWindow()
{
    QFETCH(const QString, language);
    QFETCH(const QString, theme);
    QFETCH(const int, percent);
    for (const Plant &plant : plants()) {
        const Shown shown(language, theme, percent, plant);
        MainWindow &window = *shown.window;
        window.showProblem(plant.problem);
        window.show();
        if (window.storeWindow())
            window.showStoreSnapshot(ofTheStore(plant.snapshot));
        else
            window.showSnapshot(plant.snapshot);
        for (const QSize size : sizes) {
            window.resize(size);
            settle(window);
            QCOMPARE(window.size(), size);
            const QStringList cut = cutTexts(window, plant.names);
            const QString where =
                QStringLiteral("%1 at %2:\n").arg(QLatin1String(plant.name)).arg(size.width());
            QVERIFY2(cut.isEmpty(), qPrintable(where + cut.join(QLatin1Char('\n'))));
        }
    }
}

/** With all that can be wrong, which takes the most room. */
void TestNothingIsCut::inTheSettings()
{
    QFETCH(const QString, language);
    QFETCH(const QString, theme);
    QFETCH(const int, percent);
    const Shown shown(language, theme, percent);
    MainWindow &window = *shown.window;
    const QString path = shown.home.filePath(QStringLiteral("linewatch.ini"));
    SettingsFile file(
        {path, path, {{QStringLiteral("spool/maxBytes"), {QStringLiteral("0"), QStringLiteral("--spool")}}}});
    SettingsDraft draft(file);
    window.setSettings(draft);
    window.show();
    QTest::keyClick(&window, Qt::Key_Comma, Qt::ControlModifier);
    for (const bool isWrong : {false, true}) {
        for (const SettingKey &key : settingKeys())
            draft.setText(key.name, isWrong ? QStringLiteral("0.0.0.0:wrong") : QString(key.standard));
        for (const QSize size : sizes) {
            window.resize(size);
            settle(window);
            const QStringList cut = cutTexts(window, {});
            QVERIFY2(
                cut.isEmpty(),
                qPrintable(QString::number(size.width()) + QLatin1Char('\n') + cut.join(QLatin1Char('\n'))));
        }
    }
    draft.revert(); // or closing would ask
    for (const Place::Part part : {Place::Part::Machines, Place::Part::Lines}) {
        window.openLink(linkTo(Place::settings(part)));
        for (const QSize size : sizes) {
            window.resize(size);
            settle(window);
            const QStringList cut = cutTexts(window, {});
            QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
        }
    }
}

void TestNothingIsCut::inDialogs()
{
    QFETCH(const QString, language);
    QFETCH(const QString, theme);
    QFETCH(const int, percent);
    RegistryDesk desk;
    const Shown shown(language, theme, percent);
    MainWindow &window = *shown.window;
    window.resize(sizes[0]);
    window.show();

    showAbout(&window, QStringLiteral("SQLite 3.40.1"));
    (new RangeDialog(window.formats(), {madeNow() - std::chrono::hours{1}, madeNow()}, madeNow(), &window))
        ->show();
    (new RangeDialog(window.formats(), {madeNow(), madeNow() - std::chrono::hours{1}}, madeNow(), &window))
        ->show();
    (new ExportDialog({madeNow() - std::chrono::hours{1}, madeNow()}, {}, window.formats(), &window))->show();
    (new DemoPanel({{MachineId(QStringLiteral("M-101"))}, {LineId(QStringLiteral("Press 2"))}}, {}, &window))
        ->show();
    (new EntryDialog(desk, new MachineForm({MachineId(QStringLiteral("M-101"))}, {}, window.formats()),
                     window.themes(), &window))
        ->show();
    (new EntryDialog(desk, new LineForm({LineId(QStringLiteral("Press 2"))}), window.themes(), &window))
        ->show();
    auto *connecting = new ConnectDialog(QUrl(QStringLiteral("http://127.0.0.1:8080")), window.themes(),
                                         window.formats(), &window);
    connecting->show();
    connecting->resize(connecting->size().boundedTo(sizes[0]));
    showStartFailure(
        *qApp,
        {Failure::Kind::Refused,
         QStringLiteral("The store /home/plant/.local/share/linewatch/linewatch.db is in use by another "
                        "Linewatch. Close that one, or start this one with a store of its own.")},
        2);
    QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        if (auto *box = qobject_cast<QMessageBox *>(widget); box && !box->parentWidget())
            dialogs << box;
    }
    QCOMPARE(dialogs.size(), 9);
    const std::unique_ptr<QDialog> startFailure(dialogs.last());
    for (QDialog *dialog : dialogs) {
        settle(*dialog);
        QVERIFY2(dialog->width() <= sizes[0].width() && dialog->height() <= sizes[0].height(),
                 qPrintable(QStringLiteral("%1: %2x%3")
                                .arg(dialog->windowTitle())
                                .arg(dialog->width())
                                .arg(dialog->height())));
        const QStringList cut = cutTexts(*dialog, {});
        QVERIFY2(cut.isEmpty(),
                 qPrintable(dialog->windowTitle() + QLatin1Char('\n') + cut.join(QLatin1Char('\n'))));
    }
}

void TestNothingIsCut::afterASwitchOfTextSize()
{
    const Shown shown(QStringLiteral("en"), QStringLiteral("light"), 100);
    MainWindow &window = *shown.window;
    window.resize(sizes[0]);
    window.show();
    window.showSnapshot(shared(madeSnapshot()));
    for (const Qt::Key key : {Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Plus, Qt::Key_Minus, Qt::Key_0}) {
        const QImage before = window.grab().toImage();
        QTest::keyClick(&window, key, Qt::ControlModifier);
        settle(window);
        QVERIFY(window.grab().toImage() != before);
        const QStringList cut = cutTexts(window, {});
        QVERIFY2(cut.isEmpty(), qPrintable(cut.join(QLatin1Char('\n'))));
    }
    QTest::keyClick(&window, Qt::Key_Plus, Qt::ControlModifier);
    QCOMPARE(shown.settings.value(QStringLiteral("view/textPercent")).toInt(), 125);
}

LINEWATCH_WIDGET_TEST(TestNothingIsCut)
#include "tst_nothingiscut.moc"
