// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/mainwindow.h"

#include "model/systemclock.h"
#include "ui/dialogs/about.h"
#include "ui/dialogs/finddialog.h"
#include "ui/dialogs/linkdialog.h"
#include "ui/dialogs/rangedialog.h"
#include "ui/dialogs/unsavedsettings.h"
#include "ui/mainwindow/gomenu.h"
#include "ui/mainwindow/keptcolumns.h"
#include "ui/mainwindow/keptformats.h"
#include "ui/mainwindow/keptgrid.h"
#include "ui/mainwindow/keptwindow.h"
#include "ui/mainwindow/windowbody.h"
#include "ui/mainwindow/windowmenus.h"
#include "ui/models/settingsdraft.h"
#include "ui/models/statusfacts.h"
#include "ui/models/storehealthtext.h"
#include "ui/models/storesnapshot.h"
#include "ui/pages/overviewpage.h"
#include "ui/pages/settingspage.h"
#include "ui/theme/icons.h"
#include "ui/theme/portalscheme.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QDBusConnection>
#include <QEvent>
#include <QGuiApplication>
#include <QHideEvent>
#include <QMenuBar>
#include <QSettings>
#include <QShowEvent>

namespace linewatch::ui {

namespace {

constexpr std::chrono::milliseconds calmPace{250};
constexpr QSize firstSize(1366, 768);
constexpr QSize smallestSize(1024, 600);

constexpr QLatin1String geometryKey("window/geometry");

QString asSentence(const QString &reason)
{
    return reason.endsWith(QLatin1Char('.')) ? reason : reason + QLatin1Char('.');
}

} // namespace

MainWindow::MainWindow(QSettings &settings, const Formats &formats)
    : m_settings(settings)
    , m_systemFormats(formats)
    , m_formats(keptFormats(settings, formats))
    , m_translations(m_formats.locale())
    , m_systemScheme(std::make_unique<PortalScheme>(QDBusConnection::sessionBus()))
    , m_themes(*m_systemScheme)
    , m_pacer(calmPace)
    , m_navigator(settings)
    , m_shownWindow(keptShownWindow(settings))
{
    setWindowIcon(applicationIcon());
    setMinimumSize(smallestSize);
    build();
    if (!restoreGeometry(m_settings.value(geometryKey).toByteArray()))
        resize(firstSize);
    connect(&m_pacer, &SnapshotPacer::due, this, &MainWindow::present);
    connect(&m_navigator, &Navigator::placeChanged, this,
            [this](const Place &place) { m_body->showPlace(place); });
    connect(&m_navigator, &Navigator::windowWanted, this, &MainWindow::chooseRange);
}

/** Body and menus in the language of the moment, showing what was shown. */
void MainWindow::build()
{
    setLocale(m_formats.locale());
    delete takeCentralWidget();
    m_body = new WindowBody(m_themes, m_formats, this);
    setCentralWidget(m_body);
    m_body->setFocus(); // no control is the chosen one before the user says so
    connectBody();
    buildMenus();

    showChoice();
    m_body->overview().setGridChoice(keptGridChoice(m_settings));
    m_body->overview().showEndpoint(m_endpoint);
    keepColumns(m_body->events(), m_settings);
    m_body->header().expect(m_shownWindow);
    refreshProblem();
    refreshStatus();
    refreshTitle();
    m_body->setStore(m_queries, m_rules);
    showSettings();
    m_body->showPlace(m_navigator.place());
    if (!m_onScreen)
        return;
    m_body->showSnapshot(m_onScreen);
}

void MainWindow::connectBody()
{
    const PageHeader *header = &m_body->header();
    connect(header, &PageHeader::exportRequested, this, &MainWindow::requestExport);
    connect(header, &PageHeader::liveChosen, this, &MainWindow::chooseLive);
    connect(header, &PageHeader::todayChosen, this, &MainWindow::chooseToday);
    connect(header, &PageHeader::rangeWanted, this, &MainWindow::askForRange);
    const OverviewPage *overview = &m_body->overview();
    connect(overview, &OverviewPage::gridChoiceChanged, this,
            [this](const GridChoice &choice) { keepGridChoice(m_settings, choice); });
    connect(overview, &OverviewPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_body, &WindowBody::placeChosen, &m_navigator, &Navigator::go);
    connect(m_body, &WindowBody::windowChosen, this, &MainWindow::chooseRange);
}

void MainWindow::buildMenus()
{
    setMenuBar(new QMenuBar(this)); // the former one may be just saying that a language was chosen
    m_menus = new WindowMenus(*menuBar(), m_themes, m_settings, m_navigator);
    m_menus->showFullScreen(isFullScreen());
    connect(m_menus, &WindowMenus::exportWanted, this, &MainWindow::requestExport);
    connect(m_menus, &WindowMenus::quitWanted, this, &QWidget::close);
    connect(m_menus, &WindowMenus::liveChosen, this, &MainWindow::chooseLive);
    connect(m_menus, &WindowMenus::todayChosen, this, &MainWindow::chooseToday);
    connect(m_menus, &WindowMenus::rangeWanted, this, &MainWindow::askForRange);
    connect(m_menus, &WindowMenus::findWanted, this, [this] {
        m_navigator.go(Place::overview());
        m_body->overview().findMachine();
    });
    connect(&m_menus->go(), &GoMenu::findWanted, this, &MainWindow::find);
    connect(&m_menus->go(), &GoMenu::copyLinkWanted, this, &MainWindow::copyLink);
    connect(&m_menus->go(), &GoMenu::openLinkWanted, this, &MainWindow::askForLink);
    connect(m_menus, &WindowMenus::languageChosen, this, &MainWindow::chooseLanguage);
    connect(m_menus, &WindowMenus::fullScreenChosen, this,
            [this](bool full) { setWindowState(windowState().setFlag(Qt::WindowFullScreen, full)); });
    connect(m_menus, &WindowMenus::demoWanted, this, &MainWindow::demoRequested);
    connect(m_menus, &WindowMenus::aboutWanted, this, [this] { showAbout(this, m_engine); });
}

void MainWindow::chooseLanguage(Language language)
{
    keepLanguage(m_settings, language);
    m_formats = keptFormats(m_settings, m_systemFormats);
    m_translations.use(m_formats.locale());
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
    if (isOtherZone && m_shownWindow.kind == ShownWindow::Kind::Today)
        emit storeWindowChosen(*storeWindow());
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
    connect(dialog, &QDialog::accepted, this, [this, dialog] { chooseRange(dialog->range()); });
    connect(dialog, &QDialog::rejected, this, &MainWindow::showChoice);
    dialog->open();
}

void MainWindow::chooseRange(TimeWindow range)
{
    ShownWindow shown = m_shownWindow;
    shown.kind = ShownWindow::Kind::Range;
    shown.range = range;
    chooseShownWindow(shown);
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
    m_body->header().expect(shown);
    if (const std::optional<TimeWindow> window = storeWindow())
        emit storeWindowChosen(*window);
    else
        emit liveWindowChosen(shown.live);
}

/** A control may say something else: its user chose to say from when to when and then thought better of it.
 */
void MainWindow::showChoice()
{
    m_body->header().setShownWindow(m_shownWindow);
    m_menus->showChoice(m_shownWindow);
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
    if (!std::exchange(m_boardProblem, {}).isEmpty())
        refreshProblem();
    if (m_shownWindow.kind != ShownWindow::Kind::Live) {
        refreshStatus();
        return;
    }
    m_pacer.offer(std::move(snapshot));
}

void MainWindow::showStoreSnapshot(const linewatch::LiveSnapshotPtr &snapshot)
{
    if (!snapshot || m_shownWindow.kind == ShownWindow::Kind::Live)
        return;
    m_storeProblem.clear();
    refreshProblem();
    m_pacer.offer(completedByBoard(*snapshot, m_live));
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
                         .arg(asSentence(reason));
    refreshProblem();
}

void MainWindow::showBoardFailure(const QString &reason)
{
    m_boardProblem =
        tr("The newest events could not be read from the store: %1 It is tried again in a while.")
            .arg(asSentence(reason));
    refreshProblem();
}

void MainWindow::showStoreHealth(const StoreHealth &health)
{
    m_storeHealth = health;
    refreshProblem();
    refreshStatus();
}

void MainWindow::showStoreLost(const QString &reason, linewatch::Instant readAt)
{
    m_lostProblem = tr("The store cannot be reached: %1 Shown is the state of %2; this goes on by itself.")
                        .arg(asSentence(reason), m_formats.timeWithZone(readAt));
    refreshProblem();
}

void MainWindow::clearStoreLost()
{
    m_lostProblem.clear();
    refreshProblem();
}

void MainWindow::present(const LiveSnapshotPtr &snapshot)
{
    const bool live = m_shownWindow.kind == ShownWindow::Kind::Live;
    if (live != (snapshot->origin == SnapshotOrigin::Board))
        return; // waited while another window was chosen
    m_onScreen = snapshot;
    m_body->showSnapshot(snapshot);
    refreshStatus();
}

void MainWindow::requestExport()
{
    if (m_onScreen)
        emit exportRequested(m_onScreen->window);
}

void MainWindow::setStore(StoreQueries *queries, const StateRules &rules)
{
    m_queries = queries;
    m_rules = rules;
    m_body->setStore(queries, rules);
}

void MainWindow::find()
{
    auto *dialog = new FindDialog(m_queries, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &FindDialog::placeChosen, &m_navigator, &Navigator::go);
    dialog->open();
}

/** With the time on screen: who opens the link sees the same figures. */
void MainWindow::copyLink()
{
    Place place = m_navigator.place();
    if (m_onScreen)
        place.window = m_onScreen->window;
    QGuiApplication::clipboard()->setText(linkTo(place).toString(QUrl::FullyEncoded));
}

void MainWindow::askForLink()
{
    auto *dialog = new LinkDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LinkDialog::placeChosen, &m_navigator, &Navigator::go);
    dialog->open();
}

void MainWindow::openLink(const QUrl &link)
{
    if (const std::optional<Place> place = placeOf(link))
        m_navigator.go(*place);
    else
        showProblem(tr("The link %1 leads nowhere.").arg(link.toString()));
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

void MainWindow::showEngine(const QString &engine)
{
    m_engine = engine;
}

void MainWindow::refreshStatus()
{
    std::vector<TextParts> facts = statusFacts(m_endpoint, m_storeText, m_live, m_formats);
    std::ranges::move(spaceFacts(m_storeHealth.space, m_formats), std::back_inserter(facts));
    m_body->status().setFacts(std::move(facts));
}

void MainWindow::refreshTitle()
{
    setWindowTitle(m_isViewer ? tr("Viewer – Linewatch") : QStringLiteral("Linewatch"));
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
    // The first that there is; what is shown from the store says of what age it is.
    for (const QString &problem : {m_problem, storeProblemText(m_storeHealth, m_formats), m_storeProblem,
                                   m_lostProblem, m_boardProblem}) {
        if (!problem.isEmpty()) {
            m_body->banner().setProblem(problem);
            return;
        }
    }
    m_body->banner().setProblem({});
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
    m_menus->showFullScreen(isFullScreen());
    pauseWhileUnseen();
}

void MainWindow::pauseWhileUnseen()
{
    m_pacer.setPaused(!isVisible() || isMinimized());
}

} // namespace linewatch::ui
