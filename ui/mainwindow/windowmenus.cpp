// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowmenus.h"

#include "ui/mainwindow/gomenu.h"
#include "ui/mainwindow/textsizemenu.h"
#include "ui/theme/themecontroller.h"

#include <QActionGroup>
#include <QMenuBar>
#include <QSettings>

namespace linewatch::ui {

namespace {

constexpr QLatin1String themeKey("view/theme");

/** What menu actions stand for that choose no live window. */
constexpr int todayData = 0;
constexpr int rangeData = -1;

int dataOf(const ShownWindow &shown)
{
    switch (shown.kind) {
    case ShownWindow::Kind::Today:
        return todayData;
    case ShownWindow::Kind::Range:
        return rangeData;
    case ShownWindow::Kind::Live:
        break;
    }
    return static_cast<int>(shown.live.count());
}

/** A checkable entry of @p menu, one of a group. */
QAction *addChoice(QMenu &menu, QActionGroup &group, const QString &text, QKeyCombination shortcut)
{
    QAction *action = menu.addAction(text);
    action->setShortcut(QKeySequence(shortcut));
    action->setCheckable(true);
    group.addAction(action);
    return action;
}

template <class Choice>
struct Entry {
    Choice choice;
    QString text;
    Qt::Key key; ///< with Ctrl and Shift
};

/** A menu of @p entries, one of which is chosen; @p choose is told of each choice of the user. */
template <class Choice, class Choose>
void fillWithChoices(QMenu &menu, std::initializer_list<Entry<Choice>> entries, Choice chosen, Choose choose)
{
    auto *group = new QActionGroup(&menu);
    for (const auto &[choice, text, key] : entries) {
        QAction *action = addChoice(menu, *group, text, Qt::CTRL | Qt::SHIFT | key);
        action->setChecked(choice == chosen);
        QObject::connect(action, &QAction::triggered, &menu, [choose, choice = choice] { choose(choice); });
    }
}

} // namespace

WindowMenus::WindowMenus(QMenuBar &bar, ThemeController &themes, QSettings &settings, Navigator &navigator)
    : QObject(&bar)
    , m_themes(themes)
    , m_settings(settings)
    , m_windows(new QActionGroup(this))
{
    fillFile(*bar.addMenu(tr("&File")));
    fillView(*bar.addMenu(tr("&View")));
    m_go = new GoMenu(*bar.addMenu(tr("&Go")), navigator);
    fillHelp(*bar.addMenu(tr("&Help")));
}

void WindowMenus::fillFile(QMenu &file)
{
    file.addAction(tr("&Export…"), Qt::CTRL | Qt::Key_E, this, &WindowMenus::exportWanted);
    file.addSeparator();
    file.addAction(tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q), this, &WindowMenus::quitWanted);
}

void WindowMenus::fillView(QMenu &view)
{
    addWindows(view);
    view.addSeparator();
    view.addAction(tr("Fi&lter the machines"), QKeySequence(QKeySequence::Find), this,
                   &WindowMenus::findWanted);
    view.addSeparator();
    addThemes(view);
    new TextSizeMenu(m_themes, m_settings, view);
    addLanguages(view);
    view.addSeparator();
    m_fullScreen = view.addAction(tr("&Full screen"));
    m_fullScreen->setShortcut(Qt::Key_F11);
    m_fullScreen->setCheckable(true);
    connect(m_fullScreen, &QAction::triggered, this, &WindowMenus::fullScreenChosen);
}

void WindowMenus::fillHelp(QMenu &help)
{
    help.addAction(tr("&Connect a machine…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M), this,
                   &WindowMenus::connectWanted);
    m_demo = help.addAction(tr("&Demo plant"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P), this,
                            &WindowMenus::demoWanted);
    m_back = help.addAction(tr("&Back to my plant"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B), this,
                            &WindowMenus::ownPlantWanted);
    showDemo(false);
    help.addSeparator();
    help.addAction(tr("&About Linewatch"), QKeySequence(QKeySequence::HelpContents), this,
                   &WindowMenus::aboutWanted);
}

void WindowMenus::addWindows(QMenu &view)
{
    int digit = Qt::Key_1;
    const auto add = [this, &view, &digit](const QString &text, int data) {
        addChoice(view, *m_windows, text, Qt::CTRL | static_cast<Qt::Key>(digit++))->setData(data);
    };
    for (const std::chrono::minutes length : offeredWindows)
        add(tr("Live, %1").arg(lastWords(length)), static_cast<int>(length.count()));
    add(tr("T&oday"), todayData);
    add(tr("F&rom – to…"), rangeData);
    connect(m_windows, &QActionGroup::triggered, this, [this](const QAction *action) {
        const int data = action->data().toInt();
        if (data == todayData)
            emit todayChosen();
        else if (data == rangeData)
            emit rangeWanted();
        else
            emit liveChosen(std::chrono::minutes{data});
    });
}

void WindowMenus::addThemes(QMenu &view)
{
    const ThemeChoice kept = themeChoiceFrom(m_settings.value(themeKey).toString());
    fillWithChoices<ThemeChoice>(*view.addMenu(tr("&Theme")),
                                 {{ThemeChoice::System, tr("As the &system"), Qt::Key_S},
                                  {ThemeChoice::Light, tr("&Light"), Qt::Key_L},
                                  {ThemeChoice::Dark, tr("&Dark"), Qt::Key_D}},
                                 kept, [this](ThemeChoice choice) {
                                     m_settings.setValue(themeKey, settingsName(choice));
                                     m_themes.choose(choice);
                                 });
    m_themes.choose(kept);
}

/** A language is named in its own words, so that whoever cannot read the others finds it. */
void WindowMenus::addLanguages(QMenu &view)
{
    fillWithChoices<Language>(*view.addMenu(tr("Lan&guage")),
                              {{Language::System, tr("As the &system"), Qt::Key_Y},
                               {Language::English, QStringLiteral("&English"), Qt::Key_E},
                               {Language::German, QStringLiteral("&Deutsch"), Qt::Key_G}},
                              keptLanguage(m_settings),
                              [this](Language language) { emit languageChosen(language); });
}

void WindowMenus::showChoice(const ShownWindow &shown)
{
    for (QAction *action : m_windows->actions())
        action->setChecked(action->data().toInt() == dataOf(shown));
}

/** A shortcut of what is not in the menu does nothing. */
void WindowMenus::showDemo(bool isDemo)
{
    m_back->setVisible(isDemo);
    m_back->setEnabled(isDemo);
}

void WindowMenus::showFullScreen(bool full)
{
    m_fullScreen->setChecked(full);
}

} // namespace linewatch::ui
