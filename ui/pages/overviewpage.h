// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/explanation.h"
#include "live/livesnapshot.h"
#include "monitor/storequeries.h"
#include "ui/models/formats.h"
#include "ui/models/gridchoice.h"
#include "ui/models/place.h"

#include <QPointer>
#include <QStackedWidget>

class QUrl;

namespace linewatch::ui {

class Card;
class EmptyState;
class ExplainPopup;
class FigureStrip;
class KeyFigureCard;
class MachineCard;
class MachineGridModel;
class ParetoChart;
class ScrollingPage;
class ThemeController;
class TrendChart;

/**
 * The plant at a glance: key figures, machines, top defect lines, trend. Before the first snapshot it says
 * that it waits; while no machine is known it says how to connect one.
 */
class OverviewPage : public QStackedWidget
{
    Q_OBJECT

public:
    OverviewPage(const ThemeController &themes, const Formats &formats, QWidget *parent = nullptr);

    /** @p snapshot must not be null. */
    void showSnapshot(const LiveSnapshotPtr &snapshot);
    /** What is on screen; null before the first. */
    const LiveSnapshotPtr &shown() const { return m_shown; }
    void showEndpoint(const QUrl &endpoint);
    /** Whom to ask for what an explanation tells beside the snapshot; null: nobody. */
    void setStore(StoreQueries *queries) { m_queries = queries; }

    void setGridChoice(const GridChoice &choice);
    /** Puts the focus where a machine is looked for. */
    void findMachine();

signals:
    void gridChoiceChanged(const linewatch::ui::GridChoice &choice);
    void demoRequested();
    void connectRequested();
    void placeChosen(const linewatch::ui::Place &place);

private:
    QWidget *makeLoading();
    QWidget *makeContent();
    FigureStrip *makeKeyFigures();
    void makeExplainable();
    void explain(FigureKind kind, KeyFigureCard *card);
    void openMenu(const MachineId &machine, QPoint where);
    void explainMachine(FigureKind kind, const MachineId &machine);
    void showKeyFigures(const LiveSnapshot &snapshot);
    void showCharts(const LiveSnapshot &snapshot);

    const ThemeController &m_themes;
    const Formats m_formats;
    MachineGridModel *m_machines;
    QPointer<StoreQueries> m_queries;
    LiveSnapshotPtr m_shown;

    QWidget *m_loading;
    EmptyState *m_empty;
    ScrollingPage *m_emptyPage;
    MachineCard *m_grid;
    KeyFigureCard *m_machinesCard;
    KeyFigureCard *m_eventsCard;
    KeyFigureCard *m_defectsCard;
    KeyFigureCard *m_availabilityCard;
    KeyFigureCard *m_ingestCard;
    Card *m_paretoCard;
    ParetoChart *m_pareto;
    TrendChart *m_trend;
    ExplainPopup *m_explain;
    QWidget *m_content;
};

} // namespace linewatch::ui
