// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/machinelist.h"

#include "ui/models/machineexplanations.h"
#include "ui/models/machinefiltermodel.h"
#include "ui/models/machinetablemodel.h"
#include "ui/theme/icons.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/groupmenu.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

namespace linewatch::ui {

namespace {

constexpr qint64 msBetweenOrders = 30'000; ///< by figures; rows keep their place meanwhile

QIcon stateIcon(MachineState state, const Theme &theme)
{
    constexpr int side = 64; // scaled down to what the row wants
    QPixmap picture(side, side);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintIcon(painter, QRectF(0, 0, side, side), iconOf(state), stateColour(theme, state));
    return QIcon(picture);
}

} // namespace

MachineList::MachineList(const ThemeController &themes, const Formats &formats, QWidget *parent)
    : QWidget(parent)
    , m_themes(themes)
    , m_formats(formats)
    , m_machines(new MachineTableModel(formats, this))
    , m_shown(new MachineFilterModel(this))
    , m_text(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_table(new DataTable(themes, tr("Machines"), this))
{
    m_shown->setSourceModel(m_machines);
    m_table->setModel(m_shown);
    m_table->setLinkColumn(MachineTableModel::Machine);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(MachineTableModel::Machine, Qt::AscendingOrder);
    m_text->setPlaceholderText(tr("Machine or line"));
    m_text->setAccessibleName(tr("Show machines and lines with this in their name"));
    m_text->setClearButtonEnabled(true);
    constexpr int letters = 34;
    m_text->setMaximumWidth(letters * m_text->fontMetrics().averageCharWidth());
    setFontRole(*m_count, "small");
    m_count->setProperty("tone", QStringLiteral("muted"));

    auto *tools = new QHBoxLayout;
    tools->setSpacing(12);
    tools->addWidget(m_text, 1);
    tools->addWidget(m_count);
    tools->addStretch(1);
    auto *content = new QWidget(this);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(tools);
    column->addWidget(m_table, 1);
    m_card = new Card(themes, tr("All machines"), content, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_card);

    connect(m_text, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_shown->setText(text.trimmed());
        showCount();
    });
    // From the field to what was found.
    connect(m_text, &QLineEdit::returnPressed, this, [this] {
        m_table->setFocus();
        m_table->setCurrentIndex(m_shown->index(0, 0));
    });
    connect(m_table, &DataTable::rowChosen, this, &MachineList::choose);
    connect(m_table, &DataTable::rowMenuWanted, this,
            [this](QMenu *menu, const QModelIndex &index) { fillMenu(*menu, index); });
    connect(&themes, &ThemeController::themeChanged, this, &MachineList::followTheme);
    followTheme();
}

void MachineList::setRows(std::vector<MachineRow> rows, TimeWindow window)
{
    m_window = window;
    const int before = m_machines->rowCount();
    m_machines->setRows(std::move(rows));
    if (before == 0)
        m_table->fitColumns();
    if (before != m_machines->rowCount() || !m_ordered.isValid() || m_ordered.hasExpired(msBetweenOrders)) {
        m_shown->reorder();
        m_ordered.start();
    }
    m_card->setNote(tr("figures over %1 · state now · times in %2")
                        .arg(m_formats.span(window), m_formats.zoneName(window.end)));
    showCount();
}

void MachineList::find()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void MachineList::showCount()
{
    const int all = m_machines->rowCount();
    const int shown = m_shown->rowCount();
    m_count->setText(shown == all
                         ? tr("Machines: %1").arg(m_formats.count(all))
                         : tr("Machines: %1 of %2").arg(m_formats.count(shown), m_formats.count(all)));
}

void MachineList::choose(const QModelIndex &index)
{
    emit machineChosen(m_machines->machineAt(m_shown->mapToSource(index).row()));
}

void MachineList::fillMenu(QMenu &menu, const QModelIndex &index)
{
    const MachineRow row = m_machines->rowAt(m_shown->mapToSource(index).row());
    const MachineId &machine = row.entry.machineId;
    const GroupMenu entries{.self = Place::ofMachine(machine),
                            .events = Place::eventsOfMachine(machine),
                            .go = [this](const Place &place) { emit placeChosen(place); },
                            .figures = {FigureKind::State, FigureKind::DefectRate, FigureKind::DefectsPercent,
                                        FigureKind::UnknownPercent, FigureKind::Availability,
                                        FigureKind::Events, FigureKind::LastEvent},
                            .explain =
                                [this, row, window = m_window](FigureKind kind) {
                                    emit explainRequested(explainMachineRow(kind, row, window), m_table);
                                }};
    entries.addTo(menu, this);
}

void MachineList::followTheme()
{
    std::array<QIcon, MachineStateCount> icons;
    for (std::size_t i = 0; i < icons.size(); ++i)
        icons[i] = stateIcon(static_cast<MachineState>(i), m_themes.theme());
    m_machines->setLook(m_themes.theme().accent, icons);
}

} // namespace linewatch::ui
