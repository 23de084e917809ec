// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/emptystate.h"

#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int cardWidth = 680;
constexpr int sectionGap = 16;

QLabel *makeText(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    return label;
}

} // namespace

QString tryOutCommand(const QUrl &endpoint)
{
    QUrl url = endpoint;
    url.setPath(QStringLiteral("/events/batch"));
    // The shell fills in the time, so that the line is good at any time and more than once.
    return QStringLiteral(
               "curl -H 'Content-Type: application/json' %1 -d "
               "'[{\"eventId\": \"try-'$(date +%s)'\", \"machineId\": \"M-001\", \"lineId\": \"Line 1\", "
               "\"eventTime\": \"'$(date -u +%FT%TZ)'\", \"durationMs\": 4000, \"defectCount\": 0}]'")
        .arg(url.toString());
}

EmptyState::EmptyState(const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_explanation(makeText(this))
    , m_command(makeText(this))
    , m_demo(makeText(this))
    , m_copy(new QPushButton(tr("&Copy the line"), this))
    , m_connect(new QPushButton(tr("Connect a &machine…"), this))
    , m_startDemo(new QPushButton(tr("Start the &demo plant"), this))
{
    m_demo->setText(tr("Or look around first: the demo plant shows machines at work. It keeps its events "
                       "in a store of its own and never touches yours."));
    auto *middle = new QHBoxLayout; // aligning the card instead would ignore how high its wrapped texts are
    middle->addStretch(1);
    constexpr int wins = 100; // against what is beside it, until it is as wide as it may be
    middle->addWidget(makeCard(), wins);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addStretch(2);
    layout->addLayout(middle);
    layout->addStretch(3);
    connect(m_copy, &QPushButton::clicked, this, &EmptyState::copyCommand);
    connect(m_connect, &QPushButton::clicked, this, &EmptyState::connectRequested);
    connect(m_startDemo, &QPushButton::clicked, this, &EmptyState::demoRequested);
    setEndpoint({});
}

QWidget *EmptyState::makeCard()
{
    setFontRole(*m_command, "code");
    m_command->setProperty("tone", QStringLiteral("code"));
    m_command->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_command->setAccessibleName(tr("Command to try it with"));

    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->setSpacing(10);
    layout->addWidget(m_explanation);
    layout->addWidget(m_command);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_copy);
    buttons->addWidget(m_connect);
    buttons->addStretch(1);
    layout->addLayout(buttons);
    layout->addSpacing(sectionGap);
    layout->addWidget(m_demo);
    layout->addWidget(m_startDemo, 0, Qt::AlignLeft);
    auto *card = new Card(m_themes, tr("No machine has reported yet"), content, this);
    const auto limitWidth = [this, card] { card->setMaximumWidth(m_themes.scaledInt(cardWidth)); };
    limitWidth();
    connect(&m_themes, &ThemeController::typeChanged, card, limitWidth);
    return card;
}

void EmptyState::setEndpoint(const QUrl &endpoint)
{
    const bool listens = !endpoint.isEmpty();
    m_command->setVisible(listens);
    m_copy->setVisible(listens);
    m_connect->setVisible(listens);
    m_command->setText(listens ? tryOutCommand(endpoint) : QString());
    m_explanation->setText(
        listens
            ? tr("Machines and gateways send their events to %1 as JSON. To try it, run this line in a "
                 "terminal:")
                  .arg(endpoint.resolved(QUrl(QStringLiteral("/events/batch"))).toString())
            : tr("This window takes no events itself: it shows what is in its store, and that is empty."));
}

void EmptyState::copyCommand()
{
    QGuiApplication::clipboard()->setText(m_command->text());
    m_copy->setText(tr("&Copied"));
}

void EmptyState::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_copy->setText(tr("&Copy the line"));
}

} // namespace linewatch::ui
