// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/patchrow.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScopedValueRollback>

namespace linewatch::ui {

namespace {

constexpr int editorLetters = 20;

QLabel *makePatchLabel(QWidget *parent, const char *tone)
{
    auto *label = new QLabel(parent);
    label->setProperty("tone", QLatin1String(tone));
    label->setWordWrap(true);
    return label;
}

} // namespace

PatchRow::PatchRow(QGridLayout &grid, QWidget *editor, PatchRowSpec spec)
    : QObject(grid.parentWidget())
    , m_spec(std::move(spec))
    , m_editor(editor)
    , m_clear(new QPushButton(m_spec.clear, grid.parentWidget()))
    , m_note(makePatchLabel(grid.parentWidget(), "muted"))
    , m_fault(makePatchLabel(grid.parentWidget(), "critical"))
{
    const QString plainLabel = QString(m_spec.label).remove(QLatin1Char('&'));
    auto *label = new QLabel(m_spec.label, grid.parentWidget());
    label->setBuddy(m_editor);
    m_editor->setAccessibleName(plainLabel);
    m_editor->setMinimumWidth(m_editor->fontMetrics().averageCharWidth() * editorLetters);
    m_clear->setProperty("kind", QStringLiteral("small"));
    m_clear->setAutoDefault(false);
    m_clear->setAccessibleName(QStringLiteral("%1: %2").arg(plainLabel, m_spec.clear));
    m_clear->setObjectName(m_editor->objectName() + QStringLiteral("Clear"));
    auto *notes = new QVBoxLayout;
    notes->setSpacing(2);
    notes->addWidget(m_note);
    notes->addWidget(m_fault);
    const int row = grid.rowCount();
    grid.addWidget(label, row, 0);
    grid.addWidget(m_editor, row, 1);
    grid.addWidget(m_clear, row, 2, Qt::AlignVCenter);
    grid.addLayout(notes, row, 3);
    connectEditor();
    connect(m_clear, &QPushButton::clicked, this, &PatchRow::clear);
    refresh();
}

void PatchRow::connectEditor()
{
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        connect(edit, &QLineEdit::textChanged, this, &PatchRow::takeEdit);
    else if (auto *box = qobject_cast<QComboBox *>(m_editor))
        connect(box, &QComboBox::editTextChanged, this, &PatchRow::takeEdit);
    else if (auto *notes = qobject_cast<QPlainTextEdit *>(m_editor))
        connect(notes, &QPlainTextEdit::textChanged, this, &PatchRow::takeEdit);
}

QString PatchRow::text() const
{
    if (const auto *edit = qobject_cast<QLineEdit *>(m_editor))
        return edit->text().trimmed();
    if (const auto *box = qobject_cast<QComboBox *>(m_editor))
        return box->currentText().trimmed();
    return qobject_cast<QPlainTextEdit *>(m_editor)->toPlainText();
}

void PatchRow::setText(const QString &text)
{
    const QScopedValueRollback guard(m_isSetting, true);
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        edit->setText(text);
    else if (auto *box = qobject_cast<QComboBox *>(m_editor))
        box->setEditText(text);
    else if (auto *notes = qobject_cast<QPlainTextEdit *>(m_editor))
        notes->setPlainText(text);
}

void PatchRow::setPlaceholder(const QString &text)
{
    const QScopedValueRollback guard(m_isSetting, true); // a text edit says that it changed
    if (auto *edit = qobject_cast<QLineEdit *>(m_editor))
        edit->setPlaceholderText(text);
    else if (auto *box = qobject_cast<QComboBox *>(m_editor))
        box->lineEdit()->setPlaceholderText(text);
    else if (auto *notes = qobject_cast<QPlainTextEdit *>(m_editor))
        notes->setPlaceholderText(text);
}

void PatchRow::setValue(const std::optional<QString> &value)
{
    const bool isTyped = change().has_value();
    m_value = value;
    if (!isTyped) {
        m_isTouched = false;
        m_isCleared = false;
        if (text() != value.value_or(QString()))
            setText(value.value_or(QString()));
    }
    refresh();
}

std::optional<QString> PatchRow::change() const
{
    if (!m_isTouched && !m_isCleared)
        return std::nullopt;
    const QString typed = text();
    if (m_value ? typed == *m_value : typed.isEmpty() && !m_isCleared)
        return std::nullopt;
    return typed;
}

void PatchRow::setFault(const QString &fault)
{
    m_fault->setText(fault);
    m_fault->setVisible(!fault.isEmpty());
    m_note->setVisible(fault.isEmpty());
    m_editor->setAccessibleDescription(fault.isEmpty() ? m_note->text() : fault);
}

void PatchRow::takeEdit()
{
    if (m_isSetting)
        return;
    m_isTouched = true;
    m_isCleared = false;
    refresh();
    emit edited();
}

/** Where entries differ, a second time takes it back. */
void PatchRow::clear()
{
    m_isCleared = !(m_isCleared && !m_value);
    m_isTouched = m_isCleared;
    setText({});
    m_editor->setFocus();
    refresh();
    emit edited();
}

void PatchRow::refresh()
{
    const bool differs = !m_value && !m_isCleared;
    setPlaceholder(differs ? tr("different: each keeps its own") : m_spec.standard);
    m_note->setText(m_spec.note);
    m_clear->setEnabled(!m_value || !text().isEmpty());
    m_clear->setToolTip(m_isCleared && !m_value ? tr("Each keeps its own again")
                                                : tr("Nothing is set then: %1").arg(m_spec.standard));
    setFault(m_fault->text());
}

} // namespace linewatch::ui
