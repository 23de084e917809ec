// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/registryview.h"

#include "model/systemclock.h"
#include "ui/models/registrydesk.h"
#include "ui/models/registrytablemodel.h"
#include "ui/models/sentence.h"
#include "ui/pages/registrytools.h"
#include "ui/theme/themecontroller.h"
#include "ui/theme/type.h"
#include "ui/widgets/card.h"
#include "ui/widgets/longtable.h"
#include "ui/widgets/registrydelegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QHideEvent>
#include <QLabel>
#include <QPushButton>
#include <QShowEvent>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int adviceWidth = 560;

} // namespace

RegistryView::RegistryView(RegistryDesk &desk, RegistryTableModel *entries, const RegistryWords &words,
                           const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_words(words)
    , m_entries(entries)
    , m_shown(new RegistryFilterModel(*entries, formats.locale(), this))
    , m_tools(new RegistryTools(words, themes, formats, this))
    , m_table(new LongTable(themes, this))
    , m_notice(new QWidget(this))
    , m_noticeText(new QLabel(m_notice))
    , m_noticeUndo(new QPushButton(tr("Undo"), m_notice))
    , m_problem(new QLabel(this))
    , m_content(new QStackedWidget(this))
    , m_waiting(new QLabel(tr("Reading from the store…"), this))
    , m_card(new Card(themes, {}, m_table))
    , m_message(new QWidget(this))
    , m_messageTitle(new QLabel(m_message))
    , m_messageAdvice(new QLabel(m_message))
    , m_connect(new QPushButton(tr("Connect a &machine…"), m_message))
    , m_showAll(new QPushButton(tr("Show &all"), m_message))
    , m_tryAgain(new QPushButton(tr("T&ry again"), m_message))
{
    entries->setParent(this);
    m_table->setItemDelegate(new RegistryDelegate(themes, m_table));
    m_table->setModel(m_shown);
    m_table->setAccessibleName(words.table);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSectionsClickable(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    m_messageAdvice->setMaximumWidth(themes.scaledInt(adviceWidth));
    m_content->addWidget(m_waiting);
    m_content->addWidget(m_card);
    m_content->addWidget(makeMessage());
    makeNotice();
    arrange();
    connectTools();
    connectDesk();
    refresh();
}

void RegistryView::arrange()
{
    m_waiting->setAlignment(Qt::AlignCenter);
    m_problem->setWordWrap(true);
    m_problem->setProperty("tone", QStringLiteral("critical"));
    m_problem->setObjectName(QStringLiteral("registryProblem"));
    m_problem->hide();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_tools);
    layout->addWidget(m_problem);
    layout->addWidget(m_content, 1);
    layout->addWidget(m_notice);
}

QWidget *RegistryView::makeMessage()
{
    setFontRole(*m_messageTitle, "title");
    for (QLabel *label : {m_messageTitle, m_messageAdvice}) {
        label->setAlignment(Qt::AlignCenter);
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    m_messageTitle->setObjectName(QStringLiteral("registryMessage"));
    m_showAll->setObjectName(QStringLiteral("showAllEntries"));
    constexpr int wins = 100; // against what is beside it
    auto *middle = new QHBoxLayout;
    middle->addStretch(1);
    middle->addWidget(m_messageAdvice, wins);
    middle->addStretch(1);
    auto *layout = new QVBoxLayout(m_message);
    layout->setSpacing(10);
    layout->addStretch(2);
    layout->addWidget(m_messageTitle);
    layout->addLayout(middle);
    for (QPushButton *button : {m_connect, m_showAll, m_tryAgain})
        layout->addWidget(button, 0, Qt::AlignHCenter);
    layout->addStretch(3);
    return m_message;
}

void RegistryView::makeNotice()
{
    m_noticeText->setWordWrap(true);
    m_noticeText->setTextFormat(Qt::PlainText);
    m_noticeText->setObjectName(QStringLiteral("registryNotice"));
    m_noticeUndo->setProperty("kind", QStringLiteral("small"));
    auto *row = new QHBoxLayout(m_notice);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_noticeText, 1);
    row->addWidget(m_noticeUndo);
    m_notice->hide();
    connect(m_noticeUndo, &QPushButton::clicked, m_tools->undoAction(), &QAction::trigger);
}

void RegistryView::connectTools()
{
    for (QAction *action : {m_tools->confirmAction(), m_tools->undoAction()}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        addAction(action);
    }
    m_tools->editAction()->setShortcutContext(Qt::WidgetShortcut); // Return means more elsewhere
    m_table->addActions({m_tools->editAction(), m_tools->confirmAction()});
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    connect(m_tools->editAction(), &QAction::triggered, this, &RegistryView::edit);
    connect(m_tools->confirmAction(), &QAction::triggered, this, &RegistryView::confirm);
    connect(m_tools->undoAction(), &QAction::triggered, &m_desk, &RegistryDesk::undo);
    connect(m_tools, &RegistryTools::textChanged, this, [this](const QString &text) {
        m_shown->setText(text);
        refreshState();
    });
    connect(m_tools, &RegistryTools::kindChosen, this, [this](RegistryFilterModel::Kind kind) {
        m_shown->setKind(kind);
        refreshState();
    });
    connect(m_tools, &RegistryTools::tableWanted, this, &RegistryView::goToTable);
    connect(m_tools, &RegistryTools::importWanted, this, &RegistryView::importWanted);
    connect(m_tools, &RegistryTools::exportWanted, this, &RegistryView::exportWanted);
    connect(m_table, &QTableView::doubleClicked, this, &RegistryView::edit);
    connect(m_table, &LongTable::copyWanted, this, &RegistryView::copy);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &RegistryView::refreshSelection);
    connect(m_connect, &QPushButton::clicked, this, &RegistryView::connectRequested);
    connect(m_showAll, &QPushButton::clicked, m_tools, &RegistryTools::clearFilter);
    connect(m_tryAgain, &QPushButton::clicked, &m_desk, &RegistryDesk::readAgain);
}

void RegistryView::connectDesk()
{
    connect(&m_desk, &RegistryDesk::read, this, &RegistryView::refresh);
    connect(&m_desk, &RegistryDesk::readFailed, this, &RegistryView::refreshState);
    connect(&m_desk, &RegistryDesk::stateChanged, this, [this] {
        refreshSelection();
        refreshUndo();
        if (!m_desk.known())
            refreshState();
    });
    connect(&m_desk, &RegistryDesk::changed, this,
            [this](const MadeChange &change) { say(tr("Done: %1.").arg(change.what), true); });
    connect(&m_desk, &RegistryDesk::undone, this,
            [this](const MadeChange &change) { say(tr("Undone: %1.").arg(change.what), false); });
    connect(&m_desk, &RegistryDesk::undoRefused, this, [this](const QString &reason) {
        say(tr("It was not undone: %1").arg(asSentence(reason)), false, "critical");
    });
}

void RegistryView::setFilesOffered(bool areOffered)
{
    m_tools->setFilesOffered(areOffered);
}

void RegistryView::refresh()
{
    if (m_desk.known() && isVisible())
        m_entries->setKnown(*m_desk.known(), m_desk.rules(), SystemClock().now());
    refreshState();
    refreshUndo();
}

void RegistryView::refreshState()
{
    const bool isOld = m_desk.known() && !m_desk.problem().isEmpty();
    m_problem->setVisible(isOld);
    if (isOld) {
        m_problem->setText(tr("The store could not be read: %1 It is tried again in a moment; what is shown "
                              "is older.")
                               .arg(asSentence(m_desk.problem())));
    }
    m_tools->setEnabled(m_desk.known() != nullptr);
    refreshSelection();
    if (!m_desk.known() && m_desk.problem().isEmpty())
        m_content->setCurrentWidget(m_waiting);
    else if (!m_desk.known())
        showMessage(tr("The store could not be read"),
                    tr("%1 It is tried again in a moment.").arg(asSentence(m_desk.problem())), m_tryAgain);
    else if (m_entries->rowCount() == 0)
        showMessage(m_words.emptyTitle, m_words.emptyAdvice, m_connect);
    else if (m_shown->rowCount() == 0)
        showMessage(tr("Nothing fits"), tr("No entry is like what is chosen above."), m_showAll);
    else
        m_content->setCurrentWidget(m_card);
}

void RegistryView::showMessage(const QString &title, const QString &advice, QPushButton *button)
{
    m_messageTitle->setText(title);
    m_messageAdvice->setText(advice);
    for (QPushButton *candidate : {m_connect, m_showAll, m_tryAgain})
        candidate->setVisible(candidate == button);
    m_content->setCurrentWidget(m_message);
}

void RegistryView::refreshSelection()
{
    const std::vector<int> rows = selectedRows();
    m_tools->setCount(m_shown->rowCount(), m_entries->rowCount(), std::ssize(rows));
    if (m_desk.canChange())
        m_tools->setSelected(std::ssize(rows), m_entries->newAmong(rows));
    else
        m_tools->setSelected(0, 0);
}

void RegistryView::refreshUndo()
{
    const bool canUndo = m_desk.canChange() && m_desk.lastChange();
    m_tools->setUndo(canUndo ? &*m_desk.lastChange() : nullptr);
    m_noticeUndo->setEnabled(canUndo);
}

void RegistryView::say(const QString &text, bool canUndo, const char *tone)
{
    changeTone(*m_noticeText, tone);
    m_noticeText->setText(text);
    m_noticeUndo->setVisible(canUndo);
    m_notice->setVisible(!text.isEmpty());
}

std::vector<int> RegistryView::selectedRows() const
{
    std::vector<int> rows;
    for (const QItemSelectionRange &range : m_table->selectionModel()->selection()) {
        for (int row = range.top(); row <= range.bottom(); ++row)
            rows.push_back(m_shown->mapToSource(m_shown->index(row, 0)).row());
    }
    std::ranges::sort(rows);
    const auto repeated = std::ranges::unique(rows);
    rows.erase(repeated.begin(), repeated.end());
    return rows;
}

void RegistryView::edit()
{
    QStringList ids;
    for (const int row : selectedRows())
        ids << m_entries->idAt(row);
    if (!ids.isEmpty() && m_desk.canChange())
        emit editWanted(ids);
}

void RegistryView::confirm()
{
    if (!m_desk.known() || !m_desk.canChange())
        return;
    RegistryChange change = m_entries->confirmation(selectedRows());
    const auto entries = std::ssize(change.machines) + std::ssize(change.lines);
    if (entries == 0)
        return;
    change.basedOn = m_desk.known()->registry.revision;
    change.what = m_words.confirmation(static_cast<int>(entries));
    m_desk.apply(std::move(change), this, [this](const Result<std::int64_t> &revision) {
        if (!revision)
            say(tr("Nothing was confirmed: %1").arg(asSentence(revision.failure().shown)), false, "critical");
    });
}

/** Tabs between cells, as spreadsheets take them; notes are in one line here. */
void RegistryView::copy() const
{
    QStringList lines;
    for (const int row : selectedRows()) {
        QStringList cells;
        for (const int column : m_table->shownColumns())
            cells << m_entries->index(row, column)
                         .data()
                         .toString()
                         .replace(QLatin1Char('\t'), QLatin1Char(' '));
        lines << cells.join(QLatin1Char('\t'));
    }
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
}

void RegistryView::goToTable()
{
    m_table->setFocus();
    m_table->setCurrentIndex(m_shown->index(0, 0));
}

void RegistryView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    refresh();
    m_desk.watch(this);
}

void RegistryView::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_desk.unwatch(this);
    say({}, false);
}

} // namespace linewatch::ui
