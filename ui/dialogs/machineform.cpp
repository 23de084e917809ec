// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/machineform.h"

#include "ui/dialogs/linechoice.h"
#include "ui/models/settingsdraft.h"
#include "ui/models/standardtexts.h"
#include "ui/widgets/patchrow.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int notesLines = 3;

QWidget *makeNotesEditor(QWidget *parent)
{
    auto *notes = new QPlainTextEdit(parent);
    notes->setTabChangesFocus(true);
    notes->setFixedHeight(notes->fontMetrics().lineSpacing() * notesLines + 16);
    return notes;
}

} // namespace

MachineForm::MachineForm(std::vector<MachineId> machineIds, const StateRules &rules, const Formats &formats,
                         QWidget *parent)
    : EntryForm(parent)
    , m_machineIds(std::move(machineIds))
    , m_formats(formats)
{
    QGridLayout &grid = *addGrid();
    addFields(grid, rules);
    addConfirmation(grid);
}

void MachineForm::addFields(QGridLayout &grid, const StateRules &rules)
{
    addRow(grid, MachineField::Name, "name", tr("&Name"), tr("What people call it."), tr("none"));
    m_line = new LineChoice(grid, m_formats);
    connect(m_line, &LineChoice::edited, this, &MachineForm::edited);
    addRow(grid, MachineField::Factory, "factory", tr("Fac&tory"),
           tr("For events that state no factory themselves."), tr("none"));
    addLimits(grid, rules);
    addRow(grid, MachineField::RetiredSince, "retiredSince", tr("&Retired since"),
           tr("A date, with a time or without, in %1; it is never Silent from then on.")
               .arg(QString::fromUtf8(m_formats.zone().id())),
           tr("in use"));
    addRow(grid, MachineField::Notes, "notes", tr("Not&es"), {}, tr("none"));
}

void MachineForm::addLimits(QGridLayout &grid, const StateRules &rules)
{
    addRow(grid, MachineField::IdealCycle, "idealCycle", tr("&Ideal cycle"),
           tr("The shortest time that a cycle can take: seconds, or with a unit: 4.2 s, 850 ms, 2 min."),
           tr("not known"));
    addRow(grid, MachineField::UnitsPerCycle, "unitsPerCycle", tr("&Units a cycle"),
           tr("Pieces that come out of a cycle."), m_formats.count(standardUnits));
    addRow(grid, MachineField::SilenceLimit, "silenceLimit", tr("&Silence limit"),
           tr("Without an event for longer, it is Silent: minutes, or with a unit: 90 s, 2 h."),
           tr("standard: %1").arg(standardSilence(rules, m_formats)));
    addRow(grid, MachineField::Threshold, "threshold", tr("&Warning from"),
           tr("Defects an hour, with two places at most."),
           tr("standard: %1").arg(standardThreshold(rules, m_formats)));
}

void MachineForm::addRow(QGridLayout &grid, MachineField field, const char *name, const QString &label,
                         const QString &note, const QString &standard)
{
    QWidget *editor = field == MachineField::Notes ? makeNotesEditor(this) : new QLineEdit(this);
    editor->setObjectName(QLatin1String(name));
    auto *row = new PatchRow(grid, editor,
                             {.label = label, .note = note, .standard = standard, .clear = tr("Standard")});
    connect(row, &PatchRow::edited, this, &MachineForm::edited);
    m_fields.push_back({field, row});
}

std::vector<RegisteredMachine> MachineForm::machinesOf(const KnownRegistry &known) const
{
    std::vector<RegisteredMachine> machines;
    for (const MachineId &machineId : m_machineIds) {
        if (const RegisteredMachine *machine = known.registry.machine(machineId))
            machines.push_back(*machine);
    }
    return machines;
}

void MachineForm::setKnown(const KnownRegistry &known, Instant now)
{
    m_machines = machinesOf(known);
    m_line->setMachines(m_machines, known, now);
    for (const Field &field : m_fields)
        field.row->setValue(commonText(field.field));
    setNewOnes(std::ranges::count(m_machines, false, &RegisteredMachine::confirmed));
}

std::optional<QString> MachineForm::commonText(MachineField field) const
{
    std::optional<QString> common;
    for (const RegisteredMachine &machine : m_machines) {
        const QString text = typedField(machine, field, m_formats);
        if (common && *common != text)
            return std::nullopt;
        common = text;
    }
    return common;
}

bool MachineForm::isOutdated(const KnownRegistry &known) const
{
    return machinesOf(known) != m_machines;
}

bool MachineForm::isTyped() const
{
    return m_line->isTyped()
        || std::ranges::any_of(m_fields, [](const Field &field) { return field.row->change().has_value(); });
}

bool MachineForm::takePatch(MachinePatch &patch, Instant now)
{
    const QString lineFault = m_line->take(patch, now);
    m_line->showFault(lineFault, now);
    bool isGood = lineFault.isEmpty();
    for (const Field &field : m_fields) {
        const std::optional<QString> typed = field.row->change();
        const QString fault = typed ? takeField(patch, field.field, *typed, m_formats) : QString();
        field.row->setFault(fault);
        isGood = isGood && fault.isEmpty();
    }
    patch.confirmed = confirmation();
    return isGood;
}

EntryOutcome MachineForm::outcome(Instant now)
{
    MachinePatch patch;
    EntryOutcome outcome;
    if (!takePatch(patch, now))
        outcome.problem = tr("Something that is typed is wrong.");
    for (const RegisteredMachine &machine : m_machines) {
        RegisteredMachine next = patched(machine, patch);
        if (next == machine)
            continue;
        if (const auto faults = faultsOf(next); !faults.empty() && outcome.problem.isEmpty())
            outcome.problem = QStringLiteral("%1: %2").arg(machine.machineId.toString(),
                                                           shownReason(faults.front().translated()));
        outcome.change.machines.push_back(std::move(next));
    }
    const auto changing = static_cast<int>(outcome.change.machines.size());
    outcome.change.what = changing == 1
        ? tr("edit of %1").arg(outcome.change.machines.front().machineId.toString())
        : tr("edit of %n machine(s)", nullptr, changing);
    return outcome;
}

QString MachineForm::title() const
{
    return m_machineIds.size() == 1
        ? tr("Edit machine %1").arg(m_machineIds.front().toString())
        : tr("Edit %n machine(s)", nullptr, static_cast<int>(m_machineIds.size()));
}

QString MachineForm::orderText(int entries) const
{
    return tr("Change %n machine(s)", nullptr, entries);
}

} // namespace linewatch::ui
