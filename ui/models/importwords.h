// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "monitor/registryeditor.h"
#include "ui/models/formats.h"

#include <QStringList>

namespace linewatch::ui {

/** What a column of a file of machines or lines is called in the window, with its unit. Pure. */
QString fieldWords(std::string_view field);

/**
 * What a row of a file will do, or why it does nothing: a sentence for each change or fault, such as 'Name:
 * nothing → Press 4'; one that says so where nothing changes. Times in the plant's zone. Pure.
 */
QStringList rowWords(const ImportRow &row, RegistryKind kind, const Formats &formats);

} // namespace linewatch::ui
