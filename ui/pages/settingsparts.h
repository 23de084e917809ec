// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/formats.h"
#include "ui/models/place.h"

#include <QWidget>

class QStackedWidget;

namespace linewatch::ui {

class RegistryDesk;
class RegistryView;
class SegmentedControl;
class SettingsPage;
class ThemeController;

/**
 * The settings in parts, one of which is seen: what is set in the file, the machines and the lines of the
 * registry. How many of these are new stands in the names of their parts. GUI thread only.
 */
class SettingsParts : public QWidget
{
    Q_OBJECT

public:
    /** @p desk must outlive it. */
    SettingsParts(RegistryDesk &desk, const ThemeController &themes, const Formats &formats,
                  QWidget *parent = nullptr);

    SettingsPage &general() { return *m_general; }
    RegistryView &machines() { return *m_machines; }
    RegistryView &lines() { return *m_lines; }
    void showPart(Place::Part part);

signals:
    void placeChosen(const linewatch::ui::Place &place);
    void machinesEditWanted(const QStringList &machineIds);
    void linesEditWanted(const QStringList &lineIds);
    void connectRequested();

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void connectParts();
    void nameParts();

    RegistryDesk &m_desk;
    const Formats m_formats;
    SegmentedControl *m_choice;
    QStackedWidget *m_parts;
    SettingsPage *m_general;
    RegistryView *m_machines;
    RegistryView *m_lines;
};

} // namespace linewatch::ui
