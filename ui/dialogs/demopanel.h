// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/democontrols.h"

#include <QDialog>

class QBoxLayout;
class QCheckBox;
class QComboBox;
class QLabel;
class QScrollArea;
class QSlider;
class QSpinBox;

namespace linewatch::ui {

/**
 * How fast the demo plant is and what goes wrong in it, each with a sentence on what to look for and where.
 * What is chosen is in force at once; the window behind stays in use. GUI thread.
 */
class DemoPanel : public QDialog
{
    Q_OBJECT

public:
    /** @p names are those of the plant's machines and lines; @p controls what is in force. */
    DemoPanel(const DemoNames &names, const DemoControls &controls, QWidget *parent = nullptr);

    const DemoControls &controls() const { return m_controls; }

signals:
    void controlsChosen(const linewatch::DemoControls &controls);
    /** Out of the demo. */
    void ownPlantWanted();

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeContent();
    void addSpeed(QBoxLayout &layout);
    void addFault(QBoxLayout &layout, QCheckBox &box, const QString &hint,
                  std::initializer_list<QWidget *> details = {});
    void fillNames(const DemoNames &names);
    void showControls();
    void takeControls();

    DemoControls m_controls;
    QScrollArea *m_page;
    QSlider *m_speed;
    QLabel *m_speedText;
    QCheckBox *m_cut;
    QCheckBox *m_duplicates;
    QCheckBox *m_clock;
    QComboBox *m_clockMachine;
    QSpinBox *m_clockError;
    QCheckBox *m_rise;
    QComboBox *m_risingLine;
};

} // namespace linewatch::ui
