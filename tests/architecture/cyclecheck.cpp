// SPDX-License-Identifier: GPL-3.0-or-later
#include "architecture/checks.h"

#include <QSet>

namespace linewatch::architecture {

namespace {

using Graph = QMap<QString, QSet<QString>>;

Graph fileGraph(const SourceTree &tree)
{
    Graph graph;
    for (const QString &path : tree.keys()) {
        if (!isCppFile(path))
            continue;
        for (const Include &include : includesOf(tree, path)) {
            if (!include.resolved.isEmpty())
                graph[path].insert(include.resolved);
        }
    }
    return graph;
}

Graph folderGraph(const SourceTree &tree)
{
    Graph folders;
    const Graph files = fileGraph(tree);
    for (auto file = files.begin(); file != files.end(); ++file) {
        for (const QString &target : file.value()) {
            if (folderOf(file.key()) != folderOf(target))
                folders[folderOf(file.key())].insert(folderOf(target));
        }
    }
    return folders;
}

/** Walks depth first; a node met again on the way down closes a circle. */
class CycleSearch
{
public:
    explicit CycleSearch(const Graph &graph) : m_graph(graph) { }

    QList<Violation> run()
    {
        for (const QString &node : m_graph.keys())
            visit(node);
        return m_cycles;
    }

private:
    void visit(const QString &node)
    {
        if (const qsizetype at = m_way.indexOf(node); at >= 0) {
            m_cycles.append(QStringLiteral("circle: ")
                            + (m_way.mid(at) + QStringList{node}).join(QStringLiteral(" -> ")));
            return;
        }
        if (m_done.contains(node))
            return;
        m_way.append(node);
        const QSet<QString> targets = m_graph.value(node);
        QStringList sorted(targets.begin(), targets.end());
        sorted.sort();
        for (const QString &target : sorted)
            visit(target);
        m_way.removeLast();
        m_done.insert(node);
    }

    const Graph &m_graph;
    QStringList m_way;
    QSet<QString> m_done;
    QList<Violation> m_cycles;
};

} // namespace

QList<Violation> checkFileCycles(const SourceTree &tree)
{
    const Graph graph = fileGraph(tree);
    return CycleSearch(graph).run();
}

QList<Violation> checkFolderCycles(const SourceTree &tree)
{
    const Graph graph = folderGraph(tree);
    return CycleSearch(graph).run();
}

} // namespace linewatch::architecture
