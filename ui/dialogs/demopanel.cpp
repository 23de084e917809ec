// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/demopanel.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QShowEvent>
#include <QSlider>
#include <QSpinBox>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr int usualWidth = 520;
constexpr int mostBehind = 120; // minutes
constexpr int mostAhead = 60;
constexpr int usualError = -30;
constexpr int indent = 24;

QLabel *makeHint(const QString &text, QWidget *parent)
{
    auto *hint = new QLabel(text, parent);
    hint->setWordWrap(true);
    hint->setTextFormat(Qt::PlainText);
    hint->setProperty("tone", QStringLiteral("muted"));
    return hint;
}

} // namespace

DemoPanel::DemoPanel(const DemoNames &names, const DemoControls &controls, QWidget *parent)
    : QDialog(parent)
    , m_controls(controls)
    , m_page(new QScrollArea(this))
    , m_speed(new QSlider(Qt::Horizontal, this))
    , m_speedText(new QLabel(this))
    , m_cut(new QCheckBox(tr("&Network cut"), this))
    , m_duplicates(new QCheckBox(tr("&Duplicates"), this))
    , m_clock(new QCheckBox(tr("A &clock that jumps"), this))
    , m_clockMachine(new QComboBox(this))
    , m_clockError(new QSpinBox(this))
    , m_rise(new QCheckBox(tr("Defects &rising"), this))
    , m_risingLine(new QComboBox(this))
{
    setWindowTitle(tr("Demo plant"));
    fillNames(names);
    m_page->setFrameShape(QFrame::NoFrame);
    m_page->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_page->setWidgetResizable(true);
    m_page->setFocusPolicy(Qt::NoFocus); // it follows the focus of what is in it
    m_page->setWidget(makeContent());
    m_page->viewport()->setAutoFillBackground(false);
    m_page->widget()->setAutoFillBackground(false);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *back = buttons->addButton(tr("&Back to my plant"), QDialogButtonBox::ResetRole);
    back->setAutoDefault(false);
    connect(back, &QPushButton::clicked, this, &DemoPanel::ownPlantWanted);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(m_page, 1);
    layout->addWidget(buttons);
    showControls();
    connect(m_speed, &QSlider::valueChanged, this, &DemoPanel::takeControls);
    for (QCheckBox *box : {m_cut, m_duplicates, m_clock, m_rise})
        connect(box, &QCheckBox::toggled, this, &DemoPanel::takeControls);
    for (QComboBox *box : {m_clockMachine, m_risingLine})
        connect(box, &QComboBox::currentIndexChanged, this, &DemoPanel::takeControls);
    connect(m_clockError, &QSpinBox::valueChanged, this, &DemoPanel::takeControls);
}

/** As wide as its controls want to be in the size of text, and as high as there is room for. */
void DemoPanel::showEvent(QShowEvent *event)
{
    QDialog::showEvent(event);
    if (event->spontaneous())
        return;
    const int bar = m_page->verticalScrollBar()->sizeHint().width();
    m_page->setMinimumWidth(m_page->widget()->minimumSizeHint().width() + bar);
    const int width = std::max(usualWidth, minimumSizeHint().width());
    const int height = m_page->widget()->heightForWidth(width) + 80;
    resize(width, std::min(height, screen()->availableSize().height() * 8 / 10));
}

QWidget *DemoPanel::makeContent()
{
    auto *content = new QWidget(this);
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->addWidget(makeHint(tr("A made plant with a store of its own, which goes away with it. Your own "
                                  "machines and events are not touched by anything here."),
                               this));
    addSpeed(*layout);
    addFault(
        *layout, *m_cut,
        tr("Nothing arrives. On the Overview the rate of events falls to nothing, and after five minutes "
           "every machine is Silent. Switched off, all that happened meanwhile arrives late: the gap in "
           "the trend fills, and nothing is lost."));
    addFault(*layout, *m_duplicates,
             tr("Every batch is sent twice. Ingest on the Overview counts duplicates; no other figure "
                "changes, as an event counts once however often it is sent."));
    addFault(*layout, *m_clock,
             tr("Minutes ahead of time, or behind it with a minus. Behind, the machine's events are dated in "
                "the past: look at its clock under Machines. More than 15 minutes ahead, they are rejected: "
                "look at Events, Rejected."),
             {m_clockMachine, m_clockError});
    addFault(*layout, *m_rise,
             tr("Over two minutes up to a quarter of the parts become defective. The line climbs to the top "
                "of the top defect lines, its machines become Warning, and Lines shows since when."),
             {m_risingLine});
    layout->addStretch(1);
    return content;
}

void DemoPanel::addSpeed(QBoxLayout &layout)
{
    auto *label = new QLabel(tr("&Speed"), this);
    label->setBuddy(m_speed);
    m_speed->setRange(DemoControls::SlowestSpeed, DemoControls::HighestSpeed);
    m_speed->setPageStep(10);
    m_speed->setAccessibleName(tr("Speed of the plant"));
    auto *row = new QHBoxLayout;
    row->addWidget(label);
    row->addWidget(m_speed, 1);
    row->addWidget(m_speedText);
    layout.addSpacing(8);
    layout.addLayout(row);
    layout.addWidget(
        makeHint(tr("Machines work that many times as fast, so events come that much more often, "
                    "and the drift of M-202 takes minutes instead of three hours."),
                 this));
}

void DemoPanel::addFault(QBoxLayout &layout, QCheckBox &box, const QString &hint,
                         std::initializer_list<QWidget *> details)
{
    box.setAccessibleDescription(hint);
    auto *row = new QHBoxLayout;
    row->addWidget(&box);
    row->addStretch(1);
    for (QWidget *detail : details)
        row->addWidget(detail);
    layout.addSpacing(8);
    layout.addLayout(row);
    QLabel *text = makeHint(hint, this);
    text->setContentsMargins(indent, 0, 0, 0);
    layout.addWidget(text);
}

void DemoPanel::fillNames(const DemoNames &names)
{
    for (const MachineId &machine : names.machines)
        m_clockMachine->addItem(machine.toString());
    for (const LineId &line : names.lines)
        m_risingLine->addItem(line.toString());
    m_clockMachine->setAccessibleName(tr("Machine whose clock is wrong"));
    m_risingLine->setAccessibleName(tr("Line whose defects rise"));
    m_clockError->setRange(-mostBehind, mostAhead);
    m_clockError->setSuffix(tr(" min"));
    m_clockError->setAccessibleName(tr("Minutes ahead, or behind with a minus"));
}

void DemoPanel::showControls()
{
    m_speed->setValue(m_controls.speed);
    m_speedText->setText(tr("%1×").arg(m_controls.speed));
    m_speedText->setMinimumWidth(m_speedText->fontMetrics().horizontalAdvance(QStringLiteral("60××")));
    m_cut->setChecked(m_controls.networkCut);
    m_duplicates->setChecked(m_controls.duplicates);
    m_clock->setChecked(!m_controls.clockMachine.isEmpty());
    m_clockMachine->setCurrentIndex(
        std::max(0, m_clockMachine->findText(m_controls.clockMachine.toString())));
    m_clockError->setValue(m_clock->isChecked() ? static_cast<int>(m_controls.clockError.count())
                                                : usualError);
    m_rise->setChecked(!m_controls.risingLine.isEmpty());
    m_risingLine->setCurrentIndex(std::max(0, m_risingLine->findText(m_controls.risingLine.toString())));
}

void DemoPanel::takeControls()
{
    DemoControls chosen;
    chosen.speed = m_speed->value();
    chosen.networkCut = m_cut->isChecked();
    chosen.duplicates = m_duplicates->isChecked();
    if (m_clock->isChecked()) {
        chosen.clockMachine = MachineId(m_clockMachine->currentText());
        chosen.clockError = std::chrono::minutes{m_clockError->value()};
    }
    if (m_rise->isChecked())
        chosen.risingLine = LineId(m_risingLine->currentText());
    m_speedText->setText(tr("%1×").arg(chosen.speed));
    if (chosen == m_controls)
        return;
    m_controls = chosen;
    emit controlsChosen(m_controls);
}

} // namespace linewatch::ui
