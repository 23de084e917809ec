// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/seenpost.h"
#include "ui/models/formats.h"

#include <QDialog>
#include <QUrl>

#include <vector>

class QLabel;
class QLayout;
class QLineEdit;
class QPlainTextEdit;
class QTabWidget;
class QTextBrowser;

namespace linewatch::ui {

class DataTable;
class FoldingSteps;
class SeenPostsModel;
class ThemeController;

/**
 * How a machine is connected: where to, programs to paste, and what arrives, member by member. All at once
 * where there is room, else in steps. The window behind stays in use. GUI thread.
 */
class ConnectDialog : public QDialog
{
    Q_OBJECT

public:
    /** @p endpoint is where events are taken; empty: nowhere, which the dialog then says. */
    ConnectDialog(const QUrl &endpoint, const ThemeController &themes, const Formats &formats,
                  QWidget *parent = nullptr);

public slots:
    /** A post as it came in. The first one is shown in full, and the newest while it is the one chosen. */
    void showPost(const linewatch::SeenPost &post);

private:
    void makeSteps(QLayout &layout);
    QWidget *makeAddress();
    QWidget *makePrograms();
    QWidget *makeTabs();
    QWidget *makeHints();
    QWidget *makeLive();
    void fillTexts();
    void copy();
    void showChosen();

    const QList<QUrl> m_addresses; ///< at least one
    const QUrl m_endpoint;         ///< that the programs have
    const ThemeController &m_themes;
    const Formats m_formats;
    SeenPostsModel *m_posts;
    QLineEdit *m_machine;
    QTabWidget *m_tabs;
    FoldingSteps *m_steps = nullptr;       ///< hidden where no events are taken
    bool m_wasCopied = false;              ///< a program, so that its post is waited for
    std::vector<QPlainTextEdit *> m_texts; ///< in the order of AllClients
    QLabel *m_state;
    DataTable *m_table;
    QTextBrowser *m_details;
};

} // namespace linewatch::ui
