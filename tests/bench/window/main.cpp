// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/postingprocess.h"
#include "bench/window/windowbench.h"

#include <QApplication>

namespace linewatch::bench {

namespace {

constexpr Bench benches[] = {{"ui", benchUi},
                             {"pages", benchPages},
                             {"scroll", benchScroll},
                             {"visits", benchVisits},
                             {"startup", benchStartup}};

int runWindow(int argc, char *argv[])
{
    qputenv("QT_NO_GLIB", "1"); // as the desktop
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == QStringLiteral("open"))
        return openMain(arguments);
    return runProgram(arguments, benches);
}

} // namespace

} // namespace linewatch::bench

int main(int argc, char *argv[])
{
    if (argc > 1 && qstrcmp(argv[1], "post") == 0) {
        QCoreApplication app(argc, argv);
        return linewatch::bench::postingMain(QCoreApplication::arguments());
    }
    return linewatch::bench::runWindow(argc, argv);
}
