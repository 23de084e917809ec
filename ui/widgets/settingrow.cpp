// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/settingrow.h"

#include "ui/models/settingsdraft.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace linewatch::ui {

namespace {

constexpr int narrowestEdit = 220;
constexpr int editLetters = 26;
constexpr int labelLetters = 24; // so that the fields of all cards stand below each other

QLabel *makeNote(QWidget *parent, const char *tone)
{
    auto *label = new QLabel(parent);
    label->setProperty("tone", QLatin1String(tone));
    label->setWordWrap(true);
    return label;
}

} // namespace

QGridLayout *addSettingsGrid(QWidget &widget)
{
    auto *grid = new QGridLayout(&widget);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(8);
    grid->setColumnMinimumWidth(0, widget.fontMetrics().averageCharWidth() * labelLetters);
    grid->setColumnStretch(1, 2);
    grid->setColumnStretch(2, 3);
    return grid;
}

SettingRow::SettingRow(QGridLayout &grid, SettingsDraft &draft, SettingRowSpec spec)
    : QObject(grid.parentWidget())
    , m_draft(draft)
    , m_spec(std::move(spec))
    , m_edit(new QLineEdit(grid.parentWidget()))
    , m_note(makeNote(grid.parentWidget(), "muted"))
    , m_fault(makeNote(grid.parentWidget(), "critical"))
{
    auto *label = new QLabel(m_spec.label, grid.parentWidget());
    label->setBuddy(m_edit);
    m_edit->setObjectName(m_spec.key);
    m_edit->setAccessibleName(QString(m_spec.label).remove(QLatin1Char('&')));
    m_edit->setMinimumWidth(std::max(narrowestEdit, m_edit->fontMetrics().averageCharWidth() * editLetters));
    if (m_spec.isSecret)
        m_edit->setEchoMode(QLineEdit::Password);
    const int row = grid.rowCount();
    auto *notes = new QVBoxLayout;
    notes->setSpacing(2);
    notes->addWidget(m_note);
    notes->addWidget(m_fault);
    grid.addWidget(label, row, 0);
    grid.addWidget(m_edit, row, 1);
    grid.addLayout(notes, row, 2);
    connect(m_edit, &QLineEdit::textEdited, this, &SettingRow::takeText);
    connect(&m_draft, &SettingsDraft::changed, this, &SettingRow::refresh);
    refresh();
}

void SettingRow::takeText(const QString &text)
{
    const QString typed = text.trimmed();
    m_draft.setText(m_spec.key, m_spec.withPart ? m_spec.withPart(m_draft.text(m_spec.key), typed) : typed);
}

void SettingRow::refresh()
{
    const QString setting = m_draft.text(m_spec.key);
    const QString shown = m_spec.part ? m_spec.part(setting) : setting;
    if (m_edit->text().trimmed() != shown)
        m_edit->setText(shown);
    const QString setBy = m_draft.setBy(m_spec.key);
    m_edit->setReadOnly(!setBy.isEmpty());
    m_edit->setEnabled(setBy.isEmpty());
    m_note->setText(setBy.isEmpty() ? m_spec.note : tr("Set by %1 at the start.").arg(setBy));
    const bool ownsFault = !m_spec.ownsFault || m_spec.ownsFault(setting);
    const QString fault = ownsFault ? m_draft.fault(m_spec.key) : QString();
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_note->setVisible(fault.isEmpty());
    m_edit->setAccessibleDescription(fault.isEmpty() ? m_note->text() : fault);
}

} // namespace linewatch::ui
