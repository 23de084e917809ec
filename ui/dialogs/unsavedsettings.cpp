// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/unsavedsettings.h"

#include "ui/models/settingsdraft.h"

#include <QEvent>
#include <QMessageBox>
#include <QPushButton>

namespace linewatch::ui {

UnsavedSettings::UnsavedSettings(SettingsDraft &draft, QWidget &window)
    : QObject(&window)
    , m_draft(&draft)
    , m_window(window)
{
    window.installEventFilter(this);
}

bool UnsavedSettings::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != &m_window || event->type() != QEvent::Close || !m_draft || !m_draft->hasChanges())
        return QObject::eventFilter(watched, event);
    event->ignore();
    ask(Occasion::WindowCloses);
    return true;
}

void UnsavedSettings::askWhenLeft()
{
    if (m_draft && m_draft->hasChanges())
        ask(Occasion::PageLeft);
}

void UnsavedSettings::ask(Occasion occasion)
{
    delete m_box;
    m_box =
        new QMessageBox(QMessageBox::Question, tr("Settings"),
                        tr("Settings were changed and are not applied."), QMessageBox::NoButton, &m_window);
    m_box->setAttribute(Qt::WA_DeleteOnClose);
    const QString problem = m_draft->problem();
    if (!problem.isEmpty())
        m_box->setInformativeText(tr("They cannot be applied as they are: %1").arg(problem));
    QPushButton *apply = m_box->addButton(tr("&Apply"), QMessageBox::AcceptRole);
    QPushButton *discard = m_box->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *back = m_box->addButton(tr("&Back to the settings"), QMessageBox::RejectRole);
    apply->setEnabled(problem.isEmpty());
    m_box->setDefaultButton(back);
    m_box->setEscapeButton(back);
    connect(m_box, &QMessageBox::finished, m_draft, [this, occasion, apply, discard] {
        const QAbstractButton *clicked = m_box->clickedButton();
        if (clicked == apply)
            m_draft->apply();
        else if (clicked == discard)
            m_draft->revert();
        settle(occasion);
    });
    m_box->open();
}

/** Where changes are left, they were not wanted away or could not be applied: the page says why. */
void UnsavedSettings::settle(Occasion occasion)
{
    if (m_draft->hasChanges())
        emit returnWanted();
    else if (occasion == Occasion::WindowCloses)
        m_window.close();
}

} // namespace linewatch::ui
