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

void Report::beginTable(const QString &heading, const Columns &columns)
{
    m_sections.push_back({heading, columns, {}, {}});
}

void Report::add(const Row &row)
{
    m_sections.back().rows.push_back(row);
}

void Report::note(const QString &sentence)
{
    m_sections.back().notes.push_back(sentence);
}

QString Report::takeMarkdown()
{
    QString text;
    for (Section &section : m_sections) {
        std::stable_partition(section.rows.begin(), section.rows.end(),
                              [](const Row &row) { return !row.ratio.isEmpty(); });
        text += QStringLiteral("\n### %1\n\n").arg(section.heading);
        text += QStringLiteral("| ratio | target | figure | %1 | %2 |\n|---|---|---|---|---|\n")
                    .arg(section.columns.ours, section.columns.baseline);
        for (const Row &row : section.rows)
            text += line(row);
        for (const QString &note : section.notes)
            text += QStringLiteral("\n%1\n").arg(note);
    }
    m_sections.clear();
    return text;
}

} // namespace linewatch::bench
