// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/machinerejectionsmodel.h"

#include "ui/models/rejecttext.h"

#include <algorithm>
#include <array>

namespace linewatch::ui {

namespace {

/** Stamps are never the same for two of one writer. */
bool isSame(const RejectedEvent &one, const RejectedEvent &other)
{
    return one.receivedTime == other.receivedTime && one.writer == other.writer;
}

} // namespace

MachineRejectionsModel::MachineRejectionsModel(const Formats &formats, QObject *parent)
    : QAbstractTableModel(parent)
    , m_formats(formats)
{
}

void MachineRejectionsModel::setRejections(std::vector<RejectedEvent> rejections)
{
    if (std::ranges::equal(rejections, m_rejections, isSame))
        return; // what was rejected does not change
    beginResetModel();
    m_rejections = std::move(rejections);
    endResetModel();
}

int MachineRejectionsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rejections.size());
}

int MachineRejectionsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : Columns;
}

QVariant MachineRejectionsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RejectedEvent &rejection = m_rejections[static_cast<std::size_t>(index.row())];
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(rejection.raw).toHtmlEscaped();
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Received:
        return QStringLiteral("%1 %2").arg(m_formats.date(rejection.receivedTime),
                                           m_formats.timeWithSeconds(rejection.receivedTime));
    case Reason:
        return rejectWords(rejection.reason);
    default:
        return QString::fromStdString(rejection.sender);
    }
}

QVariant MachineRejectionsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= Columns)
        return {};
    if (role == Qt::TextAlignmentRole)
        return static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    const std::array<QString, Columns> names{tr("Received"), tr("Why it was rejected"), tr("Sender")};
    return names[static_cast<std::size_t>(section)];
}

} // namespace linewatch::ui
