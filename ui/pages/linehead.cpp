// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/linehead.h"

#include "ui/theme/type.h"
#include "ui/widgets/comparechoice.h"
#include "ui/widgets/wraplayout.h"

#include <QLabel>
#include <QPushButton>

namespace linewatch::ui {

LineHead::LineHead(QWidget *parent)
    : QWidget(parent)
    , m_back(makeLink(tr("\u2039 &All lines")))
    , m_name(new QLabel(this))
    , m_compare(new CompareChoice(this))
    , m_events(makeLink(tr("Show its &events")))
{
    setFontRole(*m_name, "brand");
    m_name->setTextFormat(Qt::PlainText);
    m_name->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    layout->addWidget(m_back);
    layout->addWidget(m_name);
    layout->addWidget(m_compare);
    layout->addWidget(m_events);
    connect(m_back, &QPushButton::clicked, this, &LineHead::backChosen);
    connect(m_events, &QPushButton::clicked, this, &LineHead::eventsChosen);
}

QPushButton *LineHead::makeLink(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("small"));
    setFontRole(*button, "small");
    return button;
}

void LineHead::setName(const QString &name)
{
    m_name->setText(name);
    m_name->setToolTip(name);
}

} // namespace linewatch::ui
