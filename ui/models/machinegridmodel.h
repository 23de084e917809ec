// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/machinetile.h"

#include <QAbstractListModel>

#include <span>
#include <vector>

namespace linewatch::ui {

/** The machines of one line, next to each other in the model. */
struct LineGroup {
    LineId line;
    int firstRow = 0;
    int machines = 0;
    int warnings = 0;
    int silent = 0;

    friend bool operator==(const LineGroup &, const LineGroup &) = default;
};

/**
 * The machines of the newest snapshot, one row each, by line. A new snapshot changes it in place: rows that
 * look the same stay untouched, machines that come and go are rows inserted and removed.
 */
class MachineGridModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MachineGridModel(const Formats &formats, QObject *parent = nullptr);

    /** @p snapshot must not be null. */
    void update(const LiveSnapshotPtr &snapshot);

    const MachineSnapshot &machine(int row) const { return *m_rows[static_cast<std::size_t>(row)]; }
    MachineTile tile(int row) const;
    const std::vector<LineGroup> &lines() const { return m_lines; }

    int rowCount(const QModelIndex &parent = {}) const override;
    /** The machine's name; the whole tile as a sentence for tool tips and screen readers. */
    QVariant data(const QModelIndex &index, int role) const override;

signals:
    /** The groups, or the numbers in their headers, are others now. */
    void linesChanged();

private:
    void reset(const LiveSnapshotPtr &next);
    void merge(const LiveSnapshotPtr &next);
    void removeRowsBefore(int row, const MachineSnapshot *machine);
    int insertRowsBefore(int row, std::span<const MachineSnapshot> machines);
    void announceChanges(const std::vector<int> &rows);
    void regroup();

    const Formats m_formats;
    LiveSnapshotPtr m_snapshot;
    std::vector<const MachineSnapshot *> m_rows; ///< into m_snapshot
    std::vector<LineGroup> m_lines;
};

} // namespace linewatch::ui
