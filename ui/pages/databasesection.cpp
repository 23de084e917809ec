// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/databasesection.h"

#include "ui/models/settingsdraft.h"
#include "ui/theme/type.h"
#include "ui/widgets/settingrow.h"

#include <QGridLayout>
#include <QLabel>
#include <QPushButton>

namespace linewatch::ui {

DatabaseSection::DatabaseSection(SettingsDraft &draft, QWidget *parent)
    : QWidget(parent)
    , m_draft(draft)
    , m_trial(std::chrono::seconds{15}, this)
    , m_try(new QPushButton(this))
    , m_result(new QLabel(this))
{
    addRows();
    addTrial();
}

void DatabaseSection::addRows()
{
    QGridLayout &grid = *addSettingsGrid(*this);
    const auto add = [&](const char *key, const QString &label, const QString &note, bool isSecret = false) {
        new SettingRow(grid, m_draft,
                       {.key = QString::fromLatin1(key), .label = label, .note = note, .isSecret = isSecret});
    };
    add("store/database", tr("&Database"),
        tr("sqlite:/path/file.db or mysql://USER@HOST:PORT/NAME; empty: a file of your own. "
           "Counts after a restart, as all below."));
    add("store/password", tr("Pa&ssword"), tr("Of the database's user; kept in the settings file."), true);
    add("store/tlsCa", tr("Certificate authority"), tr("A file; with it, the connection must be encrypted."));
    add("store/tlsCertificate", tr("Own certificate"), tr("A file, where the server asks for one."));
    add("store/tlsKey", tr("Its key"), tr("A file."));
    add("store/retentionDays", tr("&Keep events for"), tr("Days, 1 to 36,500; 0: for ever."));
    add("spool/file", tr("Spool"), tr("A file for events while the server is away; empty: one of your own."));
    add("spool/maxBytes", tr("Size of the spool"), tr("Bytes, from 1,048,576; 0: no spool."));
}

void DatabaseSection::addTrial()
{
    m_try->setText(tr("&Test the database"));
    m_try->setObjectName(QStringLiteral("tryDatabase"));
    m_result->setObjectName(QStringLiteral("trialResult"));
    m_result->setWordWrap(true);
    m_result->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *grid = qobject_cast<QGridLayout *>(layout());
    const int row = grid->rowCount();
    grid->addWidget(m_try, row, 0);
    grid->addWidget(m_result, row, 1, 1, 2);
    connect(m_try, &QPushButton::clicked, this, &DatabaseSection::tryOrCancel);
    connect(&m_trial, &DatabaseTrial::finished, this, &DatabaseSection::showResult);
}

void DatabaseSection::tryOrCancel()
{
    if (m_trial.isRunning()) {
        m_trial.cancel();
        m_try->setText(tr("&Test the database"));
        say(tr("Cancelled."), "muted");
        return;
    }
    m_try->setText(tr("Cancel the &test"));
    say(tr("Trying…"), "muted");
    m_trial.start([this](const QString &key) { return m_draft.given(key); }, m_draft.storeInUse());
}

void DatabaseSection::showResult(bool isGood, const QString &text)
{
    m_try->setText(tr("&Test the database"));
    say(isGood ? tr("Good. %1").arg(shownReason(text)) : shownReason(text), isGood ? "muted" : "critical");
}

void DatabaseSection::say(const QString &text, const char *tone)
{
    changeTone(*m_result, tone);
    m_result->setText(text);
}

} // namespace linewatch::ui
