// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machineheader.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/placelink.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/wraplayout.h"

#include <QLabel>

namespace linewatch::ui {

MachineHeader::MachineHeader(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_name(new QLabel(this))
    , m_state(new StateBadge(themes, this))
    , m_line(new PlaceLink(this))
    , m_facts(new QLabel(this))
    , m_events(new PlaceLink(this))
    , m_all(new PlaceLink(this))
{
    setFontRole(*m_name, "title");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setProperty("tone", QStringLiteral("muted"));
    m_all->setPlace(Place::machines(), tr("All machines"));

    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(2, 0, 2, 0);
    layout->setSpacing(14);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addWidget(m_line);
    layout->addWidget(m_facts);
    layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
    layout->addWidget(m_events);
    layout->addWidget(m_all);
    for (PlaceLink *link : {m_line, m_events, m_all})
        connect(link, &PlaceLink::placeChosen, this, &MachineHeader::placeChosen);
}

void MachineHeader::setReport(const MachineId &machine, const MachineReport &report)
{
    m_name->setText(machine.toString());
    m_state->setState(report.state);
    m_line->setVisible(!report.line.isEmpty());
    m_line->setPlace(Place::ofLine(report.line), tr("Line %1").arg(report.line.toString()));
    m_events->setPlace(Place::eventsOfMachine(machine), tr("All events of this machine"));
    QStringList facts;
    if (!report.factoryId.isEmpty())
        facts << tr("factory %1").arg(report.factoryId.toString());
    if (report.lastEventTime) {
        facts << tr("last event %1 %2")
                     .arg(m_formats.date(*report.lastEventTime),
                          m_formats.timeWithZone(*report.lastEventTime));
    }
    if (report.isWidened)
        facts << tr("figures of whole hours, as older events were removed");
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    updateGeometry();
}

} // namespace linewatch::ui
