// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace linewatch::http {

/**
 * Lets this process open as many files as the system allows it without privileges. Returns how many that is;
 * the old number where it cannot be raised.
 */
int raiseDescriptorLimit();

/** What became of a try to accept a connection. */
struct Accepted {
    enum class Outcome {
        Connection,  ///< there is one
        NobodyWaits, ///< or whoever did has gone again
        Failed       ///< the system cannot do it now: no descriptors, no memory
    };
    Outcome outcome = Outcome::NobodyWaits;
    qintptr descriptor = -1; ///< only with Connection; the caller's to close
};

/** Accepts a connection from a listening socket without waiting for one. */
Accepted acceptConnection(qintptr listeningSocket);

/** Whether the peer of a connected socket will send nothing more and all that it did send has been read. */
bool peerHasEnded(qintptr socket);

/** Ends what we send on a connected socket: the peer reads all of it, then an end. We can still read. */
void closeWriteSide(qintptr socket);

/** Another descriptor of the same socket, which stays open until both are closed; -1 when there is none left.
 */
qintptr duplicateDescriptor(qintptr socket);

/** Closes a socket that nothing else has adopted. */
void closeDescriptor(qintptr socket);

} // namespace linewatch::http
