// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/bench.h"
#include "bench/loaderprocess.h"

#include <QCoreApplication>

namespace linewatch::bench {

namespace {

constexpr Bench benches[] = {
    {"ingest-http", benchIngestHttp},
    {"ingest-batch", benchIngestBatch},
    {"ingest-ordered", benchIngestOrdered},
    {"ingest-mariadb", benchIngestMariaDb},
    {"stats", benchStats},
    {"top-lines", benchTopLines},
    {"stats-under-ingest", benchStatsUnderIngest},
    {"retention", benchRetention},
};

} // namespace

} // namespace linewatch::bench

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("load"))
        return linewatch::bench::loaderMain(arguments);
    return linewatch::bench::runProgram(arguments, linewatch::bench::benches);
}
