// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "live/livesnapshot.h"
#include "ui/models/gridchoice.h"
#include "ui/models/machinetile.h"

#include <QAbstractListModel>

#include <map>
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
 * The machines of the newest snapshot that the filter lets through, one row each, by line. A new snapshot
 * changes it in place: rows that look the same stay untouched, machines that come and go are rows inserted
 * and removed. An order that depends on figures is made anew at a calm interval only, and when it is chosen.
 */
class MachineGridModel : public QAbstractListModel
{
    Q_OBJECT

public:
    explicit MachineGridModel(const Formats &formats, QObject *parent = nullptr);

    /** @p snapshot must not be null. */
    void update(const LiveSnapshotPtr &snapshot);

    void setFilter(const MachineFilter &filter);
    void setOrder(MachineOrder order);

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
    using Key = std::pair<LineId, MachineId>;
    using Rows = std::vector<const MachineSnapshot *>;

    static Key keyOf(const MachineSnapshot &machine) { return {machine.line, machine.machineId}; }
    bool comesBefore(const MachineSnapshot &one, const MachineSnapshot &other) const;
    Rows wantedRows(const LiveSnapshot &snapshot) const;
    void rank(const LiveSnapshot &snapshot);
    void reorder();
    void reset(const LiveSnapshotPtr &next);
    void merge(LiveSnapshotPtr next);
    void removeRowsBefore(int row, const MachineSnapshot *machine);
    int insertRowsBefore(int row, std::span<const MachineSnapshot *const> machines);
    void announceChanges(const std::vector<int> &rows);
    void regroup();

    const Formats m_formats;
    LiveSnapshotPtr m_snapshot;
    MachineFilter m_filter;
    MachineOrder m_order = MachineOrder::ByName;
    std::map<Key, std::size_t> m_ranks; ///< places when the order was made; empty when that is by name
    std::map<LineId, std::size_t> m_lineRanks;
    Instant m_rankedAt;
    Rows m_rows; ///< into m_snapshot
    std::vector<LineGroup> m_lines;
};

} // namespace linewatch::ui
