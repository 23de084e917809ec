// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSplitter>

namespace linewatch::ui {

class ThemeController;

/** A list with the details of what is chosen in it: beside it, or below where that is too narrow. */
class DetailsSplitter : public QSplitter
{
    Q_OBJECT

public:
    /** @p list and @p details belong to this from now on. */
    DetailsSplitter(const ThemeController &themes, QWidget *list, QWidget *details,
                    QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void keepRows();

    const ThemeController &m_themes;
};

} // namespace linewatch::ui
