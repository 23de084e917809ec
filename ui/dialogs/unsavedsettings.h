// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>

class QMessageBox;
class QWidget;

namespace linewatch::ui {

class SettingsDraft;

/**
 * Asks what shall become of settings that were changed and not applied, when their page is left and before
 * the window closes.
 */
class UnsavedSettings : public QObject
{
    Q_OBJECT

public:
    /** Belongs to @p window, which it keeps open while there are changes. */
    UnsavedSettings(SettingsDraft &draft, QWidget &window);

    /** The page with them is left. */
    void askWhenLeft();

signals:
    /** To the settings, to go on changing them. */
    void returnWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    enum class Occasion { PageLeft, WindowCloses };

    void ask(Occasion occasion);
    void settle(Occasion occasion);

    const QPointer<SettingsDraft> m_draft;
    QWidget &m_window;
    QPointer<QMessageBox> m_box;
};

} // namespace linewatch::ui
