// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/lineform.h"

#include "ui/models/typedmachine.h"
#include "ui/widgets/patchrow.h"

#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>

#include <algorithm>

namespace linewatch::ui {

namespace {

constexpr int linesOfNotes = 4;

QString nameText(const RegisteredLine &line)
{
    return QString::fromStdString(line.name);
}

QString factoryText(const RegisteredLine &line)
{
    return line.factoryId.toString();
}

QString notesText(const RegisteredLine &line)
{
    return QString::fromStdString(line.notes);
}

std::optional<QString> commonOf(const std::vector<RegisteredLine> &lines,
                                QString (*textOf)(const RegisteredLine &))
{
    std::optional<QString> common;
    for (const RegisteredLine &line : lines) {
        const QString text = textOf(line);
        if (common && *common != text)
            return std::nullopt;
        common = text;
    }
    return common;
}

/** Puts what is typed, where nothing is wrong with it, and says what is. */
template <class Value>
bool takeRow(PatchRow &row, LinePatch &patch, FieldPatch<Value> LinePatch::*field)
{
    const std::optional<QString> typed = row.change();
    LinePatch alone;
    if (typed)
        alone.*field = Value(typed->toStdString());
    const QString fault = faultOf(alone);
    row.setFault(fault);
    if (fault.isEmpty())
        patch.*field = alone.*field;
    return fault.isEmpty();
}

} // namespace

LineForm::LineForm(std::vector<LineId> lineIds, QWidget *parent)
    : EntryForm(parent)
    , m_lineIds(std::move(lineIds))
{
    QGridLayout &grid = *addGrid();
    auto *notes = new QPlainTextEdit(this);
    notes->setTabChangesFocus(true);
    notes->setFixedHeight(notes->fontMetrics().lineSpacing() * linesOfNotes + 16);
    m_name = addRow(grid, new QLineEdit(this), "name", tr("&Name"), tr("What people call it."));
    m_factory = addRow(grid, new QLineEdit(this), "factory", tr("Fac&tory"), tr("Where it stands."));
    m_notes = addRow(grid, notes, "notes", tr("Not&es"), {});
    addConfirmation(grid);
}

PatchRow *LineForm::addRow(QGridLayout &grid, QWidget *editor, const char *name, const QString &label,
                           const QString &note)
{
    editor->setObjectName(QLatin1String(name));
    auto *row = new PatchRow(grid, editor,
                             {.label = label, .note = note, .standard = tr("none"), .clear = tr("Clear")});
    connect(row, &PatchRow::edited, this, &LineForm::edited);
    return row;
}

std::vector<RegisteredLine> LineForm::linesOf(const KnownRegistry &known) const
{
    std::vector<RegisteredLine> lines;
    for (const LineId &lineId : m_lineIds) {
        if (const auto line = known.registry.lines.find(lineId); line != known.registry.lines.end())
            lines.push_back(line->second);
    }
    return lines;
}

void LineForm::setKnown(const KnownRegistry &known, Instant /*now*/)
{
    m_lines = linesOf(known);
    m_name->setValue(commonOf(m_lines, nameText));
    m_factory->setValue(commonOf(m_lines, factoryText));
    m_notes->setValue(commonOf(m_lines, notesText));
    setNewOnes(std::ranges::count(m_lines, false, &RegisteredLine::confirmed));
}

bool LineForm::isOutdated(const KnownRegistry &known) const
{
    return linesOf(known) != m_lines;
}

bool LineForm::isTyped() const
{
    return m_name->change() || m_factory->change() || m_notes->change();
}

bool LineForm::takePatch(LinePatch &patch)
{
    const bool isNameGood = takeRow(*m_name, patch, &LinePatch::name);
    const bool isFactoryGood = takeRow(*m_factory, patch, &LinePatch::factoryId);
    const bool areNotesGood = takeRow(*m_notes, patch, &LinePatch::notes);
    patch.confirmed = confirmation();
    return isNameGood && isFactoryGood && areNotesGood;
}

EntryOutcome LineForm::outcome(Instant /*now*/)
{
    LinePatch patch;
    EntryOutcome outcome;
    if (!takePatch(patch))
        outcome.problem = tr("Something that is typed is wrong.");
    for (const RegisteredLine &line : m_lines) {
        RegisteredLine next = patched(line, patch);
        if (!(next == line))
            outcome.change.lines.push_back(std::move(next));
    }
    const auto changing = static_cast<int>(outcome.change.lines.size());
    outcome.change.what = changing == 1
        ? tr("edit of line %1").arg(outcome.change.lines.front().lineId.toString())
        : tr("edit of %n line(s)", nullptr, changing);
    return outcome;
}

QString LineForm::title() const
{
    return m_lineIds.size() == 1 ? tr("Edit line %1").arg(m_lineIds.front().toString())
                                 : tr("Edit %n line(s)", nullptr, static_cast<int>(m_lineIds.size()));
}

QString LineForm::orderText(int entries) const
{
    return tr("Change %n line(s)", nullptr, entries);
}

} // namespace linewatch::ui
