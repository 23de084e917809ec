// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/models/explanationtext.h"
#include "ui/models/settlingtext.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

class TestSettlingText : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatChangesIsProvisional()
    {
        QCOMPARE(settlingWord(Settling::Settled), QString());
        QCOMPARE(settlingHint(Settling::Settled), QString());
        for (const Settling settling : {Settling::Running, Settling::Settling}) {
            QCOMPARE(settlingWord(settling), QStringLiteral("provisional"));
            QVERIFY(settlingHint(settling).startsWith(QStringLiteral("Provisional: ")));
        }
        QVERIFY(settlingHint(Settling::Running) != settlingHint(Settling::Settling));
    }

    void anExplanationSaysWhatMayStillChange()
    {
        const GroupFigures numbers{{madeNow() - 1h, madeNow()}, 3, {340, 2'811'500, 12, 3}};
        Explanation explanation = explain(FigureKind::DefectRate, {}, numbers);
        const auto leftOut = [&explanation] { return explanationText(explanation, madeFormats()).leftOut; };
        QVERIFY(leftOut().filter(QStringLiteral("Provisional")).isEmpty());
        for (const Settling settling : {Settling::Running, Settling::Settling}) {
            explanation.settling = settling;
            QCOMPARE(leftOut().last(), settlingHint(settling));
        }
        // How a clock goes is no matter of the window.
        explanation = explain(FigureKind::Clock, {}, numbers, FigureFacts());
        explanation.settling = Settling::Running;
        QVERIFY(leftOut().filter(QStringLiteral("Provisional")).isEmpty());
    }
};

LINEWATCH_WIDGET_TEST(TestSettlingText)
#include "tst_settlingtext.moc"
