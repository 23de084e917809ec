// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace linewatch::bench {

/** One figure beside its baseline. Texts, as they stand in the table; empty where there is nothing to say. */
struct Row {
    QString ratio;
    QString target; ///< what the ratio, or the figure where there is no ratio, should be; never asserted
    QString figure;
    QString ours;
    QString baseline;
};

/** Collects what benches found and prints it as Markdown, each bench with a heading, ratios before plain
 * figures. */
class Report
{
public:
    /** What stands above all: the machine, and how often each was measured. */
    void begin(const QString &machine, int runs);
    void beginBench(const QString &heading);
    void add(const Row &row);
    /** A sentence below the table. */
    void note(const QString &sentence);

    QString markdown() const;

private:
    struct Section {
        QString heading;
        std::vector<Row> rows;
        std::vector<QString> notes;
    };

    QString m_preface;
    std::vector<Section> m_sections;
};

} // namespace linewatch::bench
