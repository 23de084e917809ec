// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/systemclock.h"
#include "monitor/registryeditor.h"
#include "ui/dialogs/importdialog.h"
#include "ui/fakescheme.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/longtable.h"

#include <QAbstractButton>
#include <QPointer>
#include <QPushButton>
#include <QTemporaryDir>

namespace linewatch::test {

/** The dialog of an import over a real store and real files. */
class ImportDialogTest : public QObject
{
    Q_OBJECT

protected:
    void makeStore();
    void dropStore();
    QString write(const QString &name, const QByteArray &bytes) const;
    /** Shows a dialog that reads @p path; empty: that asks. */
    void open(const QString &path, RegistryKind kind = RegistryKind::Machines);
    /** The same, and waits until the preview is there. */
    void preview(const QString &path, RegistryKind kind = RegistryKind::Machines);
    /** As a user does who sees it: the keyboard's focus, and Return. */
    void press(const char *button);
    void choose(const QString &segment) const;

    Registry registry() const;
    QPushButton *button(const char *name) const;
    QString words() const;
    bool says(const QString &text) const { return words().contains(text); }
    ui::LongTable *table() const { return m_dialog->findChild<ui::LongTable *>(); }
    QString cell(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int rows() const { return table()->model()->rowCount(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    SystemClock m_clock;
    std::unique_ptr<RegistryEditor> m_editor;
    ui::FakeScheme m_desktop;
    ui::ThemeController m_themes{m_desktop};
    std::unique_ptr<QWidget> m_window;
    QPointer<ui::ImportDialog> m_dialog;
};

} // namespace linewatch::test
