// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/systemscheme.h"

namespace linewatch::ui {

/** A desktop whose scheme the test sets. */
class FakeScheme final : public SystemScheme
{
public:
    bool isDark() const override { return m_dark; }
    void setDark(bool dark)
    {
        m_dark = dark;
        emit changed();
    }

private:
    bool m_dark = false;
};

} // namespace linewatch::ui
