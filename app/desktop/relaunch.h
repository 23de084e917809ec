// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/failure.h"

#include <QStringList>

namespace linewatch {

/** @p arguments of a program that was started with a demo, as they would be without it. Pure. */
QStringList withoutDemo(QStringList arguments);

/** @p arguments, the program's name first, without the link that it was given to begin at: the window comes
 * back where it was. Pure. */
QStringList withoutLink(QStringList arguments);

/**
 * Starts the program anew, with @p arguments, whose first is its name; the new one outlives this. To be
 * called when all that it needs is free: the store, the address, the doors for links. The failure is one line
 * for people.
 */
Result<void> relaunch(const QString &program, const QStringList &arguments);

} // namespace linewatch
