// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/rangedialog.h"

#include "ui/models/shownwindow.h"

#include <QDateTimeEdit>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace linewatch::ui {

RangeDialog::RangeDialog(const Formats &formats, const TimeWindow &range, Instant now, QWidget *parent)
    : QDialog(parent)
    , m_formats(formats)
    , m_now(now)
    , m_from(makeEdit(range.start, tr("From")))
    , m_to(makeEdit(range.end, tr("To")))
    , m_problem(new QLabel(this))
{
    setWindowTitle(tr("Show from – to"));
    m_problem->setProperty("tone", QStringLiteral("critical"));
    m_problem->setWordWrap(true);
    m_problem->setMinimumHeight(m_problem->fontMetrics().height());
    auto *zone = new QLabel(
        tr("Time zone: %1 (%2)").arg(QString::fromUtf8(formats.zone().id()), formats.zoneName(now)), this);
    zone->setProperty("tone", QStringLiteral("muted"));

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_show = buttons->addButton(tr("&Show"), QDialogButtonBox::AcceptRole);
    m_show->setDefault(true);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);

    auto *form = new QFormLayout;
    form->setSpacing(10);
    form->addRow(tr("&From"), m_from);
    form->addRow(tr("&To"), m_to);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 16, 18, 14);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(zone);
    layout->addWidget(m_problem);
    layout->addWidget(buttons);
    for (const QDateTimeEdit *edit : {m_from, m_to})
        connect(edit, &QDateTimeEdit::dateTimeChanged, this, &RangeDialog::check);
    check();
}

/** The edit holds the time by the wall clock and knows no zone: Qt 6.4's cannot be told one. */
QDateTimeEdit *RangeDialog::makeEdit(Instant instant, const QString &name)
{
    constexpr int narrowest = 200;
    const auto ms = std::chrono::floor<std::chrono::milliseconds>(instant).time_since_epoch().count();
    const QDateTime local = QDateTime::fromMSecsSinceEpoch(ms, m_formats.zone());
    auto *edit = new QDateTimeEdit(this);
    edit->setTimeSpec(Qt::UTC);
    edit->setDisplayFormat(m_formats.typedPattern());
    edit->setDateTime(QDateTime(local.date(), QTime(local.time().hour(), local.time().minute()), Qt::UTC));
    edit->setCalendarPopup(true);
    edit->setAccessibleName(name);
    edit->setMinimumWidth(narrowest);
    return edit;
}

Instant RangeDialog::instantOf(const QDateTimeEdit &edit) const
{
    const QDateTime local(edit.date(), edit.time(), m_formats.zone());
    return Instant{std::chrono::milliseconds{local.toMSecsSinceEpoch()}};
}

TimeWindow RangeDialog::range() const
{
    return {instantOf(*m_from), instantOf(*m_to)};
}

void RangeDialog::check()
{
    const QString problem = rangeProblem(range(), m_now);
    m_problem->setText(problem);
    m_show->setEnabled(problem.isEmpty());
}

} // namespace linewatch::ui
