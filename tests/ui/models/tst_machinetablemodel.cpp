// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/machineeventsmodel.h"
#include "ui/models/machinefiltermodel.h"
#include "ui/models/machinetablemodel.h"

#include <QAbstractItemModelTester>
#include <QTest>

#include <set>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

namespace {

/** Without events in the window where @p events is 0. */
MachineRow madeRow(int number, std::int64_t events = 10, std::int64_t defects = 1)
{
    MachineRow row;
    row.entry.machineId = MachineId(QStringLiteral("M-%1").arg(number, 3, 10, QLatin1Char('0')));
    row.entry.line = LineId(QStringLiteral("Press %1").arg(number % 3));
    row.entry.lastEventTime = madeNow();
    row.health.totals = {events, events * 1000, defects, 0};
    row.health.defectRate = kpi::defectRate(defects, 1h);
    return row;
}

std::vector<MachineRow> madeRows(const std::set<int> &numbers)
{
    std::vector<MachineRow> rows;
    for (const int number : numbers)
        rows.push_back(madeRow(number));
    return rows;
}

EventItem madeEvent(int number)
{
    EventItem item;
    item.event.eventId = EventId("E-" + std::to_string(number));
    item.event.payload.eventTime = madeNow() + std::chrono::seconds{number};
    return item;
}

} // namespace

class TestMachineTableModel : public QObject
{
    Q_OBJECT

private slots:
    void machinesKeepTheirRowsWhateverComesAndGoes()
    {
        MachineTableModel model(madeFormats());
        MachineFilterModel shown;
        shown.setSourceModel(&model);
        shown.sort(MachineTableModel::Machine, Qt::DescendingOrder);
        const QAbstractItemModelTester tester(&model);
        const QAbstractItemModelTester other(&shown);
        test::Dice dice(11);
        for (int round = 0; round < 200; ++round) {
            const int kept = model.rowCount() > 0
                ? static_cast<int>(dice.below(static_cast<std::size_t>(model.rowCount())))
                : -1;
            const QPersistentModelIndex index =
                kept >= 0 ? QPersistentModelIndex(model.index(kept, 0)) : QPersistentModelIndex();
            const QString name = index.data().toString();
            std::set<int> numbers;
            for (auto i = dice.between(0, 30); i > 0; --i)
                numbers.insert(static_cast<int>(dice.between(0, 60)));
            model.setRows(madeRows(numbers));
            QCOMPARE(model.rowCount(), static_cast<int>(numbers.size()));
            int row = 0;
            for (const int number : numbers)
                QVERIFY(model.machineAt(row++) == madeRow(number).entry.machineId);
            if (index.isValid())
                QCOMPARE(index.data().toString(), name);
            shown.reorder();
            QCOMPARE(shown.rowCount(), model.rowCount());
            for (int i = 1; i < shown.rowCount(); ++i)
                QVERIFY(shown.index(i - 1, 0).data().toString() > shown.index(i, 0).data().toString());
        }
    }

    void whatCannotBeToldIsADashAndLast()
    {
        MachineTableModel model(madeFormats());
        MachineFilterModel shown;
        shown.setSourceModel(&model);
        model.setRows({madeRow(1, 0, 0), madeRow(2, 10, 5), madeRow(3, 0, 0), madeRow(4, 10, 0)});
        const auto rates = [&shown] {
            QStringList texts;
            for (int row = 0; row < shown.rowCount(); ++row)
                texts << shown.index(row, MachineTableModel::DefectRate).data().toString();
            return texts.join(QLatin1Char(' '));
        };
        shown.sort(MachineTableModel::DefectRate, Qt::AscendingOrder);
        QCOMPARE(rates(), QStringLiteral("0.00 5.00 – –"));
        shown.sort(MachineTableModel::DefectRate, Qt::DescendingOrder);
        QCOMPARE(rates(), QStringLiteral("5.00 0.00 – –"));
    }

    void eventsComeInAbove()
    {
        MachineEventsModel model(madeFormats());
        const QAbstractItemModelTester tester(&model);
        test::Dice dice(12);
        int newest = 0;
        for (int round = 0; round < 200; ++round) {
            newest += static_cast<int>(dice.between(0, 8));
            if (dice.chance(5))
                newest += 1'000;
            const auto count = static_cast<int>(dice.between(0, 50));
            std::vector<EventItem> events;
            for (int i = 0; i < count; ++i)
                events.push_back(madeEvent(newest - i));
            const QPersistentModelIndex first = model.index(0, 0);
            const QString time = first.data().toString();
            model.setEvents(events);
            QCOMPARE(model.rowCount(), count);
            for (int i = 0; i < count; ++i)
                QVERIFY(model.eventAt(i) == events[static_cast<std::size_t>(i)].event.eventId);
            if (first.isValid())
                QCOMPARE(first.data().toString(), time); // a row that is still there is the same event
        }
    }
};

LINEWATCH_TEST(TestMachineTableModel)
#include "tst_machinetablemodel.moc"
