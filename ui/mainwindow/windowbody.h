// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QStackedWidget;

namespace linewatch::ui {

class Formats;
class NavRail;
class OverviewPage;
class PageHeader;
class ProblemBanner;
class StatusLine;
class ThemeController;

/**
 * What fills the window: rail, header, banner, pages, status line. It speaks the language and writes the
 * numbers of the moment in which it was made; for others, another one is made.
 */
class WindowBody : public QWidget
{
    Q_OBJECT

public:
    WindowBody(const ThemeController &themes, const Formats &formats, QWidget *parent);

    PageHeader &header() { return *m_header; }
    ProblemBanner &banner() { return *m_banner; }
    OverviewPage &overview() { return *m_overview; }
    StatusLine &status() { return *m_status; }

private:
    void addPage(const QString &name, QWidget *page);

    NavRail *m_rail;
    PageHeader *m_header;
    ProblemBanner *m_banner;
    QStackedWidget *m_pages;
    OverviewPage *m_overview;
    StatusLine *m_status;
};

} // namespace linewatch::ui
