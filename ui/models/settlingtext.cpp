// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/settlingtext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct SettlingTexts {
    Q_DECLARE_TR_FUNCTIONS(SettlingText)
};

} // namespace

QString settlingWord(Settling settling)
{
    return settling == Settling::Settled ? QString() : SettlingTexts::tr("provisional");
}

QString settlingHint(Settling settling)
{
    switch (settling) {
    case Settling::Running:
        return SettlingTexts::tr(
            "Provisional: this window is not over. Its figures change with every event that comes in.");
    case Settling::Settling:
        return SettlingTexts::tr("Provisional: this window ended less than a day ago. Late events and "
                                 "corrections may still change its figures.");
    case Settling::Settled:
        break;
    }
    return {};
}

} // namespace linewatch::ui
