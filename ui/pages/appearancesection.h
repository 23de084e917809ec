// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QComboBox;
class QGridLayout;
class QSettings;

namespace linewatch::ui {

/** What the window is like. Each choice counts at once and is kept with the window, as those of its menus. */
class AppearanceSection : public QWidget
{
    Q_OBJECT

public:
    /** @p window is where the choices are kept; it must outlive this. */
    explicit AppearanceSection(const QSettings &window, QWidget *parent = nullptr);

    /** Shows what is kept: a menu may have changed it. */
    void refresh();

signals:
    /** @p key as in the table of settings, such as view/theme. */
    void chosen(const QString &key, const QString &value);

private:
    QComboBox *addChoice(QGridLayout &grid, const QString &key, const QString &label, const QString &note);
    void addZones(QComboBox &zones);

    const QSettings &m_window;
};

} // namespace linewatch::ui
