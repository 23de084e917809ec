// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/finddialog.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr std::chrono::milliseconds typingPause{150};
constexpr QSize firstSize(520, 360);

bool movesInList(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

FindDialog::FindDialog(StoreQueries *queries, const Formats &formats, QWidget *parent)
    : QDialog(parent)
    , m_queries(queries)
    , m_findings(new Findings(formats, this))
    , m_text(new QLineEdit(this))
    , m_list(new QListView(this))
    , m_state(new QLabel(this))
{
    setWindowTitle(tr("Find"));
    resize(firstSize);
    m_text->setPlaceholderText(tr("Machine, line or the id of an event"));
    m_text->setAccessibleName(tr("What to find"));
    m_text->setClearButtonEnabled(true);
    m_text->installEventFilter(this);
    m_list->setModel(m_findings);
    m_list->setObjectName(QStringLiteral("findings"));
    m_list->setUniformItemSizes(true);
    m_list->setAccessibleName(tr("What was found"));
    m_state->setWordWrap(true);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_text);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_state);

    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPause);
    connect(&m_typing, &QTimer::timeout, this, &FindDialog::lookForEvents);
    connect(m_text, &QLineEdit::textChanged, this, &FindDialog::changeText);
    connect(m_text, &QLineEdit::returnPressed, this, [this] { choose(m_list->currentIndex()); });
    connect(m_list, &QListView::activated, this, &FindDialog::choose);
    connect(m_list, &QListView::clicked, this, &FindDialog::choose);
    readNames();
    refreshState();
}

void FindDialog::readNames()
{
    m_names.ask(m_queries, readStoreNames,
                [this](const Result<StoreNames> &names, std::chrono::milliseconds /*took*/) {
                    m_hasNames = names.ok();
                    m_problem = names ? QString() : names.failure().shown;
                    if (names)
                        m_findings->setNames(*names);
                    refreshState();
                });
}

void FindDialog::changeText(const QString &text)
{
    m_ids.cancel();
    m_findings->setText(text.trimmed());
    m_typing.start();
    refreshState();
}

void FindDialog::lookForEvents()
{
    if (m_findings->text().isEmpty() || !m_queries)
        return;
    m_ids.ask(
        m_queries,
        [id = EventId(m_findings->text())](EventReader &reader) {
            return findIds(reader, id, Findings::MaxIds);
        },
        [this](const Result<FoundIds> &ids, std::chrono::milliseconds /*took*/) {
            m_problem = ids ? QString() : ids.failure().shown;
            if (ids)
                showIds(*ids);
            refreshState();
        });
}

/** Without taking away what the arrow keys chose meanwhile. */
void FindDialog::showIds(const FoundIds &ids)
{
    const QModelIndex current = m_list->currentIndex();
    const std::optional<Place> chosen = current.isValid() && current.row() > 0
        ? std::optional(m_findings->placeAt(current.row()))
        : std::nullopt;
    m_findings->setIds(ids);
    m_list->setCurrentIndex(m_findings->index(m_findings->rowOf(chosen)));
}

void FindDialog::refreshState()
{
    const bool isLooking = !m_hasNames || m_typing.isActive() || m_ids.isWaiting();
    if (!m_problem.isEmpty())
        m_state->setText(tr("The store could not be read: %1").arg(m_problem));
    else if (m_findings->rowCount() == 0 && !m_findings->text().isEmpty())
        m_state->setText(isLooking
                             ? tr("Looking…")
                             : tr("Nothing with that name, no event with that id, and among the newest none "
                                  "whose id begins so."));
    else
        m_state->setText(tr("Enter goes there, Esc closes."));
    if (m_findings->rowCount() > 0 && !m_list->currentIndex().isValid())
        m_list->setCurrentIndex(m_findings->index(m_findings->rowOf({})));
}

void FindDialog::choose(const QModelIndex &index)
{
    if (!index.isValid() || !index.flags().testFlag(Qt::ItemIsEnabled))
        return;
    const Place place = m_findings->placeAt(index.row());
    accept();
    emit placeChosen(place);
}

/** The arrow keys walk the list while one types. */
bool FindDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text && event->type() == QEvent::KeyPress
        && movesInList(static_cast<QKeyEvent *>(event)->key()))
        return QCoreApplication::sendEvent(m_list, event);
    return QDialog::eventFilter(watched, event);
}

} // namespace linewatch::ui
