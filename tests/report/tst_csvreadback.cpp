// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/csvwriter.h"
#include "report/filesink.h"
#include "support/csvreaders.h"
#include "support/testprogram.h"

#include <QTemporaryDir>
#include <QTest>

using namespace linewatch;
using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

/** Texts chosen to hurt, also such as no event may carry. */
const QStringList hurtful{u"plain"_s,
                          u""_s,
                          u"a,b"_s,
                          u"a;b"_s,
                          u"3\" pipe"_s,
                          u"\"\""_s,
                          u"\",\""_s,
                          u"two\nlines"_s,
                          u"two\r\nlines"_s,
                          u"ends with\n"_s,
                          u" blanks "_s,
                          u"'quoted'"_s,
                          u"\U0001F3ED\U0001F9D1\u200D\U0001F3ED"_s,
                          u"\u05E7\u05D5 1, \u202E5"_s,
                          u"M\u00FCller & S\u00F6hne"_s,
                          u"back\\slash"_s,
                          u"NULL"_s,
                          u"a\tb"_s};

/** Texts that a spreadsheet would take for formulas. */
const QStringList formulas{u"=1+1"_s,     u"=\"a\",\"b\";c"_s, u"+1"_s,  u"-1"_s,
                           u"@SUM(A1)"_s, u"\t=1"_s,           u"\r=1"_s};

} // namespace

/** What the writer writes, other programs read as it was meant. */
class CsvReadBackTest : public QObject
{
    Q_OBJECT

private slots:
    void pythonReadsEveryTextBack_data() { formats(); }
    void pythonReadsEveryTextBack()
    {
        QFETCH(char, separator);
        QCOMPARE(readWithPython(write({separator, '.', true, {}}), separator), expected());
    }

    void sqliteReadsEveryTextBack() { QCOMPARE(readWithSqlite(write({',', '.', false, {}})), expected()); }

    void calcTakesNumbersForNumbersAndTextsForTexts_data()
    {
        QTest::addColumn<char>("separator");
        QTest::addColumn<char>("decimalMark");
        QTest::addColumn<int>("language");
        QTest::newRow("English") << ',' << '.' << 1033;
        QTest::newRow("German") << ';' << ',' << 1031;
    }
    void calcTakesNumbersForNumbersAndTextsForTexts()
    {
        QFETCH(char, separator);
        QFETCH(char, decimalMark);
        QFETCH(int, language);
        const QString file = write({separator, decimalMark, true, {}});
        const auto rows = readWithLibreOffice(file, separator, language, m_folder.path());
        QCOMPARE(rows.size(), expected().size());
        for (qsizetype row = 1; row < rows.size(); ++row) {
            QCOMPARE(rows[row].size(), 3);
            QVERIFY2(!rows[row][0].number, qPrintable(rows[row][0].text));
            QCOMPARE(rows[row][1].number, std::optional(-1.0));
            QCOMPARE(rows[row][2].number, std::optional(1234.5));
            if (const QString text = expected()[row][0]; text.simplified() == text)
                QCOMPARE(rows[row][0].text, text);
        }
    }

private:
    static void formats()
    {
        QTest::addColumn<char>("separator");
        QTest::newRow("comma") << ',';
        QTest::newRow("semicolon") << ';';
    }

    QString write(const CsvFormat &format)
    {
        const QString file = m_folder.filePath(u"a.csv"_s);
        Result<std::unique_ptr<ExportSink>> sink = FileSink::open(file);
        if (!sink)
            qFatal("%s", qPrintable(sink.failure().message));
        CsvWriter csv(**sink, format);
        bool good = csv.header({"text, or not", "whole", "decimal"}).ok();
        for (const QString &text : hurtful + formulas) {
            csv.text(text.toStdString());
            csv.number(std::int64_t{-1});
            csv.number(Decimal{123'450, 2});
            good = csv.endRow().ok() && good;
        }
        if (!good || !csv.flush() || !(*sink)->commit())
            qFatal("cannot write %s", qPrintable(file));
        return file;
    }

    static QList<QStringList> expected()
    {
        QList<QStringList> rows{{u"text, or not"_s, u"whole"_s, u"decimal"_s}};
        for (const QString &text : hurtful)
            rows += {text, u"-1"_s, u"1234.5"_s};
        for (const QString &text : formulas)
            rows += {u'\'' + text, u"-1"_s, u"1234.5"_s};
        return rows;
    }

    QTemporaryDir m_folder;
};

LINEWATCH_TEST(CsvReadBackTest)
#include "tst_csvreadback.moc"
