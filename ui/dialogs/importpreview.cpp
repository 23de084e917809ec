// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/importpreview.h"

#include "ui/models/importwords.h"
#include "ui/models/tabbedtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detailssplitter.h"
#include "ui/widgets/longtable.h"
#include "ui/widgets/segmentedcontrol.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int mostCopied = 10'000; ///< rows, for which the window waits

} // namespace

ImportPreview::ImportPreview(RegistryKind kind, const ThemeController &themes, const Formats &formats,
                             QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_themes(themes)
    , m_formats(formats)
    , m_model(new ImportRowsModel(kind, formats, this))
    , m_unknown(new QLabel(this))
    , m_table(new LongTable(themes, this))
    , m_details(new QPlainTextEdit(this))
    , m_note(new QLabel(this))
    , m_layout(new QVBoxLayout(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Rows of the file, and what each will change"));
    m_unknown->setWordWrap(true);
    m_unknown->setTextFormat(Qt::PlainText);
    m_unknown->setObjectName(QStringLiteral("unknownColumns"));
    setFontRole(*m_note, "small");
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->addWidget(m_unknown);
    m_layout->addWidget(new DetailsSplitter(themes, m_table, makeDetails(), this), 1);
    m_layout->addWidget(m_note);
    connect(m_table, &LongTable::copyWanted, this, &ImportPreview::copy);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &ImportPreview::followCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &ImportPreview::followCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &ImportPreview::followCurrent);
    say({});
}

QWidget *ImportPreview::makeDetails()
{
    m_details->setReadOnly(true);
    m_details->setTabChangesFocus(true);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setAccessibleName(tr("What the chosen row will change"));
    m_details->setPlaceholderText(tr("Choose a row to read all of it."));
    return new Card(m_themes, tr("Row"), m_details);
}

void ImportPreview::setImport(const RegistryImportPtr &import)
{
    m_model->setImport(import);
    m_unknown->setText(
        tr("Not known, and passed over: %1").arg(import->unknownColumns.join(QStringLiteral(", "))));
    m_unknown->setVisible(!import->unknownColumns.isEmpty());
    makeChoice();
    say({});
}

void ImportPreview::makeChoice()
{
    delete m_choice;
    m_choice = new SegmentedControl(m_themes, this);
    m_choice->setAccessibleName(tr("Which rows are listed"));
    const QString names[] = {tr("All %1"), tr("Will change %1"), tr("Refused %1"), tr("Unchanged %1")};
    for (int choice = 0; choice < ImportRowsModel::ChoiceCount; ++choice) {
        const std::int64_t rows = m_model->count(static_cast<ImportRowsModel::Choice>(choice));
        const QString text = names[choice].arg(m_formats.count(rows));
        m_choice->addSegment(choice, text, text);
    }
    m_choice->choose(ImportRowsModel::All);
    m_layout->insertWidget(1, m_choice, 0, Qt::AlignLeft);
    QWidget::setTabOrder(m_choice, m_table);
    connect(m_choice, &SegmentedControl::chosen, this,
            [this](int choice) { choose(static_cast<ImportRowsModel::Choice>(choice)); });
}

void ImportPreview::focusTable()
{
    if (m_model->rowCount() > 0)
        m_table->setCurrentIndex(m_model->index(0, 0));
    m_table->setFocus();
}

void ImportPreview::choose(ImportRowsModel::Choice choice)
{
    m_model->choose(choice);
    m_table->scrollToTop();
    say({});
}

void ImportPreview::followCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid() || !m_table->selectionModel()->isSelected(current)) {
        m_details->clear();
        return;
    }
    const ImportRow &row = m_model->importRow(current.row());
    QString who = tr("Row %1").arg(row.number);
    if (!row.id.isEmpty())
        who += QStringLiteral(", ") + row.id;
    const QStringList words = rowWords(row, m_kind, m_formats);
    m_details->setPlainText(who + QLatin1Char('\n') + words.join(QLatin1Char('\n')));
}

/** All of each cell, in one line. */
void ImportPreview::copy(int first, int last)
{
    if (last - first >= mostCopied) {
        say(tr("Up to %1 rows can be copied at a time.").arg(m_formats.count(mostCopied)));
        return;
    }
    const QList<int> columns = m_table->shownColumns();
    QString text;
    for (int row = first; row <= last; ++row) {
        QStringList cells;
        for (const int column : columns)
            cells << m_model->text(row, column);
        text += tabbedRow(cells);
    }
    QGuiApplication::clipboard()->setText(text);
    say(tr("%n row(s) copied.", nullptr, last - first + 1));
}

void ImportPreview::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace linewatch::ui
