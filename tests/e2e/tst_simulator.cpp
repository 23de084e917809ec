// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "e2e/simulatorrun.h"
#include "support/testprogram.h"

using namespace linewatch::test;
using namespace Qt::StringLiterals;

/** The simulator, which knows the right answers, finds no difference in the server. */
class SimulatorTest : public ServerTest
{
    Q_OBJECT

private slots:
    void theReferenceRunFindsNoDifference()
    {
        const ProgramRun run = simulate({u"--machines"_s,   u"200"_s,    u"--lines"_s,       u"8"_s,
                                         u"--events"_s,     u"100000"_s, u"--connections"_s, u"16"_s,
                                         u"--duplicates"_s, u"5"_s,      u"--corrections"_s, u"3"_s,
                                         u"--reorder"_s,    u"2"_s,      u"--skew"_s,        u"1"_s,
                                         u"--invalid"_s,    u"1"_s,      u"--seed"_s,        u"1"_s});
        QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).right(4000).constData());
    }

    void aNoisyRunOnTheSameStoreFindsNoDifference()
    {
        const ProgramRun run =
            simulate({u"--machines"_s,    u"7"_s,  u"--lines"_s,   u"2"_s,  u"--events"_s,     u"5000"_s,
                      u"--connections"_s, u"5"_s,  u"--batch"_s,   u"37"_s, u"--duplicates"_s, u"30"_s,
                      u"--corrections"_s, u"30"_s, u"--reorder"_s, u"20"_s, u"--skew"_s,       u"10"_s,
                      u"--invalid"_s,     u"10"_s, u"--seed"_s,    u"2"_s});
        QVERIFY2(run.finished && run.exitCode == 0, (run.output + run.error).right(4000).constData());
    }

private:
    ProgramRun simulate(const QStringList &arguments)
    {
        return runSimulator({server().url()}, folder().path(), arguments);
    }
};

LINEWATCH_TEST(SimulatorTest)
#include "tst_simulator.moc"
