// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machineheader.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/placelink.h"
#include "ui/widgets/statebadge.h"
#include "ui/widgets/wraplayout.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

/** In one line or a few; all of them are in the tool tip and the dialog. */
QString shortNotes(const QString &notes)
{
    constexpr qsizetype most = 240; // characters
    const QString line = notes.simplified();
    return line.size() <= most ? line : line.left(most - 1) + QChar(u'\u2026');
}

} // namespace

MachineHeader::MachineHeader(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_name(new QLabel(this))
    , m_called(new QLabel(this))
    , m_problem(new QLabel(this))
    , m_new(new QLabel(tr("New"), this))
    , m_state(new StateBadge(themes, this))
    , m_line(new PlaceLink(this))
    , m_facts(new QLabel(this))
    , m_events(new PlaceLink(this))
    , m_all(new PlaceLink(this))
    , m_confirm(new QPushButton(tr("Confirm"), this))
    , m_edit(new QPushButton(tr("Edit…"), this))
{
    setFontRole(*m_name, "title");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_facts->setTextFormat(Qt::PlainText);
    m_facts->setProperty("tone", QStringLiteral("muted"));
    m_all->setPlace(Place::machines(), tr("All machines"));
    makeEntry();
    arrange();
    setEntryProblem({});
    setEntry(nullptr, false);
    m_state->setToolTip(tr("Click: how this state came about"));
    connect(m_state, &StateBadge::clicked, this, [this] { emit stateExplanationWanted(m_state); });
    for (PlaceLink *link : {m_line, m_events, m_all})
        connect(link, &PlaceLink::placeChosen, this, &MachineHeader::placeChosen);
}

/** What people say of it, and can do about that. */
void MachineHeader::makeEntry()
{
    m_called->setTextFormat(Qt::PlainText);
    m_called->setWordWrap(true);
    m_called->setObjectName(QStringLiteral("machineCalled"));
    m_problem->setTextFormat(Qt::PlainText);
    m_problem->setWordWrap(true);
    m_problem->setProperty("tone", QStringLiteral("critical"));
    m_new->setProperty("tone", QStringLiteral("badge"));
    m_new->setToolTip(tr("Nobody has confirmed yet that this machine is one of ours"));
    m_confirm->setObjectName(QStringLiteral("confirmMachine"));
    m_edit->setObjectName(QStringLiteral("editMachine"));
    for (QPushButton *button : {m_confirm, m_edit})
        button->setProperty("kind", QStringLiteral("small"));
    connect(m_confirm, &QPushButton::clicked, this, &MachineHeader::confirmWanted);
    connect(m_edit, &QPushButton::clicked, this, &MachineHeader::editWanted);
}

void MachineHeader::arrange()
{
    auto *row = new QWidget(this);
    auto *layout = new WrapLayout(row);
    layout->setContentsMargins(2, 0, 2, 0);
    layout->setSpacing(14);
    layout->addWidget(m_name);
    layout->addWidget(m_state);
    layout->addWidget(m_new);
    layout->addWidget(m_confirm);
    layout->addWidget(m_line);
    layout->addWidget(m_facts);
    layout->addItem(new QSpacerItem(0, 0, QSizePolicy::Expanding));
    layout->addWidget(m_events);
    layout->addWidget(m_all);
    layout->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(row);
    column->addWidget(m_problem);
    column->addWidget(m_called);
}

void MachineHeader::setReport(const MachineId &machine, const MachineReport &report)
{
    m_name->setText(machine.toString());
    m_state->setState(report.judgement.state);
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

void MachineHeader::setEntryProblem(const QString &problem)
{
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void MachineHeader::setEntry(const RegisteredMachine *machine, bool canChange)
{
    QStringList said;
    if (machine && !machine->name.empty())
        said << QString::fromStdString(machine->name);
    if (machine && !machine->notes.empty())
        said << shortNotes(QString::fromStdString(machine->notes));
    m_called->setText(said.join(QStringLiteral(" · ")));
    m_called->setToolTip(machine ? QString::fromStdString(machine->notes).toHtmlEscaped() : QString());
    m_called->setVisible(!said.isEmpty());
    m_new->setVisible(machine && !machine->confirmed);
    m_confirm->setVisible(machine && !machine->confirmed);
    m_confirm->setEnabled(canChange);
    m_edit->setVisible(machine != nullptr);
    m_edit->setEnabled(canChange);
    updateGeometry();
}

} // namespace linewatch::ui
