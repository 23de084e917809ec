// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "ui/models/formats.h"

#include <QAbstractTableModel>

#include <vector>

namespace linewatch::ui {

/** What a line is compared with. */
struct CompareWith {
    enum class Kind { Nothing, Before, Window, Line };

    Kind kind = Kind::Nothing;
    TimeWindow window = {}; ///< Window: the same line then
    LineId line = {};       ///< Line: another line in the same window

    friend bool operator==(const CompareWith &, const CompareWith &) = default;
};

/** One figure of both, and how far they are apart. */
struct ComparedFigure {
    QString name;
    QString shown;
    QString other;
    QString difference; ///< of the first from the second
    FigureKind kind = FigureKind::DefectRate;
};

/**
 * How far the figure is from the other, with its sign; a dash where one of them is nothing, and of sums over
 * windows that differ in length. Of the kinds that compareFigures() has. Pure.
 */
QString comparedDifference(FigureKind kind, const GroupFigures &shown, const GroupFigures &other,
                           const Formats &formats);

/** All figures of two groups. Sums of windows that differ in length are not subtracted. Pure. */
std::vector<ComparedFigure> compareFigures(const GroupFigures &shown, const GroupFigures &other,
                                           const Formats &formats);

/** The same as a table: a row a figure, with both side by side and their difference. */
class ComparisonModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Name, Shown, Other, Difference, ColumnCount };

    explicit ComparisonModel(QObject *parent = nullptr);

    /** With the names of both. */
    void show(std::vector<ComparedFigure> figures, const QString &shown, const QString &other);
    FigureKind kindAt(int row) const { return m_figures.at(static_cast<std::size_t>(row)).kind; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<ComparedFigure> m_figures;
    QString m_shown;
    QString m_other;
};

} // namespace linewatch::ui
