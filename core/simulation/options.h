// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulation/noise.h"

#include <QStringList>
#include <QUrl>

namespace linewatch::simulation {

/** What linewatch-sim is to do; the options of the contract's 'The programs'. */
struct Options {
    std::vector<QUrl> endpoints;
    int machines = 20;
    int lines = 4;
    double rate = 0;               ///< events a second over all connections; 0: as fast as they are taken
    double duration = 0;           ///< seconds; 0: until all events are posted
    std::uint64_t events = 10'000; ///< 0 where the duration alone ends the run
    int connections = 4;
    int batch = 100; ///< events in one request, at most
    NoiseSettings noise;
    std::uint64_t seed = 0;
    bool verify = false;
};

/** What the command line asks for. */
struct CommandLine {
    enum class Request { Run, ShowText, Refuse };
    Request request = Request::Run;
    QString text; ///< what to show, or in one line why it was refused
    Options options;
};

/** Reads @p arguments, the program's name first. Needs an application object, for its name and version. */
CommandLine readCommandLine(const QStringList &arguments);

} // namespace linewatch::simulation
