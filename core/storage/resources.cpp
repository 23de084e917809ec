// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/resources.h"

#include <QDir>

// The macro must stand outside of namespaces.
void registerStorageResources()
{
    Q_INIT_RESOURCE(storage);
}
