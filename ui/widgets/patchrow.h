// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <optional>

class QGridLayout;
class QLabel;
class QPushButton;
class QWidget;

namespace linewatch::ui {

/** What a row of a form is about. */
struct PatchRowSpec {
    QString label;    ///< with a mnemonic
    QString note;     ///< what it is, and how it is typed
    QString standard; ///< what holds while nothing is set, for people
    QString clear;    ///< on the button that sets nothing: 'Standard'
};

/**
 * One field of one entry or of many: its name, what is typed, and beside that what it is or what is wrong
 * with it. Where the entries differ nothing stands there, and each keeps its own unless something is typed.
 * A button takes the field back to what holds for all. GUI thread only.
 */
class PatchRow : public QObject
{
    Q_OBJECT

public:
    /** Adds the row at the end of @p grid; @p editor is a QLineEdit, a QPlainTextEdit or a QComboBox. */
    PatchRow(QGridLayout &grid, QWidget *editor, PatchRowSpec spec);

    /** What is set, empty: nothing is; no value: entries differ. What was typed stays. */
    void setValue(const std::optional<QString> &value);
    const std::optional<QString> &value() const { return m_value; }
    /** What is to be set instead, empty: nothing; no value: it stays as it is. */
    std::optional<QString> change() const;
    /** What is wrong with it; empty: nothing. */
    void setFault(const QString &fault);

signals:
    void edited();

private:
    QString text() const;
    void setText(const QString &text);
    void setPlaceholder(const QString &text);
    void connectEditor();
    void takeEdit();
    void clear();
    void refresh();

    const PatchRowSpec m_spec;
    QWidget *m_editor;
    QPushButton *m_clear;
    QLabel *m_note;
    QLabel *m_fault;
    std::optional<QString> m_value;
    bool m_isTouched = false; ///< somebody typed
    bool m_isCleared = false; ///< by the button
    bool m_isSetting = false; ///< what changes is not typed
};

} // namespace linewatch::ui
