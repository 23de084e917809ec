// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingspage.h"

#include "ui/models/settingsdraft.h"
#include "ui/pages/appearancesection.h"
#include "ui/pages/databasesection.h"
#include "ui/pages/endpointsection.h"
#include "ui/pages/thresholdsection.h"
#include "ui/theme/themecontroller.h"
#include "ui/theme/type.h"
#include "ui/widgets/card.h"
#include "ui/widgets/scrollingpage.h"

#include <QLabel>
#include <QPushButton>
#include <QSettings>
#include <QShowEvent>
#include <QVBoxLayout>

namespace linewatch::ui {

SettingsPage::SettingsPage(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_cards(new QVBoxLayout)
    , m_message(new QLabel(this))
    , m_restart(new QPushButton(tr("Restart &now"), this))
    , m_revert(new QPushButton(tr("&Revert"), this))
    , m_apply(new QPushButton(tr("Appl&y"), this))
{
    auto *cards = new QWidget;
    m_cards->setContentsMargins(0, 0, 8, 0);
    m_cards->setSpacing(12);
    cards->setLayout(m_cards);
    auto *scrolling = new ScrollingPage(this);
    scrolling->setContent(cards);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(scrolling, 1);
    layout->addWidget(makeFoot());
    connect(&themes, &ThemeController::themeChanged, this, [this] {
        if (m_appearance)
            m_appearance->refresh();
    });
}

QWidget *SettingsPage::makeFoot()
{
    m_message->setWordWrap(true);
    m_message->setObjectName(QStringLiteral("settingsMessage"));
    m_restart->setObjectName(QStringLiteral("restartNow"));
    m_revert->setObjectName(QStringLiteral("revertSettings"));
    m_apply->setObjectName(QStringLiteral("applySettings"));
    auto *foot = new QWidget(this);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_message, 1);
    for (QPushButton *button : {m_restart, m_revert, m_apply})
        row->addWidget(button);
    foot->setTabOrder(m_restart, m_revert);
    foot->setTabOrder(m_revert, m_apply);
    return foot;
}

void SettingsPage::addCard(const QString &title, QWidget *content)
{
    m_cards->addWidget(new Card(m_themes, title, content, this));
}

void SettingsPage::setSettings(SettingsDraft *draft, const QSettings &window)
{
    while (QLayoutItem *item = m_cards->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_draft = draft;
    if (draft) {
        addCard(tr("Endpoint"), new EndpointSection(*draft));
        addCard(tr("Database"), new DatabaseSection(*draft));
        addCard(tr("When machines need a look"), new ThresholdSection(*draft));
        connect(draft, &SettingsDraft::changed, this, &SettingsPage::refresh);
        connect(draft, &SettingsDraft::refused, this,
                [this](const QString &reason) { showMessage(reason, "critical"); });
        connect(m_apply, &QPushButton::clicked, draft, &SettingsDraft::apply);
        connect(m_revert, &QPushButton::clicked, draft, &SettingsDraft::revert);
        connect(m_restart, &QPushButton::clicked, draft, &SettingsDraft::restartWanted);
    }
    m_appearance = new AppearanceSection(window);
    addCard(tr("Appearance"), m_appearance);
    connect(m_appearance, &AppearanceSection::chosen, this, &SettingsPage::appearanceChosen);
    m_cards->addStretch(1);
    refresh();
}

/** The foot says the first that there is: what is wrong, what waits to be applied, what waits for a restart.
 */
void SettingsPage::refresh()
{
    const QString problem = m_draft ? m_draft->problem() : QString();
    const bool hasChanges = m_draft && m_draft->hasChanges();
    const bool waits = m_draft && !hasChanges && m_draft->needsRestart();
    m_apply->setEnabled(hasChanges && problem.isEmpty());
    m_apply->setToolTip(problem);
    m_revert->setEnabled(hasChanges);
    m_restart->setVisible(waits);
    for (QPushButton *button : {m_revert, m_apply})
        button->setVisible(m_draft != nullptr);
    if (!problem.isEmpty())
        showMessage(tr("Nothing can be applied yet: %1").arg(problem), "critical");
    else if (hasChanges)
        showMessage(tr("There are changes that are not applied."), "muted");
    else if (waits)
        showMessage(tr("Some of what was changed counts once Linewatch starts again."), "muted");
    else
        showMessage(m_draft ? tr("Kept in %1").arg(m_draft->path()) : QString(), "muted");
}

void SettingsPage::showMessage(const QString &text, const char *tone)
{
    changeTone(*m_message, tone);
    m_message->setText(text);
}

void SettingsPage::focusOn(const QString &key)
{
    if (auto *field = findChild<QWidget *>(key))
        field->setFocus();
}

void SettingsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_appearance)
        m_appearance->refresh();
}

} // namespace linewatch::ui
