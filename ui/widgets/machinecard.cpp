// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/machinecard.h"

#include "ui/models/machinegridmodel.h"
#include "ui/widgets/gridtools.h"
#include "ui/widgets/machinegrid.h"

#include <QLabel>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace linewatch::ui {

MachineCard::MachineCard(MachineGridModel &model, const ThemeController &themes, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_tools(new GridTools(this))
    , m_grid(new MachineGrid(model, themes, this))
    , m_nothingFound(makeNothingFound())
    , m_stack(new QStackedWidget(this))
{
    m_stack->addWidget(m_grid);
    m_stack->addWidget(m_nothingFound);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_tools);
    layout->addWidget(m_stack, 1);
    connect(m_tools, &GridTools::choiceChanged, this, [this](const GridChoice &choice) {
        apply(choice);
        emit choiceChanged(choice);
    });
    const auto choose = [this](const QModelIndex &tile) {
        if (tile.isValid())
            emit machineChosen(m_model.machine(tile.row()).machineId);
    };
    connect(m_grid, &QAbstractItemView::clicked, this, choose);
    connect(m_grid, &QAbstractItemView::activated, this, choose);
    connect(m_grid, &MachineGrid::tileMenuWanted, this, [this](const QModelIndex &tile, QPoint where) {
        m_grid->setCurrentIndex(tile);
        emit machineMenuWanted(m_model.machine(tile.row()).machineId, where);
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &MachineCard::refreshStack);
    connect(&model, &QAbstractItemModel::modelReset, this, &MachineCard::refreshStack);
}

QWidget *MachineCard::makeNothingFound()
{
    auto *page = new QWidget(this);
    auto *text = new QLabel(tr("No machine matches the filter."), page);
    text->setProperty("tone", QStringLiteral("muted"));
    text->setAlignment(Qt::AlignCenter);
    auto *clear = new QPushButton(tr("Clear the fi&lter"), page);
    auto *layout = new QVBoxLayout(page);
    layout->addStretch(2);
    layout->addWidget(text);
    layout->addWidget(clear, 0, Qt::AlignCenter);
    layout->addStretch(3);
    connect(clear, &QPushButton::clicked, this, &MachineCard::clearFilter);
    return page;
}

QWidget *MachineCard::tiles() const
{
    return m_grid;
}

void MachineCard::setChoice(const GridChoice &choice)
{
    m_tools->setChoice(choice);
    apply(choice);
}

void MachineCard::apply(const GridChoice &choice)
{
    m_model.setOrder(choice.order);
    m_model.setFilter(choice.filter);
    m_grid->setDensity(choice.density);
    refreshStack();
}

void MachineCard::refreshStack()
{
    const bool nothing = m_model.rowCount() == 0 && m_tools->choice().filter.isActive();
    m_stack->setCurrentWidget(nothing ? m_nothingFound : static_cast<QWidget *>(m_grid));
}

void MachineCard::clearFilter()
{
    GridChoice choice = m_tools->choice();
    choice.filter = {};
    setChoice(choice);
    emit choiceChanged(choice);
    m_grid->setFocus();
}

void MachineCard::showCounts(const StateCounts &counts)
{
    m_tools->showCounts(counts);
}

void MachineCard::find()
{
    m_tools->focusText();
}

} // namespace linewatch::ui
