// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulation/options.h"
#include "simulation/runreport.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::simulation;
using Request = CommandLine::Request;

namespace {

CommandLine read(const char *arguments)
{
    const QString line = QStringLiteral("linewatch-sim ") + QString::fromLatin1(arguments);
    return readCommandLine(line.split(u' ', Qt::SkipEmptyParts));
}

} // namespace

class TestOptions : public QObject
{
    Q_OBJECT

private slots:
    void everyOptionOfTheContractIsRead()
    {
        const CommandLine line =
            read("--url http://127.0.0.1:8080 --url http://127.0.0.1:8081 --machines 200 --lines 8 "
                 "--rate 50.5 --events 1000 --connections 16 --batch 7 --duplicates 5 --reorder 2 "
                 "--corrections 3 --skew 1 --invalid 4 --seed 42 --verify");
        QCOMPARE(line.request, Request::Run);
        const Options &options = line.options;
        QCOMPARE(options.endpoints.size(), std::size_t{2});
        QCOMPARE(options.machines, 200);
        QCOMPARE(options.lines, 8);
        QCOMPARE(options.rate, 50.5);
        QCOMPARE(options.events, 1'000U);
        QCOMPARE(options.connections, 16);
        QCOMPARE(options.batch, 7);
        QCOMPARE(options.noise.duplicates, 5.0);
        QCOMPARE(options.noise.reordered, 2.0);
        QCOMPARE(options.noise.corrections, 3.0);
        QCOMPARE(options.noise.skewed, 1.0);
        QCOMPARE(options.noise.invalid, 4.0);
        QCOMPARE(options.seed, 42U);
        QVERIFY(options.verify);
    }

    void durationWithARateIsACountOfEvents()
    {
        QCOMPARE(read("--rate 100 --duration 2.5").options.events, 250U);
        QCOMPARE(read("--duration 2.5").options.events, 0U);
    }

    void withoutArgumentsThereIsAServerAndAnEnd()
    {
        const CommandLine line = read("");
        QCOMPARE(line.request, Request::Run);
        QCOMPARE(line.options.endpoints.front(), QUrl(QStringLiteral("http://127.0.0.1:8080")));
        QVERIFY(line.options.events > 0);
    }

    void helpNamesEveryOption()
    {
        const CommandLine line = read("--help");
        QCOMPARE(line.request, Request::ShowText);
        for (const char *name : {"--url", "--machines", "--lines", "--rate", "--duration", "--events",
                                 "--connections", "--batch", "--duplicates", "--reorder", "--corrections",
                                 "--skew", "--invalid", "--seed", "--verify", "--version"})
            QVERIFY2(line.text.contains(QLatin1StringView(name)), name);
        QCOMPARE(read("--version").request, Request::ShowText);
    }

    void badOptionsAreRefusedInOneLine_data()
    {
        QTest::addColumn<QByteArray>("arguments");
        for (const char *arguments :
             {"--nonsense", "surplus", "--url ftp://127.0.0.1", "--url http://",
              "--url http://127.0.0.1/path", "--machines 0", "--machines many", "--batch 50001", "--rate -1",
              "--rate", "--duplicates 101", "--duplicates 60 --corrections 60", "--events 5 --duration 5",
              "--events 0", "--seed -3", "--connections 0", "--duration 0"})
            QTest::newRow(arguments) << QByteArray(arguments);
    }

    void badOptionsAreRefusedInOneLine()
    {
        QFETCH(QByteArray, arguments);
        const CommandLine line = read(arguments.constData());
        QCOMPARE(line.request, Request::Refuse);
        QVERIFY(!line.text.isEmpty());
        QVERIFY(!line.text.contains(u'\n'));
    }

    void percentilesAreTheNearestRank()
    {
        std::vector<std::int32_t> latencies;
        for (std::int32_t i = 200; i > 0; --i)
            latencies.push_back(i);
        QCOMPARE(percentile(latencies, 50), 100);
        QCOMPARE(percentile(latencies, 99), 198);
        QCOMPARE(percentile({7}, 50), 7);
        QCOMPARE(percentile({}, 50), 0);
    }

    void reportSaysWhetherAnythingDiffers()
    {
        RunSummary summary;
        QVERIFY(reportText({}, summary).contains(QStringLiteral("not verified")));
        summary.questions = 17;
        QVERIFY(reportText({}, summary).contains(QStringLiteral("verified: no difference in 17 questions")));
        for (int i = 0; i < 60; ++i)
            summary.total.differences += QStringLiteral("difference %1").arg(i);
        const QString text = reportText({}, summary);
        QVERIFY(text.contains(QStringLiteral("60 differences")));
        QVERIFY(text.contains(QStringLiteral("difference 49\n")));
        QVERIFY(text.contains(QStringLiteral("and 10 more")));
        QVERIFY(!text.contains(QStringLiteral("no difference")));
    }
};

LINEWATCH_TEST(TestOptions)
#include "tst_options.moc"
