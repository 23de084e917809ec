// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace linewatch {

/**
 * The calling thread goes behind that of the window from now on: when there are fewer processors than work,
 * who looks at the screen is served first. It still gets its share; nothing waits for ever.
 */
void goBehindTheWindow();

} // namespace linewatch
