// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/** Makes the migrations readable, any number of times; those of a static library are registered by hand. */
void registerStorageResources();
