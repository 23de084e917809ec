// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linewatch::http {

/**
 * Lets this process open as many files as the system allows it without privileges. Returns how many that is;
 * the old number where it cannot be raised.
 */
int raiseDescriptorLimit();

/** Ends what we send on a connected socket: the peer reads all of it, then an end. We can still read. */
void closeWriteSide(qintptr socket);

/** Closes a socket that nothing else has adopted. */
void closeDescriptor(qintptr socket);

} // namespace linewatch::http
