// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QUrl>
#include <QWidget>

class QLabel;
class QPushButton;

namespace linewatch::ui {

class ThemeController;

/**
 * What a first start shows: how to connect a machine (the address, a line for a shell to try it with) and a
 * button that starts the demo plant.
 */
class EmptyState : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const ThemeController &themes, QWidget *parent = nullptr);

    /** Where machines send their events; an empty URL: nowhere. */
    void setEndpoint(const QUrl &endpoint);

signals:
    void demoRequested();
    /** More is wanted than a line for a shell. */
    void connectRequested();

protected:
    void hideEvent(QHideEvent *event) override;

private:
    QWidget *makeCard();
    void copyCommand();

    const ThemeController &m_themes;
    QLabel *m_explanation;
    QLabel *m_command;
    QLabel *m_demo;
    QPushButton *m_copy;
    QPushButton *m_connect;
    QPushButton *m_startDemo;
};

/** A line for a POSIX shell that posts one event, new at each run. Pure. */
QString tryOutCommand(const QUrl &endpoint);

} // namespace linewatch::ui
