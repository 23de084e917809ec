// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/textsizemenu.h"

#include "ui/theme/themecontroller.h"

#include <QActionGroup>
#include <QSettings>

#include <algorithm>
#include <array>

namespace linewatch::ui {

namespace {

constexpr QLatin1String percentKey("view/textPercent");
constexpr std::array offered{100, 125, 150, 200};

/** The first size where @p percent is none that is offered. */
std::ptrdiff_t placeOf(int percent)
{
    const auto found = std::ranges::find(offered, percent);
    return found != offered.end() ? found - offered.begin() : 0;
}

int offeredAt(std::ptrdiff_t place)
{
    return offered[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(place, 0, std::ssize(offered) - 1))];
}

} // namespace

TextSizeMenu::TextSizeMenu(ThemeController &themes, QSettings &settings, QMenu &view)
    : QMenu(tr("Te&xt size"), &view)
    , m_themes(themes)
    , m_settings(settings)
    , m_sizes(new QActionGroup(this))
{
    // On many keyboards plus is on the key of the equals sign.
    addStep(tr("&Larger"), {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)},
            1);
    addStep(tr("&Smaller"), {QKeySequence(Qt::CTRL | Qt::Key_Minus)}, -1);
    addSeparator();
    const Qt::Key keys[] = {Qt::Key_2, Qt::Key_3, Qt::Key_4};
    addSize(offered.front(), QKeySequence(Qt::CTRL | Qt::Key_0));
    for (std::size_t i = 1; i < offered.size(); ++i)
        addSize(offered[i], QKeySequence(Qt::CTRL | Qt::ALT | keys[i - 1]));
    view.addMenu(this);
    choose(offeredAt(placeOf(settings.value(percentKey).toInt())));
}

void TextSizeMenu::addStep(const QString &text, const QList<QKeySequence> &shortcuts, int step)
{
    QAction *action =
        addAction(text, this, [this, step] { choose(offeredAt(placeOf(m_themes.textPercent()) + step)); });
    action->setShortcuts(shortcuts);
}

void TextSizeMenu::addSize(int percent, const QKeySequence &shortcut)
{
    QAction *action =
        addAction(tr("%1 %").arg(percent), shortcut, this, [this, percent] { choose(percent); });
    action->setCheckable(true);
    action->setData(percent);
    m_sizes->addAction(action);
}

void TextSizeMenu::choose(int percent)
{
    m_themes.setTextPercent(percent);
    m_settings.setValue(percentKey, percent);
    for (QAction *action : m_sizes->actions())
        action->setChecked(action->data().toInt() == percent);
}

} // namespace linewatch::ui
