// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/findings.h"

#include <QCoreApplication>

#include <algorithm>

namespace linewatch::ui {

namespace {

struct Candidate {
    Finding finding;
    bool begins = false;
};

/** Adds what @p name is a name of when it fits. */
template <class MakeFinding>
void addIfItFits(std::vector<Candidate> &candidates, const QString &name, const QString &text,
                 MakeFinding make)
{
    const qsizetype at = name.indexOf(text, 0, Qt::CaseInsensitive);
    if (at >= 0)
        candidates.push_back({make(), at == 0});
}

} // namespace

std::vector<Finding> findNames(const StoreNames &names, const QString &text, std::size_t limit)
{
    std::vector<Candidate> candidates;
    if (text.isEmpty())
        return {};
    for (const LineId &line : names.lines) {
        const QString name = line.toString();
        addIfItFits(candidates, name, text, [&] {
            return Finding{name, Findings::tr("Line"), Place::ofLine(line)};
        });
    }
    for (const MachineName &machine : names.machines) {
        const QString name = machine.machineId.toString();
        addIfItFits(candidates, name, text, [&] {
            return Finding{name, Findings::tr("Machine on %1").arg(machine.line.toString()),
                           Place::ofMachine(machine.machineId)};
        });
    }
    std::ranges::stable_sort(candidates, [](const Candidate &a, const Candidate &b) {
        return std::pair(!a.begins, a.finding.name) < std::pair(!b.begins, b.finding.name);
    });
    candidates.resize(std::min(candidates.size(), limit));
    std::vector<Finding> findings;
    for (Candidate &each : candidates)
        findings.push_back(std::move(each.finding));
    return findings;
}

Findings::Findings(const Formats &formats, QObject *parent) : QAbstractListModel(parent), m_formats(formats)
{
}

void Findings::setNames(StoreNames names)
{
    m_names = std::move(names);
    refresh();
}

void Findings::setText(const QString &text)
{
    m_text = text;
    m_ids = {};
    refresh();
}

void Findings::setIds(FoundIds ids)
{
    m_ids = std::move(ids);
    refresh();
}

void Findings::refresh()
{
    beginResetModel();
    m_findings = findNames(m_names, m_text, MaxShown);
    if (m_ids.isWhole)
        m_findings.insert(m_findings.begin(), {m_text, tr("Event"), Place::ofEvent(EventId(m_text))});
    if (!m_ids.beginning.empty())
        m_findings.push_back(
            {tr("Among the newest %1 events:").arg(m_formats.count(FoundIds::Among)), {}, Place()});
    for (const EventId &id : m_ids.beginning)
        m_findings.push_back({id.toString(), tr("Event"), Place::ofEvent(id)});
    endResetModel();
}

int Findings::rowOf(const std::optional<Place> &place) const
{
    const auto leads = [](const Finding &finding) { return !finding.kind.isEmpty(); };
    auto found = std::ranges::find_if(
        m_findings, [&](const Finding &finding) { return leads(finding) && finding.place == place; });
    if (found == m_findings.end())
        found = std::ranges::find_if(m_findings, leads);
    return found == m_findings.end() ? -1 : static_cast<int>(found - m_findings.begin());
}

int Findings::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant Findings::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Finding &finding = m_findings[static_cast<std::size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        if (finding.kind.isEmpty())
            return finding.name;
        return QStringLiteral("%1   %2").arg(finding.name, finding.kind);
    case Qt::AccessibleTextRole:
        if (finding.kind.isEmpty())
            return finding.name;
        return QStringLiteral("%1, %2").arg(finding.name, finding.kind);
    case KindRole:
        return finding.kind;
    default:
        return {};
    }
}

Qt::ItemFlags Findings::flags(const QModelIndex &index) const
{
    const bool isHeading =
        index.isValid() && m_findings[static_cast<std::size_t>(index.row())].kind.isEmpty();
    return isHeading ? Qt::ItemNeverHasChildren : QAbstractListModel::flags(index);
}

} // namespace linewatch::ui
