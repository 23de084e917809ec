// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/pages/registrywords.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;
class QStackedWidget;

namespace linewatch::ui {

class LongTable;
class RegistryDesk;
class RegistryTableModel;
class RegistryTools;
class ThemeController;

/**
 * The machines or the lines of the registry in a table, with what can be done to them. What others change
 * appears within a few seconds; rows keep their selection meanwhile. While it is not seen it costs nothing.
 * GUI thread only.
 */
class RegistryView : public QWidget
{
    Q_OBJECT

public:
    /** @p desk must outlive it; @p entries belong to it from now on. */
    RegistryView(RegistryDesk &desk, RegistryTableModel *entries, const RegistryWords &words,
                 const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    LongTable &table() { return *m_table; }
    /** Whether importWanted() and exportWanted() are offered. */
    void setFilesOffered(bool areOffered);

public slots:
    /** What was done, or why it was not; until something else is. */
    void showNotice(const QString &text, bool isProblem)
    {
        say(text, false, isProblem ? "critical" : "muted");
    }

signals:
    /** The ids of those that were selected, not none. */
    void editWanted(const QStringList &ids);
    void importWanted();
    void exportWanted();
    /** How to connect a machine is wanted. */
    void connectRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void arrange();
    QWidget *makeMessage();
    void makeNotice();
    void connectTools();
    void connectDesk();
    void refresh();
    void refreshState();
    void refreshSelection();
    void refreshUndo();
    void showMessage(const QString &title, const QString &advice, QPushButton *button);
    void say(const QString &text, bool canUndo, const char *tone = "muted");
    std::vector<int> selectedRows() const;
    void edit();
    void confirm();
    void goToTable();
    /** What is selected, into the clipboard. */
    void copy() const;

    RegistryDesk &m_desk;
    const RegistryWords m_words;
    RegistryTableModel *m_entries;
    RegistryFilterModel *m_shown;
    RegistryTools *m_tools;
    LongTable *m_table;
    QWidget *m_notice; ///< what was done last
    QLabel *m_noticeText;
    QPushButton *m_noticeUndo;
    QLabel *m_problem; ///< what is shown is old
    QStackedWidget *m_content;
    QLabel *m_waiting;
    QWidget *m_card; ///< with the table in it
    QWidget *m_message;
    QLabel *m_messageTitle;
    QLabel *m_messageAdvice;
    QPushButton *m_connect;
    QPushButton *m_showAll;
    QPushButton *m_tryAgain;
};

} // namespace linewatch::ui
