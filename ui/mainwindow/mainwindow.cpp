// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "model/systemclock.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/unsavedsettings.h"
#include "ui/mainwindow/gomenu.h"
#include "ui/mainwindow/keptcolumns.h"
#include "ui/mainwindow/keptformats.h"
#include "ui/mainwindow/keptgrid.h"
#include "ui/mainwindow/seenwatch.h"
#include "ui/mainwindow/windowbody.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/models/sentence.h"
#include "ui/models/settingsdraft.h"
#include "ui/models/statusfacts.h"
#include "ui/models/storehealthtext.h"
#include "ui/pages/machinespage.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/pages/settingsparts.h"
#include "ui/theme/icons.h"
#include "ui/theme/portalscheme.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QCloseEvent>
#include <QDBusConnection>
#include <QDialog>
#include <QMenuBar>
#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QSize firstSize(1366, 768);
constexpr QSize smallestSize(1024, 600);

constexpr QLatin1String geometryKey("window/geometry");

} // namespace

MainWindow::MainWindow(QSettings &settings, const Formats &formats)
    : m_settings(settings)
    , m_systemFormats(formats)
    , m_formats(keptFormats(settings, formats))
    , m_translations(m_formats.locale())
    , m_systemScheme(std::make_unique<PortalScheme>(QDBusConnection::sessionBus()))
    , m_themes(*m_systemScheme)
    , m_registry(m_themes, *this)
    , m_navigator(settings)
    , m_links(*this, m_navigator)
    , m_choice(*this, settings)
    , m_snapshots(m_choice)
    , m_problems(m_formats)
{
    setWindowIcon(applicationIcon());
    setMinimumSize(smallestSize);
    build();
    if (!restoreGeometry(m_settings.value(geometryKey).toByteArray()))
        resize(firstSize);
    const auto *watch = new SeenWatch(*this);
    connect(watch, &SeenWatch::seen, &m_snapshots, [this](bool isSeen) { m_snapshots.setPaused(!isSeen); });
    connect(watch, &SeenWatch::fullScreenChanged, this,
            [this](bool isFull) { m_menus->showFullScreen(isFull); });
    connect(&m_snapshots, &ShownSnapshots::shown, this, &MainWindow::present);
    m_statusPause.setSingleShot(true);
    m_statusPause.setInterval(std::chrono::seconds{1});
    connect(&m_statusPause, &QTimer::timeout, this, [this] {
        if (m_isStatusLate)
            refreshStatusCalmly();
    });
    connect(&m_snapshots, &ShownSnapshots::dayChanged, this, &MainWindow::storeWindowChosen);
    connect(&m_navigator, &Navigator::placeChanged, this, [this](const Place &place) {
        m_problems.setStray({});
        m_body->showPlace(place);
    });
    connect(&m_navigator, &Navigator::windowWanted, &m_choice, &WindowChoice::chooseRange);
    connect(&m_links, &PlaceLinks::problemOccurred, &m_problems, &Problems::setStray);
    connect(&m_choice, &WindowChoice::changed, this, &MainWindow::followChoice);
    connect(&m_choice, &WindowChoice::stayed, this, &MainWindow::showChoice);
    connect(&m_problems, &Problems::changed, this, &MainWindow::refreshProblem);
}

/** What refers to members goes before them. */
MainWindow::~MainWindow()
{
    m_registry.discard();
    delete takeCentralWidget();
}

/** Body and menus in the language of the moment, showing what was shown. */
void MainWindow::build()
{
    setLocale(m_formats.locale());
    delete takeCentralWidget();
    m_body = new WindowBody(m_registry.desk(), m_themes, m_formats, this);
    setCentralWidget(m_body);
    m_body->setFocus(); // no control is the chosen one before the user says so
    connectBody();
    buildMenus();

    showChoice();
    m_body->overview().setGridChoice(keptGridChoice(m_settings));
    m_body->overview().showEndpoint(m_endpoint);
    keepColumns(m_body->events(), m_settings);
    keepColumns(m_body->lines(), m_settings);
    keepColumns(m_body->settingsParts(), m_settings);
    m_body->header().expect(m_choice.shown());
    refreshProblem();
    refreshStatus();
    refreshTitle();
    m_body->setStore(m_queries, m_rules);
    showSettings();
    m_body->showPlace(m_navigator.place());
    if (m_snapshots.onScreen())
        m_body->showSnapshot(m_snapshots.onScreen());
}

void MainWindow::connectBody()
{
    const PageHeader *header = &m_body->header();
    connect(header, &PageHeader::exportRequested, this, &MainWindow::requestExport);
    connect(header, &PageHeader::liveChosen, &m_choice, &WindowChoice::chooseLive);
    connect(header, &PageHeader::todayChosen, &m_choice, &WindowChoice::chooseToday);
    connect(header, &PageHeader::rangeWanted, this, [this] { m_choice.askForRange(m_formats); });
    const OverviewPage *overview = &m_body->overview();
    connect(overview, &OverviewPage::gridChoiceChanged, this,
            [this](const GridChoice &choice) { keepGridChoice(m_settings, choice); });
    connect(overview, &OverviewPage::demoRequested, this, &MainWindow::demoRequested);
    connect(overview, &OverviewPage::connectRequested, this, &MainWindow::connectRequested);
    connect(&m_body->settingsParts(), &SettingsParts::connectRequested, this, &MainWindow::connectRequested);
    m_registry.serve(m_body->settingsParts(), m_body->machines(), m_formats);
    connect(m_body, &WindowBody::placeChosen, &m_navigator, &Navigator::go);
    connect(m_body, &WindowBody::windowChosen, &m_choice, &WindowChoice::chooseRange);
}

void MainWindow::buildMenus()
{
    setMenuBar(new QMenuBar(this)); // the former one may be just saying that a language was chosen
    m_menus = new WindowMenus(*menuBar(), m_themes, m_settings, m_navigator);
    m_menus->showFullScreen(isFullScreen());
    connect(m_menus, &WindowMenus::exportWanted, this, &MainWindow::requestExport);
    connect(m_menus, &WindowMenus::quitWanted, this, &QWidget::close);
    connect(m_menus, &WindowMenus::liveChosen, &m_choice, &WindowChoice::chooseLive);
    connect(m_menus, &WindowMenus::todayChosen, &m_choice, &WindowChoice::chooseToday);
    connect(m_menus, &WindowMenus::rangeWanted, this, [this] { m_choice.askForRange(m_formats); });
    connect(m_menus, &WindowMenus::findWanted, this, [this] {
        m_navigator.go(Place::overview());
        m_body->overview().findMachine();
    });
    connect(&m_menus->go(), &GoMenu::findWanted, &m_links, [this] { m_links.find(m_queries, m_formats); });
    connect(&m_menus->go(), &GoMenu::copyLinkWanted, &m_links, [this] {
        m_links.copy(m_snapshots.onScreen() ? std::optional(m_snapshots.onScreen()->window) : std::nullopt);
    });
    connect(&m_menus->go(), &GoMenu::openLinkWanted, &m_links, &PlaceLinks::askForLink);
    connect(m_menus, &WindowMenus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_menus, &WindowMenus::fullScreenChosen, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_menus, &WindowMenus::connectWanted, this, &MainWindow::connectRequested);
    connect(m_menus, &WindowMenus::demoWanted, this, &MainWindow::demoRequested);
    connect(m_menus, &WindowMenus::ownPlantWanted, this, &MainWindow::ownPlantRequested);
    connect(m_menus, &WindowMenus::aboutWanted, this, [this] { showAbout(this, m_engine); });
}

void MainWindow::chooseLanguage(Language language)
{
    keepLanguage(m_settings, language);
    m_formats = keptFormats(m_settings, m_systemFormats);
    m_translations.use(m_formats.locale());
    m_problems.setFormats(m_formats);
    build();
    emit languageChanged();
}

/** Later: what is made anew then is what the user just chose in. */
void MainWindow::showSettings()
{
    m_body->settings().setSettings(m_draft, m_settings);
    connect(&m_body->settings(), &SettingsPage::appearanceChosen, this, &MainWindow::chooseAppearance,
            Qt::QueuedConnection);
    if (m_unsaved)
        connect(m_body, &WindowBody::settingsLeft, m_unsaved, &UnsavedSettings::askWhenLeft);
}

void MainWindow::setSettings(SettingsDraft &draft)
{
    m_draft = &draft;
    m_unsaved = new UnsavedSettings(draft, *this);
    connect(m_unsaved, &UnsavedSettings::returnWanted, this, [this] { m_navigator.go(Place::settings()); });
    m_body->settings().disconnect(this);
    showSettings();
}

void MainWindow::chooseAppearance(const QString &key, const QString &value)
{
    m_settings.setValue(key, value);
    const bool isOtherZone = keptFormats(m_settings, m_systemFormats).zone() != m_formats.zone();
    chooseLanguage(keptLanguage(m_settings)); // all is made anew, as what is kept says
    m_body->settings().focusOn(key);
    if (isOtherZone && m_choice.shown().kind == ShownWindow::Kind::Today)
        emit storeWindowChosen(*storeWindow());
}

void MainWindow::followChoice()
{
    m_problems.setUnread({});
    showChoice();
    m_body->header().expect(m_choice.shown());
    if (const std::optional<TimeWindow> window = storeWindow()) {
        showTime(*window);
        emit storeWindowChosen(*window);
    } else {
        emit liveWindowChosen(m_choice.shown().live);
    }
}

/** Pages ask for it at once; the Overview's answer may take longer than theirs. */
void MainWindow::showTime(const TimeWindow &window)
{
    const Instant now = SystemClock().now();
    if (window.start < now)
        m_body->setShownTime({{window.start, std::min(window.end, now)}, window.end > now});
}

void MainWindow::showChoice()
{
    m_body->header().setShownWindow(m_choice.shown());
    m_menus->showChoice(m_choice.shown());
}

void MainWindow::showSnapshot(linewatch::LiveSnapshotPtr snapshot)
{
    if (!snapshot)
        return;
    m_problems.setBoardUnread({});
    m_snapshots.offerLive(std::move(snapshot));
    if (!m_choice.isLive())
        refreshStatusCalmly();
}

void MainWindow::showStoreSnapshot(const linewatch::LiveSnapshotPtr &snapshot)
{
    if (!snapshot || m_choice.isLive())
        return;
    m_problems.setUnread({});
    m_snapshots.offerRead(snapshot, m_formats.zone());
}

void MainWindow::showStoreHealth(const StoreHealth &health)
{
    m_problems.setHealth(health);
    refreshStatus();
}

void MainWindow::present(const LiveSnapshotPtr &snapshot)
{
    m_body->showSnapshot(snapshot);
    refreshStatusCalmly();
}

void MainWindow::requestExport()
{
    if (m_snapshots.onScreen())
        emit exportRequested(m_snapshots.onScreen()->window);
}

void MainWindow::setStore(StoreQueries *queries, const StateRules &rules, RegistryEditor *editor)
{
    m_registry.setStore(queries, editor, rules);
    m_queries = queries;
    m_rules = rules;
    m_body->setStore(queries, rules);
}

void MainWindow::showEndpoint(const QUrl &endpoint)
{
    m_endpoint = endpoint;
    m_body->overview().showEndpoint(endpoint);
    m_isViewer = endpoint.isEmpty();
    refreshTitle();
    refreshStatus();
}

void MainWindow::showStoreText(const QString &text)
{
    m_storeText = text;
    refreshStatus();
}

/** Figures that change four times a second cannot be read, and cost a page that is on screen its calm. */
void MainWindow::refreshStatusCalmly()
{
    m_isStatusLate = m_statusPause.isActive();
    if (m_isStatusLate)
        return;
    refreshStatus();
    m_statusPause.start();
}

void MainWindow::refreshStatus()
{
    std::vector<TextParts> facts = statusFacts(m_endpoint, m_storeText, m_snapshots.live(), m_formats);
    std::ranges::move(spaceFacts(m_problems.health().space, m_formats), std::back_inserter(facts));
    m_body->status().setFacts(std::move(facts));
}

void MainWindow::showDemo(bool isDemo)
{
    if (isDemo == m_isDemo)
        return;
    for (QDialog *dialog : findChildren<QDialog *>(QString(), Qt::FindDirectChildrenOnly)) {
        if (dialog->isModal())
            dialog->reject(); // it is about what is left
    }
    m_isDemo = isDemo;
    m_queries = nullptr;
    m_snapshots.forget();
    m_problems.forget();
    m_navigator.showDemo(isDemo);
    m_choice.showDemo(isDemo);
    build();
}

void MainWindow::refreshTitle()
{
    m_menus->showDemo(m_isDemo);
    m_body->header().setBadge(m_isDemo ? tr("Demo") : QString(), m_menus->demoActions());
    if (m_isDemo)
        setWindowTitle(tr("Demo plant – Linewatch"));
    else
        setWindowTitle(m_isViewer ? tr("Viewer – Linewatch") : QStringLiteral("Linewatch"));
}

void MainWindow::refreshProblem()
{
    m_body->banner().setProblem(m_problems.worst());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings.setValue(geometryKey, saveGeometry());
    QMainWindow::closeEvent(event);
}

} // namespace linewatch::ui
