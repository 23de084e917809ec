// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/pages/registrywords.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;

namespace linewatch {
struct MadeChange;
}

namespace linewatch::ui {

class SegmentedControl;
class ThemeController;

/** What stands above a table of the registry: the filter, and what can be done with what is selected. */
class RegistryTools : public QWidget
{
    Q_OBJECT

public:
    RegistryTools(const RegistryWords &words, const ThemeController &themes, const Formats &formats,
                  QWidget *parent = nullptr);

    QAction *editAction() const { return m_edit; }
    QAction *confirmAction() const { return m_confirm; }
    QAction *undoAction() const { return m_undo; }
    /** How many can be edited and confirmed; none while a change is on its way. */
    void setSelected(std::int64_t selected, std::int64_t newOnes);
    void setCount(std::int64_t shown, std::int64_t all, std::int64_t selected);
    /** Null: there is nothing to take back, now. */
    void setUndo(const MadeChange *change);
    void setFilesOffered(bool areOffered);
    void clearFilter();

signals:
    void textChanged(const QString &text);
    void kindChosen(linewatch::ui::RegistryFilterModel::Kind kind);
    /** From the field to what was found. */
    void tableWanted();
    void importWanted();
    void exportWanted();

private:
    QPushButton *addButton(QAction *action, const char *name);
    void arrange();

    const Formats m_formats;
    QLineEdit *m_text;
    SegmentedControl *m_kinds;
    QAction *m_edit;
    QAction *m_confirm;
    QAction *m_undo;
    QPushButton *m_import;
    QPushButton *m_export;
    QLabel *m_count;
    std::vector<QPushButton *> m_buttons;
};

} // namespace linewatch::ui
