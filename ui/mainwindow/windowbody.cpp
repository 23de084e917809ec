// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/mainwindow/windowbody.h"

#include "ui/pages/overviewpage.h"
#include "ui/widgets/navrail.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/problembanner.h"
#include "ui/widgets/statusline.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

WindowBody::WindowBody(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_rail(new NavRail(themes, this))
    , m_header(new PageHeader(themes, formats, this))
    , m_banner(new ProblemBanner(themes, this))
    , m_pages(new QStackedWidget(this))
    , m_overview(new OverviewPage(themes, formats, this))
    , m_status(new StatusLine(themes, this))
{
    auto *column = new QVBoxLayout;
    column->setContentsMargins(18, 12, 18, 14);
    column->setSpacing(12);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(m_rail);
    middle->addLayout(column, 1);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(middle, 1);
    layout->addWidget(m_status);
    addPage(tr("Overview"), m_overview);
}

void WindowBody::addPage(const QString &name, QWidget *page)
{
    m_pages->addWidget(page);
    connect(m_rail, &NavRail::pageChosen, page,
            [this, name, page, number = m_pages->count() - 1](int chosen) {
                if (chosen != number)
                    return;
                m_pages->setCurrentWidget(page);
                m_header->setTitle(name);
            });
    m_rail->addPage(name);
}

} // namespace linewatch::ui
