// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "model/systemclock.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/mainwindow/keptgrid.h"
#include "ui/mainwindow/keptwindow.h"
#include "ui/mainwindow/textsizemenu.h"
#include "ui/models/statusfacts.h"
#include "ui/pages/overviewpage.h"
#include "ui/theme/icons.h"
#include "ui/theme/portalscheme.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QActionGroup>
#include <QDBusConnection>
#include <QEvent>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr std::chrono::milliseconds calmPace{250};
constexpr QSize firstSize(1366, 768);
constexpr QSize smallestSize(1024, 600);

constexpr QLatin1String geometryKey("window/geometry");
constexpr QLatin1String themeKey("view/theme");

/** What menu actions stand for that choose no live window. */
constexpr int todayData = 0;
constexpr int rangeData = -1;

} // namespace

MainWindow::MainWindow(QSettings &settings, const Formats &formats)
    : m_settings(settings)
    , m_translations(QLocale())
    , m_formats(formats)
    , m_systemScheme(std::make_unique<PortalScheme>(QDBusConnection::sessionBus()))
    , m_themes(*m_systemScheme)
    , m_pacer(calmPace)
    , m_rail(new NavRail(m_themes, this))
    , m_header(new PageHeader(m_themes, m_formats, this))
    , m_banner(new ProblemBanner(m_themes, this))
    , m_pages(new QStackedWidget(this))
    , m_overview(new OverviewPage(m_themes, m_formats, this))
    , m_status(new StatusLine(m_themes, this))
    , m_shownWindow(keptShownWindow(settings))
{
    setWindowTitle(QStringLiteral("Linewatch"));
    setWindowIcon(applicationIcon());
    setCentralWidget(makeBody());
    centralWidget()->setFocus(); // no control is the chosen one before the user says so
    setMinimumSize(smallestSize);
    addPage(tr("Overview"), m_overview);
    makeMenus();
    restore();
    m_header->expect(m_shownWindow);
    refreshStatus();
    connect(&m_pacer, &SnapshotPacer::due, this, &MainWindow::present);
    connect(m_header, &PageHeader::exportRequested, this, &MainWindow::requestExport);
    connect(m_header, &PageHeader::liveChosen, this, &MainWindow::chooseLive);
    connect(m_header, &PageHeader::todayChosen, this, &MainWindow::chooseToday);
    connect(m_header, &PageHeader::rangeWanted, this, &MainWindow::askForRange);
    connect(m_overview, &OverviewPage::gridChoiceChanged, this,
            [this](const GridChoice &choice) { keepGridChoice(m_settings, choice); });
    connect(m_overview, &OverviewPage::demoRequested, this, &MainWindow::demoRequested);
}

QWidget *MainWindow::makeBody()
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(12);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(column, 1);

    auto *body = new QWidget(this);
    auto *layout = new QVBoxLayout(body);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    return body;
}

void MainWindow::addPage(const QString &name, QWidget *page)
{
    m_pages->addWidget(page);
    connect(m_rail, &NavRail::pageChosen, page,
            [this, name, page, number = m_pages->count() - 1](int chosen) {
                if (chosen != number)
                    return;
                m_pages->setCurrentWidget(page);
                m_header->setTitle(name);
            });
    m_rail->addPage(name);
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(tr("&Export…"), Qt::CTRL | Qt::Key_E, this, &MainWindow::requestExport);
    file->addSeparator();
    file->addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &QWidget::close);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    makeWindowMenu(*view);
    view->addSeparator();
    view->addAction(tr("Fi&nd a machine or line"), QKeySequence(QKeySequence::Find), m_overview,
                    &OverviewPage::findMachine);
    view->addSeparator();
    makeThemeMenu(*view);
    new TextSizeMenu(m_themes, m_settings, *view);
    view->addSeparator();
    m_fullScreen = view->addAction(tr("&Full screen"));
    m_fullScreen->setShortcut(Qt::Key_F11);
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("Start the &demo plant"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this,
                    &MainWindow::demoRequested);
    help->addSeparator();
    help->addAction(tr("&About Linewatch"), QKeySequence(QKeySequence::HelpContents), this,
                    [this] { showAbout(this); });
}

void MainWindow::makeWindowMenu(QMenu &view)
{
    m_windowActions = new QActionGroup(this);
    int digit = Qt::Key_1;
    const auto add = [this, &view, &digit](const QString &text, int number) {
        QAction *action = view.addAction(text);
        action->setCheckable(true);
        action->setData(number);
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(digit++)));
        m_windowActions->addAction(action);
    };
    for (const std::chrono::minutes length : offeredWindows)
        add(tr("Live, %1").arg(lastWords(length)), static_cast<int>(length.count()));
    add(tr("T&oday"), todayData);
    add(tr("F&rom – to…"), rangeData);
    connect(m_windowActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int number = action->data().toInt();
        if (number == todayData)
            chooseToday();
        else if (number == rangeData)
            askForRange();
        else
            chooseLive(std::chrono::minutes{number});
    });
}

void MainWindow::makeThemeMenu(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const ThemeChoice kept = themeChoiceFrom(m_settings.value(themeKey).toString());
    const std::tuple<ThemeChoice, QString, Qt::Key> choices[] = {
        {ThemeChoice::System, tr("As the &system"), Qt::Key_S},
        {ThemeChoice::Light, tr("&Light"), Qt::Key_L},
        {ThemeChoice::Dark, tr("&Dark"), Qt::Key_D}};
    for (const auto &[choice, text, key] : choices) {
        QAction *action = menu->addAction(text);
        action->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | key));
        action->setCheckable(true);
        action->setChecked(choice == kept);
        group->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice = choice] {
            m_themes.choose(choice);
            m_settings.setValue(themeKey, settingsName(choice));
        });
    }
    m_themes.choose(kept);
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value(geometryKey).toByteArray()))
        resize(firstSize);
    showChoice();
    m_overview->setGridChoice(keptGridChoice(m_settings));
}

void MainWindow::chooseLive(std::chrono::minutes length)
{
    ShownWindow shown = m_shownWindow;
    shown.kind = ShownWindow::Kind::Live;
    shown.live = length;
    chooseShownWindow(shown);
}

void MainWindow::chooseToday()
{
    ShownWindow shown = m_shownWindow;
    shown.kind = ShownWindow::Kind::Today;
    chooseShownWindow(shown);
}

/** Starts with the range chosen before, else with what is on screen. */
void MainWindow::askForRange()
{
    constexpr std::chrono::hours usual{8};
    const Instant now = SystemClock().now();
    TimeWindow start = m_shownWindow.range;
    if (!start.isValid())
        start = {now - usual, now};
    auto *dialog = new RangeDialog(m_formats, start, now, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        ShownWindow shown = m_shownWindow;
        shown.kind = ShownWindow::Kind::Range;
        shown.range = dialog->range();
        chooseShownWindow(shown);
    });
    connect(dialog, &QDialog::rejected, this, &MainWindow::showChoice);
    dialog->open();
}

void MainWindow::chooseShownWindow(const ShownWindow &shown)
{
    if (shown == m_shownWindow) {
        showChoice();
        return;
    }
    m_shownWindow = shown;
    m_storeProblem.clear();
    refreshProblem();
    keepShownWindow(m_settings, shown);
    showChoice();
    m_header->expect(shown);
    if (const std::optional<TimeWindow> window = storeWindow())
        emit storeWindowChosen(*window);
    else
        emit liveWindowChosen(shown.live);
}

/** A control may say something else: its user chose to say from when to when and then thought better of it.
 */
void MainWindow::showChoice()
{
    m_header->setShownWindow(m_shownWindow);
    const int number = m_shownWindow.kind == ShownWindow::Kind::Today ? todayData
        : m_shownWindow.kind == ShownWindow::Kind::Range              ? rangeData
                                                         : static_cast<int>(m_shownWindow.live.count());
    for (QAction *action : m_windowActions->actions())
        action->setChecked(action->data().toInt() == number);
}

std::optional<TimeWindow> MainWindow::storeWindow() const
{
    return m_shownWindow.fromStore(SystemClock().now(), m_formats.zone());
}

void MainWindow::showSnapshot(linewatch::LiveSnapshotPtr snapshot)
{
    if (!snapshot)
        return;
    m_live = snapshot;
    if (m_shownWindow.kind != ShownWindow::Kind::Live) {
        refreshStatus();
        return;
    }
    m_header->noteUpdate(snapshot->takenAt);
    m_pacer.offer(std::move(snapshot));
}

void MainWindow::showStoreSnapshot(const linewatch::LiveSnapshotPtr &snapshot)
{
    if (!snapshot || m_shownWindow.kind == ShownWindow::Kind::Live)
        return;
    m_storeProblem.clear();
    refreshProblem();
    m_header->noteUpdate(snapshot->takenAt);
    auto complete = std::make_shared<LiveSnapshot>(*snapshot);
    if (m_live)
        complete->ingest = m_live->ingest; // how taking in goes is of now, whatever is looked at
    m_pacer.offer(std::move(complete));
    // After midnight today is another day.
    const bool isToday = m_shownWindow.kind == ShownWindow::Kind::Today;
    if (isToday && todayAt(snapshot->takenAt, m_formats.zone()).start != snapshot->window.start)
        emit storeWindowChosen(todayAt(snapshot->takenAt, m_formats.zone()));
}

void MainWindow::showStoreFailure(const QString &reason)
{
    if (m_shownWindow.kind == ShownWindow::Kind::Live)
        return;
    m_storeProblem = tr("The store could not be read: %1 It is tried again in a while; the figures below are "
                        "older.")
                         .arg(reason.endsWith(QLatin1Char('.')) ? reason : reason + QLatin1Char('.'));
    refreshProblem();
}

void MainWindow::present(const LiveSnapshotPtr &snapshot)
{
    const bool live = m_shownWindow.kind == ShownWindow::Kind::Live;
    if (live != (snapshot->origin == SnapshotOrigin::Board))
        return; // waited while another window was chosen
    m_onScreen = snapshot;
    m_overview->showSnapshot(snapshot);
    refreshStatus();
}

void MainWindow::requestExport()
{
    if (m_onScreen)
        emit exportRequested(m_onScreen->window);
}

void MainWindow::showEndpoint(const QUrl &endpoint)
{
    m_endpoint = endpoint;
    m_overview->showEndpoint(endpoint);
    refreshStatus();
}

void MainWindow::showStoreText(const QString &text)
{
    m_storeText = text;
    refreshStatus();
}

void MainWindow::refreshStatus()
{
    m_status->setFacts(statusFacts(m_endpoint, m_storeText, m_live, m_formats));
}

void MainWindow::showProblem(const QString &problem)
{
    m_problem = problem;
    refreshProblem();
}

void MainWindow::clearProblem()
{
    m_problem.clear();
    refreshProblem();
}

void MainWindow::refreshProblem()
{
    m_banner->setProblem(m_problem.isEmpty() ? m_storeProblem : m_problem);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    pauseWhileUnseen();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    pauseWhileUnseen();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() != QEvent::WindowStateChange)
        return;
    m_fullScreen->setChecked(isFullScreen());
    pauseWhileUnseen();
}

void MainWindow::pauseWhileUnseen()
{
    m_pacer.setPaused(!isVisible() || isMinimized());
}

} // namespace linewatch::ui
