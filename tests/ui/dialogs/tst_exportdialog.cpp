// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/teststore.h"
#include "model/samples.h"
#include "monitor/exportjob.h"
#include "report/filesink.h"
#include "support/testprogram.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/mainwindow.h"
#include "ui/mainwindow/translations.h"

#include <QAction>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPointer>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSemaphore>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace linewatch::ui;

namespace {

const TimeWindow window{at("2026-01-15T12:00:00Z"), at("2026-01-15T14:00:00Z")};
constexpr int eventCount = 5000;

} // namespace

/** The dialog over a real store, real files and, where it matters, the real window. */
class TestExportDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();
    void itWritesWhatWasChosen_data();
    void itWritesWhatWasChosen();
    void theProposedNameFollowsTheChoiceUntilTheUserTypes();
    void theWindowStaysUsableWhileItRuns();
    void cancelLeavesNothing();
    void aFileThatIsThereIsAskedFor();
    void aFailureSaysWhatToDoAndCanBeTriedAgain();
    void aFailureSpeaksTheLanguageOfTheWindow();
    void closingTheDialogMeanwhileAsks();
    void closingTheWindowMeanwhileAsks();
    void anAbandonedExportLeavesNothing();
    void everythingIsReachedByKeyboardAndHasAName();
    void theWindowAsksForItWithMenuKeyAndButton();

private:
    void open();
    void begin();
    QPushButton *button(const QString &text) const;
    static QPushButton *button(const QWidget *parent, const QString &text);
    QLineEdit *file() const { return m_dialog->findChild<QLineEdit *>(); }
    QString target(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    QStringList names() const { return QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden); }
    bool says(const QString &words) const;

    TestStore m_store;
    QSemaphore m_gate; ///< exports open their file only after they have got something from here
    std::unique_ptr<QTemporaryDir> m_folder; ///< for exports alone
    std::unique_ptr<QTemporaryDir> m_home;
    std::unique_ptr<QSettings> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QPointer<ExportDialog> m_dialog;
};

void TestExportDialog::initTestCase()
{
    m_store.insertMany(
        eventCount,
        [](int number) {
            return payloadOf(number % 2 ? "M-1" : "M-2", window.start + std::chrono::seconds{number}, 1,
                             "LINE-A");
        },
        window.end);
}

void TestExportDialog::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_home = std::make_unique<QTemporaryDir>();
    m_settings =
        std::make_unique<QSettings>(m_home->filePath(QStringLiteral("settings.ini")), QSettings::IniFormat);
    m_window = std::make_unique<MainWindow>(*m_settings, madeFormats());
    m_window->show();
    open();
    file()->setText(target("a.csv"));
}

void TestExportDialog::cleanup()
{
    m_gate.release(10); // an export that still waits must see that it was cancelled
    m_window.reset();
    m_gate.acquire(m_gate.available());
}

void TestExportDialog::open()
{
    m_dialog = new ExportDialog(
        window,
        [this](const ReportRequest &request, const QString &path) {
            return std::make_unique<ExportJob>(
                ExportOrder{.database = m_store.url(),
                            .request = request,
                            .healthThreshold = 2.0,
                            .openSink = [this, path]() -> Result<std::unique_ptr<ExportSink>> {
                                m_gate.acquire();
                                return FileSink::open(path);
                            }});
        },
        madeFormats(), m_window.get());
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    m_dialog->show();
}

void TestExportDialog::begin()
{
    QTest::mouseClick(button(QStringLiteral("Export")), Qt::LeftButton);
    QVERIFY(m_dialog->isRunning());
}

QPushButton *TestExportDialog::button(const QString &text) const
{
    return button(m_dialog, text);
}

QPushButton *TestExportDialog::button(const QWidget *parent, const QString &text)
{
    for (QPushButton *candidate : parent->findChildren<QPushButton *>()) {
        if (candidate->text().remove(QLatin1Char('&')) == text)
            return candidate;
    }
    qFatal("there is no button %s", qPrintable(text));
}

bool TestExportDialog::says(const QString &words) const
{
    const auto labels = m_dialog->findChildren<QLabel *>();
    return std::any_of(labels.begin(), labels.end(),
                       [&words](const QLabel *label) { return label->text().contains(words); });
}

void TestExportDialog::itWritesWhatWasChosen_data()
{
    QTest::addColumn<QString>("choice");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("health") << QStringLiteral("Machine health") << 2 << QByteArray("machineId,");
    QTest::newRow("lines") << QStringLiteral("Top defect lines") << 1 << QByteArray("lineId,");
    QTest::newRow("events") << QStringLiteral("Events") << eventCount << QByteArray("eventId,");
}

void TestExportDialog::itWritesWhatWasChosen()
{
    QFETCH(QString, choice);
    QFETCH(int, rows);
    QFETCH(QByteArray, head);
    for (QRadioButton *radio : m_dialog->findChildren<QRadioButton *>()) {
        if (radio->text().remove(QLatin1Char('&')).startsWith(choice))
            radio->click();
    }
    m_gate.release();
    begin();
    QTRY_VERIFY(!m_dialog->isRunning());
    QVERIFY(says(QStringLiteral("Done")));
    QVERIFY(says(madeFormats().count(rows)));
    QFile written(target("a.csv"));
    QVERIFY(written.open(QIODevice::ReadOnly));
    const QByteArray bytes = written.readAll();
    QVERIFY(bytes.startsWith(head));
    QCOMPARE(bytes.count('\n'), rows + 1);
    QCOMPARE(m_dialog->findChild<QProgressBar *>()->value(),
             m_dialog->findChild<QProgressBar *>()->maximum());
    QVERIFY(button(QStringLiteral("Open folder"))->isVisible());
    QCOMPARE(names(), QStringList{QStringLiteral("a.csv")});
}

void TestExportDialog::theProposedNameFollowsTheChoiceUntilTheUserTypes()
{
    m_dialog->close();
    open();
    QVERIFY(file()->text().endsWith(QStringLiteral("linewatch-health-2026-01-15-1300-1500.csv")));
    m_dialog->findChildren<QRadioButton *>().at(2)->click();
    QVERIFY(file()->text().endsWith(QStringLiteral("linewatch-events-2026-01-15-1300-1500.csv")));
    file()->selectAll();
    QTest::keyClicks(file(), QStringLiteral("mine.csv"));
    m_dialog->findChildren<QRadioButton *>().at(1)->click();
    QCOMPARE(file()->text(), QStringLiteral("mine.csv"));
    file()->clear();
    QVERIFY(!button(QStringLiteral("Export"))->isEnabled());
}

void TestExportDialog::theWindowStaysUsableWhileItRuns()
{
    begin();
    QVERIFY(!m_dialog->isModal());
    QVERIFY(!button(QStringLiteral("Export"))->isEnabled());
    m_window->showSnapshot(shared(madeSnapshot()));
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    const QSignalSpy chosen(m_window.get(), &MainWindow::liveWindowChosen);
    QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier);
    QCOMPARE(chosen.count(), 1);
    m_gate.release();
    QTRY_VERIFY(!m_dialog->isRunning());
}

void TestExportDialog::cancelLeavesNothing()
{
    begin();
    QTest::mouseClick(button(QStringLiteral("Cancel")), Qt::LeftButton);
    m_gate.release();
    QTRY_VERIFY(!m_dialog->isRunning());
    QVERIFY(says(QStringLiteral("Nothing was written")));
    QCOMPARE(names(), QStringList());
    m_gate.release();
    begin(); // and can be begun anew
    QTRY_VERIFY(says(QStringLiteral("Done")));
}

void TestExportDialog::aFileThatIsThereIsAskedFor()
{
    QFile former(target("a.csv"));
    QVERIFY(former.open(QIODevice::WriteOnly) && former.write("before") == 6);
    former.close();
    m_gate.release(2);
    QTest::mouseClick(button(QStringLiteral("Export")), Qt::LeftButton);
    QVERIFY(!m_dialog->isRunning());
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QTest::mouseClick(button(question, QStringLiteral("Replace")), Qt::LeftButton);
    QTRY_VERIFY(says(QStringLiteral("Done")));
    QVERIFY(QFileInfo(target("a.csv")).size() > 6);
}

void TestExportDialog::aFailureSaysWhatToDoAndCanBeTriedAgain()
{
    file()->setText(QStringLiteral("/dev/full"));
    m_gate.release(2);
    begin();
    QTRY_VERIFY(!m_dialog->isRunning());
    QVERIFY(says(QStringLiteral("cannot write /dev/full: No space left on device. Make room")));
    QVERIFY(!button(QStringLiteral("Open folder"))->isVisible());
    file()->setText(target("b.csv"));
    begin();
    QTRY_VERIFY(says(QStringLiteral("Done")));
}

void TestExportDialog::aFailureSpeaksTheLanguageOfTheWindow()
{
    m_dialog->close();
    const Translations german{QLocale(QLocale::German)};
    open();
    file()->setText(QStringLiteral("/dev/full"));
    m_gate.release();
    QTest::mouseClick(button(QStringLiteral("Exportieren")), Qt::LeftButton);
    QTRY_VERIFY(!m_dialog->isRunning());
    QVERIFY(says(QString::fromUtf8(
        "/dev/full kann nicht geschrieben werden: Auf dem Datenträger ist kein Platz mehr.")));
    QVERIFY(!says(QStringLiteral("cannot")));
}

void TestExportDialog::closingTheDialogMeanwhileAsks()
{
    begin();
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY(m_dialog->isVisible());
    QTest::mouseClick(button(question, QStringLiteral("Go on exporting")), Qt::LeftButton);
    QVERIFY(m_dialog->isRunning());
    m_gate.release();
    QTRY_VERIFY(says(QStringLiteral("Done")));
    QTest::keyClick(m_dialog, Qt::Key_Escape);
    QTRY_VERIFY(!m_dialog);
}

void TestExportDialog::closingTheWindowMeanwhileAsks()
{
    begin();
    QVERIFY(!m_window->close());
    QVERIFY(m_window->isVisible());
    auto *question = m_dialog->findChild<QMessageBox *>();
    QVERIFY(question);
    QVERIFY(!m_window->close()); // asks once
    QCOMPARE(m_dialog->findChildren<QMessageBox *>().size(), 1);
    QTest::mouseClick(button(question, QStringLiteral("Stop the export")), Qt::LeftButton);
    QTRY_VERIFY(!m_window->isVisible());
    m_gate.release();
    QTRY_VERIFY(!m_dialog->isRunning());
    QCOMPARE(names(), QStringList());
    QVERIFY(m_window->close() || !m_window->isVisible());
}

void TestExportDialog::anAbandonedExportLeavesNothing()
{
    begin();
    m_dialog->cancelExport(); // as a signal that ends the program does
    QVERIFY(m_window->close());
    m_gate.release();
    m_window.reset();
    QVERIFY(!m_dialog);
    QCOMPARE(names(), QStringList());
}

void TestExportDialog::everythingIsReachedByKeyboardAndHasAName()
{
    QSet<QWidget *> reached;
    m_dialog->activateWindow();
    for (QWidget *widget = m_dialog->nextInFocusChain(); widget != m_dialog;
         widget = widget->nextInFocusChain()) {
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisible())
            reached.insert(widget);
    }
    QVERIFY(reached.contains(file()));
    QVERIFY(reached.contains(button(QStringLiteral("Browse…"))));
    QVERIFY(reached.contains(button(QStringLiteral("Export"))));
    for (const QWidget *widget : reached) {
        const auto *asButton = qobject_cast<const QAbstractButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (asButton && !asButton->text().isEmpty()),
                 widget->metaObject()->className());
    }
    m_gate.release();
    file()->setFocus();
    QTest::keyClick(file(), Qt::Key_Return); // the default button
    QTRY_VERIFY(says(QStringLiteral("Done")));
}

void TestExportDialog::theWindowAsksForItWithMenuKeyAndButton()
{
    m_dialog->close();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QList<TimeWindow> asked;
    connect(m_window.get(), &MainWindow::exportRequested, this,
            [&asked](TimeWindow shown) { asked << shown; });
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QVERIFY(asked.isEmpty()); // there is nothing on screen yet
    const LiveSnapshotPtr snapshot = shared(madeSnapshot());
    m_window->showSnapshot(snapshot);
    QTest::keyClick(m_window.get(), Qt::Key_E, Qt::ControlModifier);
    QTest::mouseClick(button(m_window.get(), QStringLiteral("Export…")), Qt::LeftButton);
    QCOMPARE(asked, (QList<TimeWindow>{snapshot->window, snapshot->window}));
}

LINEWATCH_WIDGET_TEST(TestExportDialog)
#include "tst_exportdialog.moc"
