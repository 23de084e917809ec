// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace linewatch::ui {

class ThemeController;

/** Says in words what is wrong and what to do, above everything else, for as long as it is wrong. */
class ProblemBanner : public QWidget
{
    Q_OBJECT

public:
    explicit ProblemBanner(const ThemeController &themes, QWidget *parent = nullptr);

    /** An empty text hides the banner. */
    void setProblem(const QString &problem);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const ThemeController &m_themes;
    QLabel *m_text;
};

} // namespace linewatch::ui
