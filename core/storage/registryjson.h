// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/registryrows.h"

#include <QByteArray>

/** Entries as they are kept for undoing a change: JSON with short names. What is read back is what was
 * written. */
namespace linewatch::registryjson {

QByteArray write(const registryrows::Kept<RegisteredMachine> &machine);
QByteArray write(const registryrows::Kept<RegisteredLine> &line);

/** Fails where it is not what write() gave. */
Result<registryrows::Kept<RegisteredMachine>> readMachine(const QByteArray &json);
Result<registryrows::Kept<RegisteredLine>> readLine(const QByteArray &json);

} // namespace linewatch::registryjson
