// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/defectlines.h"

#include "analytics/teststore.h"
#include "model/samples.h"
#include "support/testprogram.h"

using namespace linewatch;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const TimeWindow window{at("2026-01-15T00:00:00Z"), at("2026-01-15T06:00:00Z")};

SourceTotals part(const char *line, std::int64_t defects, std::int64_t events)
{
    SourceTotals part;
    part.source.line = LineId(std::string(line));
    part.totals = {events, 0, defects, 0};
    return part;
}

QString namesOf(const std::vector<DefectLine> &lines)
{
    QStringList names;
    for (const DefectLine &line : lines) {
        names << line.lineId.toString() + u' ' + QString::number(line.defects) + u'/'
                + QString::number(line.events) + u'=' + QString::fromStdString(line.percent.toString());
    }
    return names.join(u", ");
}

QString topOf(TestStore &store, const char *factory = "", std::size_t limit = 10)
{
    return namesOf(topDefectLines(store.reader(), window, limit, FactoryId(std::string(factory))).value());
}

} // namespace

class DefectLinesTest : public QObject
{
    Q_OBJECT

private slots:
    void tiesGoByEventsThenByName()
    {
        const std::vector<SourceTotals> parts{part("D", 5, 10), part("B", 5, 10), part("C", 5, 20),
                                              part("A", 1, 99), part("a", 5, 10), part("E", 9, 9)};
        QCOMPARE(
            namesOf(rankLines(parts, 10)),
            QStringLiteral("E 9/9=100.0, C 5/20=25.0, B 5/10=50.0, D 5/10=50.0, a 5/10=50.0, A 1/99=1.01"));
    }

    void partsOfOneLineAreOneRow()
    {
        QCOMPARE(namesOf(rankLines({part("A", 2, 10), part("B", 3, 4), part("A", 2, 10)}, 10)),
                 QStringLiteral("A 4/20=20.0, B 3/4=75.0"));
    }

    void linesWithoutAKnownDefectAreLeftOut()
    {
        QVERIFY(rankLines({}, 10).empty());
        QCOMPARE(namesOf(rankLines({part("A", 0, 100), part("B", 1, 1)}, 10)), QStringLiteral("B 1/1=100.0"));
    }

    void theLimitCutsTheEnd()
    {
        const std::vector<SourceTotals> parts{part("A", 1, 1), part("B", 3, 1), part("C", 2, 1)};
        QCOMPARE(namesOf(rankLines(parts, 2)), QStringLiteral("B 3/1=300.0, C 2/1=200.0"));
        QCOMPARE(rankLines(parts, 3).size(), std::size_t{3});
        QVERIFY(rankLines(parts, 0).empty());
    }

    void aMachineWithoutALineStandsAsItsOwn()
    {
        TestStore store;
        store.insert("E-1", payloadOf("M-1", window.start, 2), window.end);
        store.insert("E-2", payloadOf("M-2", window.start, 3, "LINE-A"), window.end + 1s);
        store.insert("E-3", payloadOf("M-1", window.start, 4, "LINE-A"), window.end + 2s);
        store.insert("E-4", payloadOf("M-1", window.start, UnknownDefects), window.end + 3s);
        QCOMPARE(topOf(store), QStringLiteral("LINE-A 7/2=350.0, M-1 2/2=100.0"));
        QCOMPARE(topOf(store, "", 1), QStringLiteral("LINE-A 7/2=350.0"));
    }

    void theFactoryFiltersAndTheWindowIsHalfOpen()
    {
        TestStore store;
        int number = 0;
        const auto add = [&](Instant time, int defects, const char *factory) {
            EventPayload payload = payloadOf("M-1", time, defects, "LINE-A");
            payload.factoryId = FactoryId(std::string(factory));
            store.insert("E-" + std::to_string(++number), payload, window.end + std::chrono::seconds{number});
        };
        add(window.start, 1, "F-1");
        add(window.end - 1us, 2, "F-2");
        add(window.start - 1us, 50, "F-1");
        add(window.end, 50, "F-1");
        add(window.start, 4, "");
        QCOMPARE(topOf(store), QStringLiteral("LINE-A 7/3=233.33"));
        QCOMPARE(topOf(store, "F-1"), QStringLiteral("LINE-A 1/1=100.0"));
        QCOMPARE(topOf(store, "F-2"), QStringLiteral("LINE-A 2/1=200.0"));
        QCOMPARE(topOf(store, "F-3"), QString());
    }
};

LINEWATCH_TEST(DefectLinesTest)
#include "tst_defectlines.moc"
