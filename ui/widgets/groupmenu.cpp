// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/groupmenu.h"

#include <QCoreApplication>
#include <QMenu>

namespace linewatch::ui {

namespace {

struct GroupMenuTexts {
    Q_DECLARE_TR_FUNCTIONS(GroupMenu)
};

QString explainText(FigureKind kind)
{
    switch (kind) {
    case FigureKind::DefectRate:
        return GroupMenuTexts::tr("Explain the &defect rate");
    case FigureKind::DefectsPercent:
        return GroupMenuTexts::tr("Explain the defects &per 100 events");
    case FigureKind::Availability:
        return GroupMenuTexts::tr("Explain the &availability");
    case FigureKind::Events:
        return GroupMenuTexts::tr("Explain the &number of events");
    case FigureKind::Defects:
        return GroupMenuTexts::tr("Explain the &known defects");
    case FigureKind::UnknownPercent:
        return GroupMenuTexts::tr("Explain the &unknown share");
    case FigureKind::RunTime:
        return GroupMenuTexts::tr("Explain the &run time");
    case FigureKind::ActiveMachines:
        return GroupMenuTexts::tr("Explain the number of &machines");
    case FigureKind::DefectRateChange:
        return GroupMenuTexts::tr("Explain the &change of the defect rate");
    case FigureKind::CycleTime:
        return GroupMenuTexts::tr("Explain the c&ycle time");
    case FigureKind::HealthyMachines:
        return GroupMenuTexts::tr("Explain the &states");
    case FigureKind::State:
        return GroupMenuTexts::tr("Explain the &state");
    case FigureKind::LastEvent:
        return GroupMenuTexts::tr("Explain the &last event");
    case FigureKind::EventsPerMinute:
    case FigureKind::Clock:
    case FigureKind::CommitTime:
    case FigureKind::ReadTime:
        break; // on cards only
    }
    return GroupMenuTexts::tr("Explain the &figure");
}

} // namespace

void GroupMenu::addFigures(QMenu &menu, QWidget *parent) const
{
    for (const FigureKind kind : figures)
        menu.addAction(explainText(kind), parent, [explain = explain, kind] { explain(kind); });
}

void GroupMenu::addTo(QMenu &menu, QWidget *parent) const
{
    menu.addAction(GroupMenuTexts::tr("&Open"), parent, [go = go, self = self] { go(self); });
    menu.addAction(GroupMenuTexts::tr("Show its &events"), parent,
                   [go = go, events = events] { go(events); });
    menu.addSeparator();
    addFigures(menu, parent);
}

void GroupMenu::popup(QPoint where, QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addTo(*menu, parent);
    menu->popup(where);
}

} // namespace linewatch::ui
