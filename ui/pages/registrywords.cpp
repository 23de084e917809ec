// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registrywords.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct RegistryTexts {
    Q_DECLARE_TR_FUNCTIONS(RegistryView)
};

} // namespace

RegistryWords machineWords()
{
    using Kind = RegistryFilterModel::Kind;
    return {.table = RegistryTexts::tr("Machines of the registry"),
            .filter = RegistryTexts::tr("Machine, name or line"),
            .emptyTitle = RegistryTexts::tr("No machine is known yet"),
            .emptyAdvice = RegistryTexts::tr("Machines appear here by themselves with their first event, and "
                                             "are new until somebody confirms them."),
            .kinds = {{Kind::All, RegistryTexts::tr("All")},
                      {Kind::New, RegistryTexts::tr("New")},
                      {Kind::InUse, RegistryTexts::tr("In use")},
                      {Kind::Retired, RegistryTexts::tr("Retired")}},
            .confirmation = [](int entries) {
                return RegistryTexts::tr("confirmation of %n machine(s)", nullptr, entries);
            }};
}

RegistryWords lineWords()
{
    using Kind = RegistryFilterModel::Kind;
    return {.table = RegistryTexts::tr("Lines of the registry"),
            .filter = RegistryTexts::tr("Line or name"),
            .emptyTitle = RegistryTexts::tr("No line is known yet"),
            .emptyAdvice =
                RegistryTexts::tr("Lines appear here by themselves with the first event that names "
                                  "one, or once a machine is put on one."),
            .kinds = {{Kind::All, RegistryTexts::tr("All")}, {Kind::New, RegistryTexts::tr("New")}},
            .confirmation = [](int entries) {
                return RegistryTexts::tr("confirmation of %n line(s)", nullptr, entries);
            }};
}

} // namespace linewatch::ui
