// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "ui/dialogs/about.h"
#include "ui/models/shownwindow.h"
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
constexpr QLatin1String shownMinutesKey("view/shownMinutes");

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
    , m_shownWindow(defaultWindow)
{
    setWindowTitle(QStringLiteral("Linewatch"));
    setWindowIcon(applicationIcon());
    setCentralWidget(makeBody());
    centralWidget()->setFocus(); // no control is the chosen one before the user says so
    setMinimumSize(smallestSize);
    addPage(tr("Overview"), m_overview);
    makeMenus();
    restore();
    refreshStatus();
    connect(&m_pacer, &SnapshotPacer::due, this, &MainWindow::present);
    connect(m_header, &PageHeader::windowChosen, this, &MainWindow::chooseShownWindow);
    connect(m_header, &PageHeader::exportRequested, this, &MainWindow::requestExport);
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
    file->addAction(tr("&Quit"), QKeySequence(QKeySequence::Quit), this, &QWidget::close);

    QMenu *view = menuBar()->addMenu(tr("&View"));
    makeWindowMenu(*view);
    view->addSeparator();
    makeThemeMenu(*view);
    view->addSeparator();
    m_fullScreen = view->addAction(tr("&Full screen"));
    m_fullScreen->setShortcut(Qt::Key_F11);
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("Start the &demo plant"), this, &MainWindow::demoRequested);
    help->addSeparator();
    help->addAction(tr("&About Linewatch"), this, [this] { showAbout(this); });
}

void MainWindow::makeWindowMenu(QMenu &view)
{
    m_windowActions = new QActionGroup(this);
    int digit = Qt::Key_1;
    for (const std::chrono::minutes length : offeredWindows) {
        QAction *action = view.addAction(tr("Live, %1").arg(lastWords(length)));
        action->setCheckable(true);
        action->setData(static_cast<int>(length.count()));
        action->setShortcut(QKeySequence(Qt::CTRL | static_cast<Qt::Key>(digit++)));
        m_windowActions->addAction(action);
    }
    connect(m_windowActions, &QActionGroup::triggered, this, [this](const QAction *action) {
        chooseShownWindow(std::chrono::minutes{action->data().toInt()});
    });
}

void MainWindow::makeThemeMenu(QMenu &view)
{
    QMenu *menu = view.addMenu(tr("&Theme"));
    auto *group = new QActionGroup(this);
    const ThemeChoice kept = themeChoiceFrom(m_settings.value(themeKey).toString());
    const std::pair<ThemeChoice, QString> choices[] = {{ThemeChoice::System, tr("As the &system")},
                                                       {ThemeChoice::Light, tr("&Light")},
                                                       {ThemeChoice::Dark, tr("&Dark")}};
    for (const auto &[choice, text] : choices) {
        QAction *action = menu->addAction(text);
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
    const int minutes = m_settings.value(shownMinutesKey).toInt();
    m_shownWindow = offeredOrDefault(std::chrono::minutes{minutes});
    m_header->setShownWindow(m_shownWindow);
    for (QAction *action : m_windowActions->actions())
        action->setChecked(action->data().toInt() == m_shownWindow.count());
}

void MainWindow::chooseShownWindow(std::chrono::minutes length)
{
    if (length == m_shownWindow)
        return;
    m_settings.setValue(shownMinutesKey, static_cast<int>(length.count()));
    m_shownWindow = length;
    m_header->setShownWindow(length);
    for (QAction *action : m_windowActions->actions())
        action->setChecked(action->data().toInt() == length.count());
    emit shownWindowChosen(length);
}

void MainWindow::showSnapshot(linewatch::LiveSnapshotPtr snapshot)
{
    if (!snapshot)
        return;
    m_header->noteUpdate(snapshot->takenAt);
    m_pacer.offer(std::move(snapshot));
}

void MainWindow::present(const LiveSnapshotPtr &snapshot)
{
    m_shown = snapshot;
    m_overview->showSnapshot(snapshot);
    refreshStatus();
}

void MainWindow::requestExport()
{
    if (m_shown)
        emit exportRequested(m_shown->window);
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
    m_status->setFacts(statusFacts(m_endpoint, m_storeText, m_shown, m_formats));
}

void MainWindow::showProblem(const QString &problem)
{
    m_banner->setProblem(problem);
}

void MainWindow::clearProblem()
{
    m_banner->setProblem({});
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
