// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/rejectionsview.h"

#include "ui/models/rejecttext.h"
#include "ui/models/tabbedtext.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detailssplitter.h"
#include "ui/widgets/longtable.h"
#include "ui/widgets/selectabletext.h"
#include "model/validate.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace linewatch::ui {

RejectionsView::RejectionsView(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_model(new RejectionsTableModel(formats, this))
    , m_table(new LongTable(themes, this))
    , m_title(makeSelectableText(this))
    , m_advice(makeSelectableText(this))
    , m_sent(makeSelectableText(this))
    , m_machine(new QPushButton(this))
    , m_raw(new QPlainTextEdit(this))
    , m_note(makeSelectableText(this))
{
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Rejected events, the newest first"));
    setFontRole(*m_note, "small");
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(new DetailsSplitter(themes, m_table, makeDetails(), this), 1);
    layout->addWidget(m_note);
    say({});

    connect(m_table, &LongTable::copyWanted, this, &RejectionsView::copy);
    const QItemSelectionModel *selection = m_table->selectionModel();
    connect(selection, &QItemSelectionModel::currentRowChanged, this, &RejectionsView::followCurrent);
    connect(selection, &QItemSelectionModel::selectionChanged, this, &RejectionsView::followCurrent);
    connect(m_model, &QAbstractItemModel::modelReset, this, &RejectionsView::followCurrent);
    connect(m_model, &RejectionsTableModel::readFailed, this, [this](const QString &reason) {
        say(tr("Older ones could not be read: %1. Scroll on to try again.").arg(reason));
    });
    connect(m_machine, &QPushButton::clicked, this, [this] { emit placeChosen(m_machinePlace); });
    followCurrent();
}

QWidget *RejectionsView::makeDetails()
{
    setFontRole(*m_title, "strong");
    setFontRole(*m_sent, "small");
    setFontRole(*m_raw, "code");
    m_sent->setProperty("tone", QStringLiteral("muted"));
    m_title->setAccessibleName(tr("Why it was rejected"));
    m_machine->setProperty("kind", QStringLiteral("small"));
    m_raw->setReadOnly(true);
    m_raw->setTabChangesFocus(true);
    m_raw->setAccessibleName(tr("What was sent"));
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_title);
    layout->addWidget(m_advice);
    layout->addWidget(m_sent);
    layout->addWidget(m_machine, 0, Qt::AlignLeft);
    layout->addWidget(m_raw, 1);
    layout->addStretch(0); // takes the room where nothing is chosen
    return new Card(m_themes, tr("Details"), content);
}

void RejectionsView::setPage(StoreQueries *queries, const RejectionFilter &filter, const RejectionPage &page)
{
    say({});
    m_model->setPage(queries, filter, page);
    m_table->scrollToTop();
}

void RejectionsView::followCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    const bool isChosen = m_table->selectionModel()->isSelected(current);
    m_advice->setVisible(isChosen);
    m_raw->setVisible(isChosen);
    m_machine->hide();
    if (!isChosen) {
        m_title->setText(tr("No event is chosen"));
        m_sent->setText(tr("Choose one in the list to see what was sent and what to do about it."));
        return;
    }
    const RejectedEvent &rejected = m_model->rejection(current.row());
    const std::string_view code = wireName(rejected.reason);
    m_title->setText(QStringLiteral("%1 (%2)").arg(
        rejectWords(rejected.reason), QLatin1String(code.data(), static_cast<qsizetype>(code.size()))));
    m_advice->setText(rejectAdvice(rejected.reason));
    m_sent->setText(tr("Sent by %1, received %2.")
                        .arg(QString::fromStdString(rejected.sender),
                             m_model->text(rejected, RejectionsTableModel::Received)));
    m_raw->setPlainText(QString::fromStdString(rejected.raw));
    if (!isValidId(rejected.machineId, limits::NameLength))
        return; // no machine has such a name
    const MachineId machine(rejected.machineId);
    m_machinePlace = Place::ofMachine(machine);
    m_machine->setText(
        tr("Machine %1").arg(machine.toString().replace(QLatin1Char('&'), QStringLiteral("&&"))));
    m_machine->setAccessibleName(tr("Go to machine %1").arg(machine.toString()));
    m_machine->show();
}

/** Of what was sent all, in one line. */
void RejectionsView::copy(int first, int last)
{
    const QList<int> columns = m_table->shownColumns();
    QString text;
    for (int row = first; row <= last; ++row) {
        const RejectedEvent &rejected = m_model->rejection(row);
        QStringList cells;
        for (const int column : columns) {
            cells << (column == RejectionsTableModel::Raw ? QString::fromStdString(rejected.raw).simplified()
                                                          : m_model->text(rejected, column));
        }
        text += tabbedRow(cells);
    }
    QGuiApplication::clipboard()->setText(text);
    say(tr("%n row(s) copied.", nullptr, last - first + 1));
}

void RejectionsView::say(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

} // namespace linewatch::ui
