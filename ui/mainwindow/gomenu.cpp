// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/gomenu.h"

#include "ui/mainwindow/navigator.h"

#include <QAction>
#include <QMenu>

namespace linewatch::ui {

GoMenu::GoMenu(QMenu &menu, Navigator &navigator)
    : QObject(&menu)
    , m_navigator(navigator)
    , m_back(menu.addAction(tr("&Back"), QKeySequence(Qt::ALT | Qt::Key_Left), &navigator, &Navigator::back))
    , m_forward(menu.addAction(tr("&Forward"), QKeySequence(Qt::ALT | Qt::Key_Right), &navigator,
                               &Navigator::forward))
{
    menu.addSeparator();
    addPages(menu);
    menu.addAction(tr("&Settings"), QKeySequence(Qt::CTRL | Qt::Key_Comma), &navigator,
                   [&navigator] { navigator.go(Place::settings()); });
    menu.addSeparator();
    menu.addAction(tr("F&ind a machine, line or event…"), QKeySequence(Qt::CTRL | Qt::Key_K), this,
                   &GoMenu::findWanted);
    menu.addSeparator();
    menu.addAction(tr("&Copy the link to this page"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), this,
                   &GoMenu::copyLinkWanted);
    menu.addAction(tr("Open a &link…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O), this,
                   &GoMenu::openLinkWanted);
    connect(&navigator, &Navigator::placeChanged, this, &GoMenu::refresh);
    refresh();
}

void GoMenu::addPages(QMenu &menu)
{
    const std::pair<QString, Place> pages[] = {{tr("&Overview"), Place::overview()},
                                               {tr("&Lines"), Place::lines()},
                                               {tr("&Machines"), Place::machines()},
                                               {tr("&Events"), Place::events()}};
    int digit = Qt::Key_1;
    for (const auto &[name, place] : pages) {
        menu.addAction(name, QKeySequence(Qt::ALT | static_cast<Qt::Key>(digit++)), &m_navigator,
                       [this, place = place] { m_navigator.go(place); });
    }
}

void GoMenu::refresh()
{
    m_back->setEnabled(m_navigator.canGoBack());
    m_forward->setEnabled(m_navigator.canGoForward());
}

} // namespace linewatch::ui
