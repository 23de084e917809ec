// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/settingsparts.h"

#include "ui/models/lineregistrymodel.h"
#include "ui/models/machineregistrymodel.h"
#include "ui/models/registrydesk.h"
#include "ui/pages/registryview.h"
#include "ui/pages/settingspage.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QHideEvent>
#include <QShowEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

SettingsParts::SettingsParts(RegistryDesk &desk, const ThemeController &themes, const Formats &formats,
                             QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_formats(formats)
    , m_choice(new SegmentedControl(themes, this))
    , m_parts(new QStackedWidget(this))
    , m_general(new SettingsPage(themes, this))
    , m_machines(
          new RegistryView(desk, new MachineRegistryModel(formats), machineWords(), themes, formats, this))
    , m_lines(new RegistryView(desk, new LineRegistryModel(formats), lineWords(), themes, formats, this))
{
    m_choice->setObjectName(QStringLiteral("settingsParts"));
    for (const Place::Part part : {Place::Part::General, Place::Part::Machines, Place::Part::Lines})
        m_choice->addSegment(static_cast<int>(part), {}, {});
    for (QWidget *part : {static_cast<QWidget *>(m_general), static_cast<QWidget *>(m_machines),
                          static_cast<QWidget *>(m_lines)})
        m_parts->addWidget(part);
    auto *choice = new QHBoxLayout;
    choice->addWidget(m_choice);
    choice->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(choice);
    layout->addWidget(m_parts, 1);
    connectParts();
    nameParts();
    showPart(Place::Part::General);
}

void SettingsParts::connectParts()
{
    connect(m_choice, &SegmentedControl::chosen, this,
            [this](int part) { emit placeChosen(Place::settings(static_cast<Place::Part>(part))); });
    connect(m_machines, &RegistryView::editWanted, this, &SettingsParts::machinesEditWanted);
    connect(m_lines, &RegistryView::editWanted, this, &SettingsParts::linesEditWanted);
    for (const RegistryView *view : {m_machines, m_lines})
        connect(view, &RegistryView::connectRequested, this, &SettingsParts::connectRequested);
    connect(&m_desk, &RegistryDesk::read, this, &SettingsParts::nameParts);
    connect(&m_desk, &RegistryDesk::stateChanged, this, &SettingsParts::nameParts);
}

void SettingsParts::showPart(Place::Part part)
{
    m_choice->choose(static_cast<int>(part));
    m_parts->setCurrentIndex(static_cast<int>(part));
}

void SettingsParts::nameParts()
{
    const auto name = [this](Place::Part part, const QString &words, std::int64_t newOnes) {
        const QString text = newOnes > 0 ? tr("%1 · %2 new").arg(words, m_formats.count(newOnes)) : words;
        m_choice->setText(static_cast<int>(part), text, text);
    };
    const KnownRegistryPtr &known = m_desk.known();
    name(Place::Part::General, tr("General"), 0);
    name(Place::Part::Machines, tr("Machines"), known ? known->newMachines() : 0);
    name(Place::Part::Lines, tr("Lines"), known ? known->newLines() : 0);
}

void SettingsParts::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    nameParts();
    m_desk.watch(this);
}

void SettingsParts::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_desk.unwatch(this);
}

} // namespace linewatch::ui
