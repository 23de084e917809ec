// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/window/postingprocess.h"

#include "bench/figures.h"
#include "bench/program.h"

#include <QCoreApplication>

#include <cstdio>

namespace linewatch::bench {

namespace {

// The words of the command line, in this order.
enum Word {
    Program,
    Post,
    Port,
    Events,
    Batch,
    Connections,
    Rate,
    Seconds,
    Seed,
    Machines,
    StartUs,
    StepUs,
    Words
};

QStringList wordsOf(std::uint16_t port, const PostingPlan &plan)
{
    return {QStringLiteral("post"),
            QString::number(port),
            QString::number(plan.events),
            QString::number(plan.batch),
            QString::number(plan.connections),
            QString::number(plan.eventsASecond),
            QString::number(plan.seconds),
            QString::number(plan.stream.seed),
            QString::number(plan.stream.machines),
            QString::number(plan.stream.startUs),
            QString::number(plan.stream.stepUs)};
}

PostingPlan planOf(const QStringList &words)
{
    PostingPlan plan;
    plan.events = words[Events].toLongLong();
    plan.batch = words[Batch].toLongLong();
    plan.connections = words[Connections].toInt();
    plan.eventsASecond = words[Rate].toLongLong();
    plan.seconds = words[Seconds].toDouble();
    plan.stream.seed = words[Seed].toULongLong();
    plan.stream.machines = words[Machines].toUInt();
    plan.stream.startUs = words[StartUs].toLongLong();
    plan.stream.stepUs = words[StepUs].toLongLong();
    return plan;
}

} // namespace

Result<PostingProcess> PostingProcess::start(std::uint16_t port, const PostingPlan &plan, const QString &home)
{
    Result<std::unique_ptr<ChildProcess>> child =
        ChildProcess::start(QCoreApplication::applicationFilePath(), wordsOf(port, plan), home);
    if (!child)
        return child.failure();
    return PostingProcess(std::move(*child));
}

Result<PostedLoad> PostingProcess::wait()
{
    const Result<std::string> line = m_child->readLine();
    if (!line)
        return line.failure();
    const QStringList words = QString::fromStdString(*line).split(u' ');
    const Result<ProcessUsage> usage = m_child->wait();
    if (!usage)
        return usage.failure();
    return PostedLoad{words.value(0).toLongLong(), words.value(1).toDouble(), usage->cpuSeconds,
                      words.value(2).toDouble()};
}

int postingMain(const QStringList &arguments)
{
    if (arguments.size() != Words)
        return 2;
    const Result<LoadResult> load = postStream(arguments[Port].toUShort(), planOf(arguments), [] {});
    if (!load)
        return refuse(load.failure());
    std::printf("%lld %.9f %.9f\n", static_cast<long long>(load->events), load->seconds,
                percentile(load->batchSeconds, 0.99));
    return 0;
}

} // namespace linewatch::bench
