// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/entryform.h"

#include <QCheckBox>
#include <QGridLayout>

namespace linewatch::ui {

namespace {

constexpr int formGap = 14;
constexpr int rowGap = 8;

} // namespace

EntryForm::EntryForm(QWidget *parent) : QWidget(parent), m_confirm(new QCheckBox(this))
{
    m_confirm->setObjectName(QStringLiteral("confirmNew"));
    m_confirm->setChecked(true);
    m_confirm->setText(tr("Con&firm: no longer new"));
    connect(m_confirm, &QCheckBox::toggled, this, &EntryForm::edited);
}

QGridLayout *EntryForm::addGrid()
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 8, 0);
    grid->setHorizontalSpacing(formGap);
    grid->setVerticalSpacing(rowGap);
    grid->setColumnStretch(1, 3);
    grid->setColumnStretch(3, 4);
    return grid;
}

void EntryForm::addConfirmation(QGridLayout &grid)
{
    grid.addWidget(m_confirm, grid.rowCount(), 1, 1, 3);
    grid.setRowStretch(grid.rowCount(), 1);
}

void EntryForm::setNewOnes(std::int64_t newOnes)
{
    m_confirm->setVisible(newOnes > 0);
}

std::optional<bool> EntryForm::confirmation() const
{
    return m_confirm->isVisibleTo(this) && m_confirm->isChecked() ? std::optional(true) : std::nullopt;
}

} // namespace linewatch::ui
