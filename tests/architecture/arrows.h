// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace linewatch::architecture {

/**
 * The station of the house that a path belongs to: "storage" for core/storage/..., "ui", "app"; empty for
 * what is no part of it, such as tests.
 */
QString stationOf(const QString &path);

/** Whether there is a station of that name. */
bool isStation(const QString &name);

/** Whether the arrows of docs/architecture.md lead from one station to another; every station may use itself.
 */
bool mayUse(const QString &from, const QString &to);

/**
 * Whether a file of station @p from may include the file at @p target. Besides what the arrows allow, every
 * station may include core/model/failure.h, the way in which all of them say that something failed.
 */
bool mayInclude(const QString &from, const QString &target);

/** Whether code at @p path may use a module of Qt, such as "Gui": nothing that draws below what has a window.
 */
bool mayUseQtModule(const QString &path, const QString &module);

} // namespace linewatch::architecture
