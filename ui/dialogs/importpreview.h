// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/importrowsmodel.h"

#include <QWidget>

class QLabel;
class QPlainTextEdit;
class QVBoxLayout;

namespace linewatch::ui {

class LongTable;
class SegmentedControl;
class ThemeController;

/**
 * Shows row by row what a file will do to the registry, all or those of a choice, and of the chosen row all
 * that its line has no room for.
 */
class ImportPreview : public QWidget
{
    Q_OBJECT

public:
    ImportPreview(RegistryKind kind, const ThemeController &themes, const Formats &formats,
                  QWidget *parent = nullptr);

    /** Not null. */
    void setImport(const RegistryImportPtr &import);
    void focusTable();

private:
    QWidget *makeDetails();
    void makeChoice();
    void choose(ImportRowsModel::Choice choice);
    void followCurrent();
    void copy(int first, int last);
    void say(const QString &note);

    const RegistryKind m_kind;
    const ThemeController &m_themes;
    const Formats m_formats;
    ImportRowsModel *m_model;
    QLabel *m_unknown;
    SegmentedControl *m_choice = nullptr; ///< made anew with each file, for its numbers
    LongTable *m_table;
    QPlainTextEdit *m_details;
    QLabel *m_note;
    QVBoxLayout *m_layout;
};

} // namespace linewatch::ui
