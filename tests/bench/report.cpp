// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/report.h"

#include <algorithm>

namespace linewatch::bench {

namespace {

QString line(const Row &row)
{
    return QStringLiteral("| %1 | %2 | %3 | %4 | %5 |\n")
        .arg(row.ratio, row.target, row.figure, row.ours, row.baseline);
}

} // namespace

void Report::begin(const QString &machine, int runs)
{
    m_preface =
        QStringLiteral("%1. Medians of %2.\n")
            .arg(machine, runs == 1 ? QStringLiteral("one run") : QStringLiteral("%1 runs").arg(runs));
}

void Report::beginBench(const QString &heading)
{
    m_sections.push_back({heading, {}, {}});
}

void Report::add(const Row &row)
{
    m_sections.back().rows.push_back(row);
}

void Report::note(const QString &sentence)
{
    m_sections.back().notes.push_back(sentence);
}

QString Report::markdown() const
{
    QString text = m_preface;
    for (Section section : m_sections) {
        std::stable_partition(section.rows.begin(), section.rows.end(),
                              [](const Row &row) { return !row.ratio.isEmpty(); });
        text += QStringLiteral("\n### %1\n\n").arg(section.heading);
        text += QStringLiteral("| ratio | target | figure | ours | baseline |\n|---|---|---|---|---|\n");
        for (const Row &row : section.rows)
            text += line(row);
        for (const QString &note : section.notes)
            text += QStringLiteral("\n%1\n").arg(note);
    }
    return text;
}

} // namespace linewatch::bench
