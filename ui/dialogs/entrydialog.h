// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/registrydesk.h"

#include <QDialog>

class QLabel;
class QMessageBox;
class QPushButton;

namespace linewatch::ui {

class EntryForm;
class ThemeController;

/**
 * Edits entries of the registry beside the window. What is typed stays until it is kept or given up, also
 * when somebody else changes the registry meanwhile: then it says so, and is put upon what is there by then.
 * Asks before anything that was typed is lost. GUI thread only.
 */
class EntryDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p desk must outlive it, and have read the registry; @p form belongs to it from now on. */
    EntryDialog(RegistryDesk &desk, EntryForm *form, const ThemeController &themes, QWidget *parent);

    bool isTyped() const;

    void accept() override;
    void reject() override;

protected:
    /** The window closes only once it is clear what becomes of what was typed. */
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void arrange(const ThemeController &themes);
    void follow();
    void refresh();
    void hear(const Result<std::int64_t> &revision);
    void say(const QString &text, const char *tone);
    void ask(bool windowCloses);

    RegistryDesk &m_desk;
    EntryForm *m_form;
    KnownRegistryPtr m_base; ///< what is shown is of
    const int m_store;       ///< whose entries they are
    bool m_wasRefused = false;
    QLabel *m_notice;
    QLabel *m_reason; ///< why OK cannot be pressed
    QPushButton *m_ok;
    QPointer<QMessageBox> m_question;
};

} // namespace linewatch::ui
