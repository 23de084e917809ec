// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/comparison.h"

#include "ui/models/grouptext.h"

#include <QCoreApplication>

namespace linewatch::ui {

namespace {

struct ComparisonTexts {
    Q_DECLARE_TR_FUNCTIONS(Comparison)
};

/** With its sign; a dash where the windows are not as long as each other. */
QString sumDifference(std::int64_t shown, std::int64_t other, bool comparable, const Formats &formats)
{
    if (!comparable)
        return dash;
    const std::int64_t difference = shown - other;
    const QString digits = formats.count(std::abs(difference));
    if (difference == 0)
        return digits;
    return (difference < 0 ? QChar(u'\u2212') : QChar(u'+')) + digits;
}

QString runTimeDifference(const GroupFigures &shown, const GroupFigures &other, bool comparable,
                          const Formats &formats)
{
    if (!comparable)
        return dash;
    const std::int64_t ms = shown.totals.runTimeMs - other.totals.runTimeMs;
    const auto length = std::chrono::round<std::chrono::seconds>(std::chrono::milliseconds{std::abs(ms)});
    const QString words = grouptext::duration(length, formats);
    if (length.count() == 0)
        return words;
    return (ms < 0 ? QChar(u'\u2212') : QChar(u'+')) + words;
}

QString machinesText(const GroupFigures &figures, const Formats &formats)
{
    return formats.count(figures.machines);
}

/** Shares in percent as shares of one, of which differences are told in points. */
std::optional<Decimal> ofOne(const std::optional<Decimal> &percent)
{
    return percent ? std::optional(Decimal{percent->scaled, percent->places + 2}) : std::nullopt;
}

/** A window that runs began on another fraction of a second than the one that it is compared with. */
bool areAsLong(const GroupFigures &shown, const GroupFigures &other)
{
    return std::chrono::abs(shown.window.length() - other.window.length()) < std::chrono::seconds{1};
}

} // namespace

QString comparedDifference(FigureKind kind, const GroupFigures &shown, const GroupFigures &other,
                           const Formats &formats)
{
    const bool comparable = areAsLong(shown, other) && shown.hasEvents() && other.hasEvents();
    switch (kind) {
    case FigureKind::DefectRate:
        return grouptext::difference(shown.defectRate(), other.defectRate(), formats);
    case FigureKind::DefectsPercent:
        return grouptext::difference(shown.defectsPercent(), other.defectsPercent(), formats);
    case FigureKind::Availability:
        return grouptext::pointsDifference(shown.availability(), other.availability(), formats);
    case FigureKind::UnknownPercent:
        return grouptext::pointsDifference(ofOne(shown.unknownPercent()), ofOne(other.unknownPercent()),
                                           formats);
    case FigureKind::Defects:
        return sumDifference(shown.totals.defects, other.totals.defects, comparable, formats);
    case FigureKind::Events:
        return sumDifference(shown.totals.events, other.totals.events, comparable, formats);
    case FigureKind::RunTime:
        return runTimeDifference(shown, other, comparable, formats);
    case FigureKind::ActiveMachines:
        return sumDifference(shown.machines, other.machines, true, formats);
    default:
        return dash;
    }
}

std::vector<ComparedFigure> compareFigures(const GroupFigures &shown, const GroupFigures &other,
                                           const Formats &formats)
{
    const auto row = [&](const QString &name, QString (*text)(const GroupFigures &, const Formats &),
                         FigureKind kind) {
        return ComparedFigure{name, text(shown, formats), text(other, formats),
                              comparedDifference(kind, shown, other, formats), kind};
    };
    return {
        row(ComparisonTexts::tr("Known defects an hour"), grouptext::defectRate, FigureKind::DefectRate),
        row(ComparisonTexts::tr("Defects per 100 events"), grouptext::defectsPercent,
            FigureKind::DefectsPercent),
        row(ComparisonTexts::tr("Availability"), grouptext::availability, FigureKind::Availability),
        row(ComparisonTexts::tr("Known defects"), grouptext::defects, FigureKind::Defects),
        row(ComparisonTexts::tr("Events"), grouptext::events, FigureKind::Events),
        row(ComparisonTexts::tr("Run time"), grouptext::runTime, FigureKind::RunTime),
        row(ComparisonTexts::tr("Unknown defects"), grouptext::unknown, FigureKind::UnknownPercent),
        row(ComparisonTexts::tr("Machines with events"), machinesText, FigureKind::ActiveMachines),
    };
}

ComparisonModel::ComparisonModel(QObject *parent) : QAbstractTableModel(parent) { }

void ComparisonModel::show(std::vector<ComparedFigure> figures, const QString &shown, const QString &other)
{
    const bool isOther = figures.size() != m_figures.size();
    if (isOther)
        beginResetModel();
    m_figures = std::move(figures);
    m_shown = shown;
    m_other = other;
    if (isOther)
        endResetModel();
    else if (!m_figures.empty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
    emit headerDataChanged(Qt::Horizontal, 0, ColumnCount - 1);
}

int ComparisonModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_figures.size());
}

int ComparisonModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ComparisonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(
            Qt::Alignment((index.column() == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    const ComparedFigure &figure = m_figures[static_cast<std::size_t>(index.row())];
    switch (index.column()) {
    case Name:
        return figure.name;
    case Shown:
        return figure.shown;
    case Other:
        return figure.other;
    default:
        return figure.difference;
    }
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::Alignment((section == Name ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (section) {
    case Name:
        return tr("Figure");
    case Shown:
        return m_shown;
    case Other:
        return m_other;
    default:
        return tr("Difference");
    }
}

} // namespace linewatch::ui
