// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/entrydialog.h"

#include "model/systemclock.h"
#include "ui/dialogs/entryform.h"
#include "ui/models/sentence.h"
#include "ui/theme/themecontroller.h"
#include "ui/theme/type.h"

#include <QDialogButtonBox>
#include <QEvent>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QStyle>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr QSize entryDialogSize(860, 640);

} // namespace

EntryDialog::EntryDialog(RegistryDesk &desk, EntryForm *form, const ThemeController &themes, QWidget *parent)
    : QDialog(parent)
    , m_desk(desk)
    , m_form(form)
    , m_base(desk.known())
    , m_store(desk.storeNumber())
    , m_notice(new QLabel(this))
    , m_reason(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(form->title());
    arrange(themes);
    if (parent)
        parent->window()->installEventFilter(this);
    desk.watch(this);
    connect(&desk, &RegistryDesk::read, this, &EntryDialog::follow);
    connect(&desk, &RegistryDesk::stateChanged, this, &EntryDialog::refresh);
    connect(form, &EntryForm::edited, this, &EntryDialog::refresh);
    if (m_base)
        form->setKnown(*m_base, SystemClock().now());
    refresh();
}

void EntryDialog::arrange(const ThemeController &themes)
{
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(m_form);
    // What is in it is read by scrolling down, never to the side.
    scroll->setMinimumWidth(m_form->minimumSizeHint().width()
                            + style()->pixelMetric(QStyle::PM_ScrollBarExtent));
    m_notice->setWordWrap(true);
    m_notice->setTextFormat(Qt::PlainText);
    m_notice->setObjectName(QStringLiteral("entryNotice"));
    m_notice->hide();
    m_reason->setWordWrap(true);
    m_reason->setTextFormat(Qt::PlainText);
    m_reason->setObjectName(QStringLiteral("entryReason"));
    m_reason->setProperty("tone", QStringLiteral("muted"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_ok = buttons->addButton(QString(), QDialogButtonBox::AcceptRole);
    m_ok->setObjectName(QStringLiteral("entryOk"));
    m_ok->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &EntryDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &EntryDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addWidget(m_notice);
    layout->addWidget(scroll, 1);
    layout->addWidget(m_reason);
    layout->addWidget(buttons);
    const QSize wanted(themes.scaledInt(entryDialogSize.width()), themes.scaledInt(entryDialogSize.height()));
    resize(wanted.boundedTo(screen()->availableSize() * 9 / 10));
}

bool EntryDialog::isTyped() const
{
    return m_form->isTyped();
}

/** What is typed is put upon what the registry has become, and that is said where it matters. */
void EntryDialog::follow()
{
    if (!m_desk.known() || m_desk.known() == m_base || m_desk.storeNumber() != m_store)
        return;
    const bool isOther = m_form->isOutdated(*m_desk.known());
    const bool wasLate =
        m_wasRefused && m_base && m_desk.known()->registry.revision != m_base->registry.revision;
    const bool isFirst = !m_base;
    m_base = m_desk.known();
    m_wasRefused = false;
    if (isOther || isFirst)
        m_form->setKnown(*m_base, SystemClock().now());
    if ((isOther && !isFirst) || wasLate) {
        say(tr("Somebody else changed the registry meanwhile. What you typed is kept, everything else is "
               "shown "
               "as it is now: look at it, and press the button again."),
            "critical");
    }
    refresh();
}

void EntryDialog::refresh()
{
    const EntryOutcome outcome = m_form->outcome(SystemClock().now());
    const auto entries = static_cast<int>(outcome.change.machines.size() + outcome.change.lines.size());
    QString reason = outcome.problem;
    if (m_desk.storeNumber() != m_store)
        reason = tr("The store that this is of is not open any more.");
    else if (reason.isEmpty() && !m_desk.canChange())
        reason = m_desk.isBusy() ? tr("A change is being made.") : tr("No store is open.");
    else if (reason.isEmpty() && entries == 0)
        reason = tr("Nothing would change.");
    m_ok->setText(m_form->orderText(entries));
    m_ok->setEnabled(reason.isEmpty());
    m_ok->setToolTip(reason);
    m_reason->setText(reason);
}

void EntryDialog::accept()
{
    EntryOutcome outcome = m_form->outcome(SystemClock().now());
    const bool isEmpty = outcome.change.machines.empty() && outcome.change.lines.empty();
    const bool isSameStore = m_desk.storeNumber() == m_store;
    if (!outcome.problem.isEmpty() || isEmpty || !m_desk.canChange() || !m_base || !isSameStore)
        return;
    outcome.change.basedOn = m_base->registry.revision;
    m_notice->hide();
    m_desk.apply(std::move(outcome.change), this,
                 [this](const Result<std::int64_t> &revision) { hear(revision); });
}

void EntryDialog::hear(const Result<std::int64_t> &revision)
{
    if (revision) {
        QDialog::accept();
        return;
    }
    m_wasRefused = revision.failure().kind == Failure::Kind::Refused;
    say(tr("Nothing was changed: %1 What you typed is kept.").arg(asSentence(revision.failure().shown)),
        "critical");
    refresh();
}

void EntryDialog::say(const QString &text, const char *tone)
{
    changeTone(*m_notice, tone);
    m_notice->setText(text);
    m_notice->show();
}

void EntryDialog::reject()
{
    if (isTyped())
        ask(false);
    else
        QDialog::reject();
}

bool EntryDialog::eventFilter(QObject *watched, QEvent *event)
{
    const bool closes = watched != this && event->type() == QEvent::Close && isVisible();
    if (!closes || !isTyped())
        return QDialog::eventFilter(watched, event);
    event->ignore();
    ask(true);
    return true;
}

void EntryDialog::ask(bool windowCloses)
{
    delete m_question;
    m_question = new QMessageBox(QMessageBox::Question, windowTitle(), tr("What you typed is not kept yet."),
                                 QMessageBox::NoButton, this);
    m_question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *discard = m_question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *back = m_question->addButton(tr("&Back to it"), QMessageBox::RejectRole);
    m_question->setDefaultButton(back);
    m_question->setEscapeButton(back);
    connect(m_question, &QMessageBox::finished, this, [this, discard, windowCloses] {
        if (m_question->clickedButton() != discard)
            return;
        QWidget *window = parentWidget() ? parentWidget()->window() : nullptr;
        QDialog::reject();
        if (windowCloses && window)
            window->close();
    });
    m_question->open();
}

} // namespace linewatch::ui
