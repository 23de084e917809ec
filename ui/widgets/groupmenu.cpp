// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/groupmenu.h"

#include <QCoreApplication>
#include <QMenu>

namespace linewatch::ui {

namespace {

struct GroupMenuTexts {
    Q_DECLARE_TR_FUNCTIONS(GroupMenu)
};

} // namespace

void GroupMenu::popup(QPoint where, QWidget *parent) const
{
    auto *menu = new QMenu(parent);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(GroupMenuTexts::tr("&Open"), parent, [go = go, self = self] { go(self); });
    menu->addAction(GroupMenuTexts::tr("Show its &events"), parent,
                    [go = go, events = events] { go(events); });
    menu->addSeparator();
    const std::pair<QString, FigureKind> figures[] = {
        {GroupMenuTexts::tr("Explain the &defect rate"), FigureKind::DefectRate},
        {GroupMenuTexts::tr("Explain the defects &per 100 events"), FigureKind::DefectsPercent},
        {GroupMenuTexts::tr("Explain the &availability"), FigureKind::Availability}};
    for (const auto &[text, kind] : figures)
        menu->addAction(text, parent, [explain = explain, kind = kind] { explain(kind); });
    menu->popup(where);
}

} // namespace linewatch::ui
