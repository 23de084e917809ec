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

/** What the two columns of figures are headed with. */
struct Columns {
    QString ours = QStringLiteral("ours");
    QString baseline = QStringLiteral("baseline");
};

/** Collects what benches found and makes Markdown of it: a table a heading, ratios before plain figures. */
class Report
{
public:
    void beginTable(const QString &heading, const Columns &columns = {});
    void add(const Row &row);
    /** A sentence below the table. */
    void note(const QString &sentence);

    /** What was collected since the last time. */
    QString takeMarkdown();

private:
    struct Section {
        QString heading;
        Columns columns;
        std::vector<Row> rows;
        std::vector<QString> notes;
    };

    std::vector<Section> m_sections;
};

} // namespace linewatch::bench
