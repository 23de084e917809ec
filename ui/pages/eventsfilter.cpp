// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/eventsfilter.h"

#include "ui/models/rejecttext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/segmentedcontrol.h"
#include "ui/widgets/wraplayout.h"

#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QStringListModel>
#include <QStyle>

namespace linewatch::ui {

EventsFilter::EventsFilter(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_formats(formats)
    , m_kinds(new SegmentedControl(themes, this))
    , m_machineName(makeName(tr("Every machine"), tr("Only events of this machine")))
    , m_lineName(makeName(tr("Every line"), tr("Only events of this line")))
    , m_reasons(makeButton({}))
    , m_clear(makeButton(tr("Clear the filter")))
    , m_newer(makeButton({}))
    , m_summary(new QLabel(this))
{
    m_kinds->addSegment(static_cast<int>(Kind::Events), tr("Events"), tr("Events that were taken"));
    m_kinds->addSegment(static_cast<int>(Kind::Rejected), tr("Rejected"), tr("Events that were rejected"));
    m_reasons->setMenu(new QMenu(m_reasons));
    m_reasons->setAccessibleName(tr("Reasons shown"));
    m_newer->setProperty("active", true);
    m_newer->hide();
    setFontRole(*m_summary, "small");
    m_summary->setProperty("tone", QStringLiteral("muted"));
    m_summary->setTextFormat(Qt::PlainText);

    auto *layout = new WrapLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    for (QWidget *widget : {static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_machineName),
                            static_cast<QWidget *>(m_lineName), static_cast<QWidget *>(m_reasons),
                            static_cast<QWidget *>(m_clear), static_cast<QWidget *>(m_newer),
                            static_cast<QWidget *>(m_summary)})
        layout->addWidget(widget);

    connect(m_kinds, &SegmentedControl::chosen, this, [this](int kind) {
        setKind(static_cast<Kind>(kind));
        emit kindChosen();
    });
    connect(m_clear, &QPushButton::clicked, this, &EventsFilter::clear);
    connect(m_newer, &QPushButton::clicked, this, &EventsFilter::newerWanted);
    setKind(Kind::Events);
}

QLineEdit *EventsFilter::makeName(const QString &placeholder, const QString &accessibleName)
{
    constexpr int letters = 22;
    auto *name = new QLineEdit(this);
    setFontRole(*name, "small");
    name->setPlaceholderText(placeholder);
    name->setAccessibleName(accessibleName);
    name->setToolTip(accessibleName);
    name->setClearButtonEnabled(true);
    name->setMaximumWidth(letters * name->fontMetrics().averageCharWidth());
    auto *completer = new QCompleter(new QStringListModel(name), name);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    name->setCompleter(completer);
    connect(name, &QLineEdit::editingFinished, this, &EventsFilter::applyNames);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, &EventsFilter::applyNames,
            Qt::QueuedConnection); // the field has the text only afterwards
    connect(name, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.isEmpty()) // by its button, too
            applyNames();
    });
    return name;
}

QPushButton *EventsFilter::makeButton(const QString &text)
{
    auto *button = new QPushButton(text, this);
    button->setProperty("kind", QStringLiteral("small"));
    setFontRole(*button, "small");
    return button;
}

void EventsFilter::setKind(Kind kind)
{
    m_kind = kind;
    m_kinds->choose(static_cast<int>(kind));
    m_lineName->setVisible(kind == Kind::Events);
    m_reasons->setVisible(kind == Kind::Rejected);
    m_newer->hide();
    showState();
}

void EventsFilter::setFilter(const MachineId &machine, const LineId &line)
{
    m_machine = machine;
    m_line = line;
    if (m_machineName->text() != machine.toString())
        m_machineName->setText(machine.toString());
    if (m_lineName->text() != line.toString())
        m_lineName->setText(line.toString());
    showState();
}

void EventsFilter::setReason(RejectReason reason)
{
    m_reason = reason;
    showState();
}

void EventsFilter::setNames(const QStringList &machines, const QStringList &lines)
{
    qobject_cast<QStringListModel *>(m_machineName->completer()->model())->setStringList(machines);
    qobject_cast<QStringListModel *>(m_lineName->completer()->model())->setStringList(lines);
}

void EventsFilter::setCounts(const std::vector<RejectionCount> &counts)
{
    m_counts = counts;
    showState();
}

void EventsFilter::setSummary(const QString &summary)
{
    m_summary->setText(summary);
}

void EventsFilter::setNewer(std::int64_t count)
{
    const int shown = static_cast<int>(std::min<std::int64_t>(count, std::numeric_limits<int>::max()));
    m_newer->setText(tr("%n newer: show them", nullptr, shown));
    m_newer->setVisible(count > 0);
}

bool EventsFilter::isActive() const
{
    return !m_machine.isEmpty()
        || (m_kind == Kind::Events ? !m_line.isEmpty() : m_reason != RejectReason::None);
}

/** What was typed and finished. */
void EventsFilter::applyNames()
{
    const MachineId machine(m_machineName->text());
    const LineId line(m_lineName->text());
    if (machine == m_machine && line == m_line)
        return;
    setFilter(machine, line);
    emit filterChosen(machine, line);
}

void EventsFilter::clear()
{
    const bool hadReason = std::exchange(m_reason, RejectReason::None) != RejectReason::None;
    m_machineName->clear();
    m_lineName->clear();
    m_machineName->setFocus();
    if (!m_machine.isEmpty() || !m_line.isEmpty())
        applyNames();
    else if (hadReason)
        emit reasonChosen();
    showState();
}

void EventsFilter::chooseReason(RejectReason reason)
{
    setReason(reason);
    emit reasonChosen();
}

void EventsFilter::showState()
{
    std::int64_t all = 0;
    for (const RejectionCount &count : m_counts)
        all += count.events;
    QMenu *menu = m_reasons->menu();
    menu->clear();
    const auto add = [this, menu](RejectReason reason, const QString &words, std::int64_t events) {
        QAction *action = menu->addAction(tr("%1 (%2)").arg(words, m_formats.count(events)));
        action->setCheckable(true);
        action->setChecked(reason == m_reason);
        // Later, as choosing makes the menu anew.
        connect(
            action, &QAction::triggered, this, [this, reason] { chooseReason(reason); },
            Qt::QueuedConnection);
    };
    add(RejectReason::None, tr("Every reason"), all);
    for (const RejectionCount &count : m_counts)
        add(count.reason, rejectWords(count.reason), count.events);
    m_reasons->setText((m_reason == RejectReason::None ? tr("Every reason") : rejectWords(m_reason))
                       + QStringLiteral("  \u25be"));
    m_reasons->setProperty("active", m_reason != RejectReason::None);
    m_reasons->style()->polish(m_reasons);
    m_clear->setVisible(isActive());
}

} // namespace linewatch::ui
