// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/fakescheme.h"
#include "ui/madeplant.h"
#include "ui/theme/themecontroller.h"
#include "ui/widgets/freshness.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;
using namespace std::chrono_literals;

class TestFreshness : public QObject
{
    Q_OBJECT

private slots:
    void waitsForTheFirst();
    void liveNamesTheTimeAndTheZone();
    void afterItsPatienceItIsStale();
    void anUpdateMakesItFreshAgain();
    void theTextsDoNotChangeItsWidth();

private:
    FakeScheme m_desktop;
    ThemeController m_themes{m_desktop};
};

void TestFreshness::waitsForTheFirst()
{
    const Freshness freshness(m_themes, madeFormats(), 1h);
    QCOMPARE(freshness.text(), QStringLiteral("Waiting for data"));
    QVERIFY(!freshness.isStale());
}

void TestFreshness::liveNamesTheTimeAndTheZone()
{
    Freshness freshness(m_themes, madeFormats(), 1h);
    freshness.noteUpdate(madeNow());
    QCOMPARE(freshness.text(), QStringLiteral("Live, updated 14:12:07 CET"));
    QCOMPARE(freshness.accessibleName(), freshness.text());
}

void TestFreshness::afterItsPatienceItIsStale()
{
    Freshness freshness(m_themes, madeFormats(), 1ms);
    freshness.noteUpdate(madeNow());
    QTRY_VERIFY(freshness.isStale());
    QCOMPARE(freshness.text(), QStringLiteral("No update since 14:12:07 CET"));
    QCOMPARE(freshness.accessibleName(), freshness.text());
}

void TestFreshness::anUpdateMakesItFreshAgain()
{
    Freshness freshness(m_themes, madeFormats(), 1ms);
    freshness.noteUpdate(madeNow());
    QTRY_VERIFY(freshness.isStale());
    freshness.noteUpdate(madeNow() + 1s);
    QVERIFY(!freshness.isStale());
    QCOMPARE(freshness.text(), QStringLiteral("Live, updated 14:12:08 CET"));
}

void TestFreshness::theTextsDoNotChangeItsWidth()
{
    Freshness freshness(m_themes, madeFormats(), 1ms);
    freshness.noteUpdate(madeNow());
    const QSize live = freshness.sizeHint();
    QTRY_VERIFY(freshness.isStale());
    QCOMPARE(freshness.sizeHint(), live);
}

LINEWATCH_WIDGET_TEST(TestFreshness)
#include "tst_freshness.moc"
