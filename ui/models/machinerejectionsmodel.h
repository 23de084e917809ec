// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/machinecycles.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

namespace linewatch::ui {

/** The newest rejected events of one machine, a row each, newest first, with the reason in words. */
class MachineRejectionsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Received, Reason, Sender };
    static constexpr int Columns = Sender + 1;

    explicit MachineRejectionsModel(const Formats &formats, QObject *parent = nullptr);

    void setRejections(std::vector<RejectedEvent> rejections);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /** The tool tip is what was sent. */
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    const Formats m_formats;
    std::vector<RejectedEvent> m_rejections;
};

} // namespace linewatch::ui
