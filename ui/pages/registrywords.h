// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/registryfiltermodel.h"

#include <QString>

#include <vector>

namespace linewatch::ui {

/** What a view of the registry says of its kind of entry, in the language of the moment. */
struct RegistryWords {
    QString table;       ///< what the table is called where it is heard
    QString filter;      ///< in the empty field of the filter
    QString emptyTitle;  ///< there is no entry
    QString emptyAdvice; ///< and what to do
    std::vector<std::pair<RegistryFilterModel::Kind, QString>> kinds; ///< that can be chosen
    QString (*confirmation)(int entries); ///< what a change is called that confirms so many
};

RegistryWords machineWords();
RegistryWords lineWords();

} // namespace linewatch::ui
