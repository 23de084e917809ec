// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QGridLayout;
class QLabel;
class QLineEdit;

namespace linewatch::ui {

class SettingsDraft;

/** What a row of the settings shows, and how. */
struct SettingRowSpec {
    QString key;
    QString label; ///< with a mnemonic
    QString note;  ///< what it is, and its unit and bounds
    bool isSecret = false;
    /** The part of the setting that is typed here, and the setting with another one; empty: all of it. */
    std::function<QString(const QString &setting)> part = {};
    std::function<QString(const QString &setting, const QString &part)> withPart = {};
    /** Whether what is wrong with a setting is wrong with that part; empty: always. */
    std::function<bool(const QString &setting)> ownsFault = {};
};

/**
 * A setting in a form: its name, what is typed, and beside that what it is or, while that is wrong, what is
 * wrong. What an option or a variable gives is shown and cannot be changed.
 */
class SettingRow : public QObject
{
    Q_OBJECT

public:
    /** Adds the row at the end of @p grid, whose widget owns it; @p draft must outlive that. */
    SettingRow(QGridLayout &grid, SettingsDraft &draft, SettingRowSpec spec);

private:
    void refresh();
    void takeText(const QString &text);

    SettingsDraft &m_draft;
    const SettingRowSpec m_spec;
    QLineEdit *m_edit;
    QLabel *m_note;
    QLabel *m_fault;
};

/** An empty form for rows. */
QGridLayout *addSettingsGrid(QWidget &widget);

} // namespace linewatch::ui
