// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/linechoice.h"

#include "model/systemclock.h"
#include "ui/models/typedmachine.h"
#include "ui/models/typedvalues.h"
#include "ui/widgets/patchrow.h"

#include <QComboBox>
#include <QCompleter>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int rowsOfLines = 3;

/** What all have in common; nothing where they differ. */
std::optional<QString> commonLine(const std::vector<RegisteredMachine> &machines, Instant now)
{
    std::optional<QString> common;
    for (const RegisteredMachine &machine : machines) {
        const QString line = assignedLine(machine.assignments, now).toString();
        if (common && *common != line)
            return std::nullopt;
        common = line;
    }
    return common;
}

} // namespace

LineChoice::LineChoice(QGridLayout &grid, const Formats &formats)
    : QObject(grid.parentWidget())
    , m_formats(formats)
    , m_line(new QComboBox(grid.parentWidget()))
    , m_since(new QComboBox(grid.parentWidget()))
    , m_time(new QDateTimeEdit(grid.parentWidget()))
    , m_consequence(new QLabel(grid.parentWidget()))
    , m_soFar(new QListWidget(grid.parentWidget()))
    , m_remove(new QPushButton(tr("Remove"), grid.parentWidget()))
{
    m_line->setObjectName(QStringLiteral("line"));
    m_line->setEditable(true);
    m_line->setInsertPolicy(QComboBox::NoInsert);
    m_line->completer()->setCompletionMode(QCompleter::PopupCompletion);
    m_line->completer()->setFilterMode(Qt::MatchContains);
    m_row = new PatchRow(grid, m_line,
                         {.label = tr("&Line"),
                          .note = tr("One that is known or a new one; for events that state no line "
                                     "themselves."),
                          .standard = tr("its own line"),
                          .clear = tr("Own line")});
    addCounts(grid);
    addLinesSoFar(grid);
    connect(m_row, &PatchRow::edited, this, [this] {
        refresh();
        emit edited();
    });
    refresh();
}

void LineChoice::addCounts(QGridLayout &grid)
{
    m_since->setObjectName(QStringLiteral("lineSince"));
    m_since->addItem(tr("from now on"), FromNow);
    m_since->addItem(tr("from a time on"), FromTime);
    m_since->addItem(tr("always, in the past too"), Always);
    m_time->setObjectName(QStringLiteral("lineTime"));
    m_time->setTimeSpec(Qt::UTC); // by the wall clock: Qt 6.4's edit cannot be told a zone
    m_time->setDisplayFormat(m_formats.typedPattern());
    m_time->setCalendarPopup(true);
    const QDateTime now = QDateTime::currentDateTimeUtc().toTimeZone(m_formats.zone());
    m_time->setDateTime(QDateTime(now.date(), QTime(now.time().hour(), 0), Qt::UTC));
    m_time->setAccessibleName(tr("From when the line counts"));
    m_consequence->setWordWrap(true);
    m_consequence->setObjectName(QStringLiteral("lineConsequence"));
    m_consequence->setProperty("tone", QStringLiteral("muted"));
    auto *label = new QLabel(tr("C&ounts"), grid.parentWidget());
    label->setBuddy(m_since);
    auto *choice = new QVBoxLayout;
    choice->setSpacing(4);
    choice->addWidget(m_since);
    choice->addWidget(m_time);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addLayout(choice, row, 1);
    grid.addWidget(m_consequence, row, 3);
    const auto follow = [this] {
        refresh();
        emit edited();
    };
    connect(m_since, &QComboBox::currentIndexChanged, this, follow);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, follow);
}

void LineChoice::addLinesSoFar(QGridLayout &grid)
{
    m_soFarLabel = new QLabel(tr("Lines so &far"), grid.parentWidget());
    m_soFarLabel->setBuddy(m_soFar);
    m_soFar->setObjectName(QStringLiteral("linesSoFar"));
    m_soFar->setAccessibleName(tr("Lines so far"));
    m_soFar->setMaximumHeight((rowsOfLines + 1) * (m_soFar->fontMetrics().height() + 4));
    m_remove->setObjectName(QStringLiteral("removeLine"));
    m_remove->setProperty("kind", QStringLiteral("small"));
    m_remove->setAutoDefault(false);
    auto *note = new QLabel(tr("Without one, the line before it counts on; figures of that time change."),
                            grid.parentWidget());
    note->setWordWrap(true);
    note->setProperty("tone", QStringLiteral("muted"));
    m_soFarBox = note;
    const int row = grid.rowCount();
    grid.addWidget(m_soFarLabel, row, 0);
    grid.addWidget(m_soFar, row, 1);
    grid.addWidget(m_remove, row, 2, Qt::AlignTop);
    grid.addWidget(note, row, 3);
    connect(m_remove, &QPushButton::clicked, this, &LineChoice::removeSelected);
    connect(m_soFar, &QListWidget::currentRowChanged, this,
            [this](int current) { m_remove->setEnabled(current >= 0); });
}

void LineChoice::setMachines(const std::vector<RegisteredMachine> &machines, const KnownRegistry &known,
                             Instant now)
{
    QStringList lines;
    for (const auto &[lineId, line] : known.registry.lines)
        lines << lineId.toString();
    {
        const QSignalBlocker quiet(m_line);
        const QString typed = m_line->currentText();
        m_line->clear();
        m_line->addItems(lines);
        m_line->setCurrentIndex(-1);
        m_line->setEditText(typed);
    }
    m_row->setValue(commonLine(machines, now));
    m_assignments = machines.size() == 1 ? machines.front().assignments : LineAssignments();
    listLinesSoFar();
    refresh();
}

void LineChoice::listLinesSoFar()
{
    m_soFar->clear();
    for (const LineAssignment &assignment : m_assignments) {
        if (std::ranges::find(m_removed, assignment) != m_removed.end())
            continue;
        const QString line = assignment.line.isEmpty() ? tr("its own line") : assignment.line.toString();
        auto *item = new QListWidgetItem(
            assignment.from ? tr("%1 from %2 on").arg(line, dayAndTime(*assignment.from, m_formats))
                            : tr("%1 always").arg(line),
            m_soFar);
        item->setData(Qt::UserRole, static_cast<int>(&assignment - m_assignments.data()));
    }
    m_remove->setEnabled(m_soFar->currentRow() >= 0);
    const bool hasAny = m_soFar->count() > 0;
    for (QWidget *widget : {static_cast<QWidget *>(m_soFarLabel), static_cast<QWidget *>(m_soFar),
                            static_cast<QWidget *>(m_remove), m_soFarBox})
        widget->setVisible(hasAny);
}

void LineChoice::removeSelected()
{
    const QListWidgetItem *item = m_soFar->currentItem();
    if (!item)
        return;
    m_removed.push_back(m_assignments[static_cast<std::size_t>(item->data(Qt::UserRole).toInt())]);
    listLinesSoFar();
    refresh();
    emit edited();
}

bool LineChoice::isTyped() const
{
    return chosenLine().has_value() || !m_removed.empty();
}

std::optional<LineId> LineChoice::chosenLine() const
{
    if (const std::optional<QString> line = m_row->change())
        return LineId(*line);
    if (m_since->currentData().toInt() != FromNow && m_row->value())
        return LineId(*m_row->value());
    return std::nullopt;
}

Instant LineChoice::typedTime() const
{
    const QDateTime local(m_time->date(), m_time->time(), m_formats.zone());
    return Instant{std::chrono::milliseconds{local.toMSecsSinceEpoch()}};
}

std::optional<Instant> LineChoice::from(Instant now) const
{
    switch (m_since->currentData().toInt()) {
    case FromTime:
        return typedTime();
    case Always:
        return std::nullopt;
    default:
        return std::chrono::floor<std::chrono::seconds>(now);
    }
}

QString LineChoice::take(MachinePatch &patch, Instant now) const
{
    patch.withoutLines = m_removed;
    const std::optional<LineId> line = chosenLine();
    if (!line)
        return {};
    const MachinePatch alone{.line = LineAssignment{from(now), *line}};
    QString fault = faultOf(alone);
    if (fault.isEmpty())
        patch.line = alone.line;
    return fault;
}

void LineChoice::showFault(const QString &fault, Instant now)
{
    m_row->setFault(fault);
    m_consequence->setText(consequence(now));
}

QString LineChoice::consequence(Instant now) const
{
    if (!chosenLine())
        return m_removed.empty() ? tr("Nothing changes.") : tr("The figures of the past change.");
    const std::optional<Instant> since = from(now);
    if (!since)
        return tr("This rewrites the figures of all the past: they count for this line.");
    if (m_since->currentData().toInt() == FromNow)
        return tr("The figures of the past stay as they are.");
    const QString time =
        QStringLiteral("%1 %2").arg(dayAndTime(*since, m_formats), m_formats.zoneName(*since));
    return *since < now ? tr("This rewrites the figures since %1: they count for this line.").arg(time)
                        : tr("It counts once it is %1.").arg(time);
}

void LineChoice::refresh()
{
    m_since->setEnabled(m_row->value() || m_row->change());
    m_time->setVisible(m_since->currentData().toInt() == FromTime);
    m_consequence->setText(consequence(SystemClock().now()));
}

} // namespace linewatch::ui
