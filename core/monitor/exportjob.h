// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/reportrequest.h"
#include "report/exportsink.h"
#include "report/reportrun.h"
#include "storage/databaseurl.h"

#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace linewatch {

/** Everything that an export is started with. */
struct ExportOrder {
    DatabaseUrl database;
    ReportRequest request;
    double healthThreshold = 0; ///< defects an hour
    /** Called on the thread of the export. */
    std::function<Result<std::unique_ptr<ExportSink>>()> openSink;
};

/** How an export ended. */
struct ExportOutcome {
    enum class End { Written, Cancelled, Failed };

    End end = End::Failed;
    std::int64_t rows = 0; ///< when Written
    QString problem;       ///< when Failed: one line for people, in the language of the window
};

/**
 * One report on its way into a file, on a thread of its own that reads the store over a connection of its
 * own, beside whatever else uses the store. It begins with construction and depends on nothing that made it.
 * The object, its functions and its signals belong to the thread that made it, which needs an event loop for
 * the signals.
 */
class ExportJob : public QObject
{
    Q_OBJECT

public:
    explicit ExportJob(ExportOrder order);
    /** Cancels, and waits for the thread: the time of a page of events, unless the sink blocks. */
    ~ExportJob() override;

    /** Leaves nothing in the file's place; finished() follows. An export that is whole already stays. */
    void cancel();

signals:
    /** Rows written and rows there will be. As often as the receiver can take it. */
    void progressed(qint64 rows, qint64 total);
    /** Once, after everything else. */
    void finished(const linewatch::ExportOutcome &outcome);
    /** Emitted in the export's thread, heard in the object's; the news are in m_progress and m_outcome. */
    void changed(QPrivateSignal);

private:
    void run();
    ExportOutcome write();
    bool noteProgress(const ReportProgress &progress);
    void handOver();

    const ExportOrder m_order;
    std::atomic<bool> m_cancelled = false;
    bool m_finished = false; ///< finished() was emitted

    std::mutex m_mutex;
    bool m_told = false; ///< a signal is on its way
    ReportProgress m_progress;
    std::optional<ExportOutcome> m_outcome;

    std::thread m_thread; ///< last, so that it finds the rest made
};

} // namespace linewatch
