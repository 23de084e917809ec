// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/dice.h"
#include "report/csvreader.h"
#include "report/csvwriter.h"
#include "report/memorysink.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::test;

namespace {

using Cells = std::vector<std::string>;

Cells cellsOf(std::string_view bytes)
{
    const Result<CsvTable> table = readCsv(bytes);
    return table && table->rows.size() == 1 ? table->rows.front().cells : Cells{"no single row"};
}

/** The numbers of the rows that have a fault. */
QList<int> faultyRows(std::string_view bytes)
{
    QList<int> rows;
    const Result<CsvTable> table = readCsv(bytes);
    if (!table)
        return {-1};
    for (const CsvRow &row : table->rows) {
        if (row.fault)
            rows += row.number;
    }
    return rows;
}

} // namespace

class CsvReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void whatTheWriterWritesIsReadBack_data()
    {
        QTest::addColumn<char>("separator");
        QTest::addColumn<bool>("mark");
        QTest::newRow("comma") << ',' << false;
        QTest::newRow("semicolon with a byte order mark") << ';' << true;
    }
    void whatTheWriterWritesIsReadBack()
    {
        QFETCH(char, separator);
        QFETCH(bool, mark);
        static const std::vector<std::string> pieces{
            "a", "\"", ",", ";", "\n", "\r\n", "\r",       "'",
            "=", "+",  "-", "@", "\t", " ",    "\xC3\xBC", "\xF0\x9F\x8F\xAD"};
        Dice dice(11);
        for (int i = 0; i < 300; ++i) {
            MemorySink sink;
            CsvWriter csv(sink, {separator, '.', mark, {}});
            QVERIFY(csv.header(Cells{"a", "b", "c"}));
            std::vector<Cells> rows;
            for (std::size_t row = dice.below(5); row > 0; --row) {
                Cells cells(3);
                for (std::string &cell : cells) {
                    for (std::size_t piece = dice.below(5); piece > 0; --piece)
                        cell += dice.pick(pieces);
                    csv.text(cell);
                }
                rows.push_back(cells);
                QVERIFY(csv.endRow());
            }
            QVERIFY(csv.flush());
            const Result<CsvTable> table = readCsv(sink.bytes().toStdString());
            QVERIFY(table);
            QCOMPARE(table->separator, separator);
            QCOMPARE(table->rows.size(), rows.size() + 1);
            for (std::size_t row = 0; row < rows.size(); ++row) {
                QVERIFY(!table->rows[row + 1].fault);
                QCOMPARE(table->rows[row + 1].cells, rows[row]);
                QCOMPARE(table->rows[row + 1].number, static_cast<int>(row) + 2);
            }
        }
    }

    void cellsAreWhatTheFormatSays()
    {
        QCOMPARE(cellsOf("a,b\r\n"), (Cells{"a", "b"}));
        QCOMPARE(cellsOf("a,b\n"), (Cells{"a", "b"}));
        QCOMPARE(cellsOf("a,b"), (Cells{"a", "b"}));
        QCOMPARE(cellsOf("\xEF\xBB\xBF\"a\";b"), (Cells{"a", "b"}));
        QCOMPARE(cellsOf("a,,"), (Cells{"a", "", ""}));
        QCOMPARE(cellsOf("\"\"\"\",\"a\r\nb\""), (Cells{"\"", "a\r\nb"}));
        QCOMPARE(cellsOf(" a , b"), (Cells{" a ", " b"}));
        QCOMPARE(cellsOf("'=1,'a,''=1"), (Cells{"=1", "'a", "'=1"}));
    }

    void emptyRowsCountButSayNothing()
    {
        const Result<CsvTable> table = readCsv("a,b\n\n1,2\n\n");
        QVERIFY(table);
        QCOMPARE(table->rows.size(), std::size_t{2});
        QCOMPARE(table->rows[1].number, 3);
        QVERIFY(readCsv("")->rows.empty());
    }

    void aFaultStaysInItsRow()
    {
        QCOMPARE(faultyRows("a,b\nx\"y,1\n1,2\n"), QList<int>{2});
        QCOMPARE(faultyRows("a,b\n\"x\"y,1\n1,2\n"), QList<int>{2});
        QCOMPARE(faultyRows("a,b\n1,\xFF\n1,2\n"), QList<int>{2});
        QCOMPARE(faultyRows("a,b\n1,2\r3,4\n1,2\n"), QList<int>{2});
        QCOMPARE(faultyRows(std::string_view("a,b\n1,\0\n1,2\n", 12)), QList<int>{2});
        QCOMPARE(faultyRows("a,b\n1,2\n"), QList<int>());
    }

    void aQuoteThatIsNotClosedIsTheFilesFault()
    {
        const Result<CsvTable> table = readCsv("a,b\n1,2\n\"3,4\n5,6\n");
        QVERIFY(!table);
        QVERIFY(table.failure().message.contains(QStringLiteral("row 3")));
    }

    void anythingIsReadWithoutHarm()
    {
        Dice dice(5);
        static const std::string bytes = "a\"\",;\r\n'=\xC3\xBC\xFF";
        for (int i = 0; i < 3'000; ++i) {
            std::string file;
            for (std::size_t length = dice.below(30); length > 0; --length)
                file += bytes[dice.below(bytes.size())];
            const Result<CsvTable> table = readCsv(file);
            if (!table)
                QCOMPARE(table.failure().kind, Failure::Kind::Refused);
        }
    }
};

LINEWATCH_TEST(CsvReaderTest)
#include "tst_csvreader.moc"
