// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testprogram.h"
#include "ui/madeplant.h"
#include "ui/mainwindow/translations.h"
#include "ui/models/statusfacts.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::ui;

namespace {

QStringList facts(const QUrl &endpoint, const QString &store, const LiveSnapshotPtr &snapshot)
{
    QStringList texts;
    for (const TextParts &fact : statusFacts(endpoint, store, snapshot, madeFormats()))
        texts << plainText(fact);
    return texts;
}

} // namespace

class TestStatusFacts : public QObject
{
    Q_OBJECT

private slots:
    void saysAllThatIsKnown();
    void withoutSnapshotSaysWhatIsKnownAnyway();
    void aViewerSaysNothingOfTakingIn();
    void addressesOfSixKeepTheirBrackets();

private:
    const Translations m_translations{QLocale::c()};
};

void TestStatusFacts::saysAllThatIsKnown()
{
    const QUrl endpoint(QStringLiteral("http://10.20.0.5:8080"));
    const QStringList expected{QStringLiteral("Endpoint 10.20.0.5:8080"), QStringLiteral("412 events/s"),
                               QStringLiteral("Store SQLite, ok, commit 4 ms"), QStringLiteral("Queue 0"),
                               QStringLiteral("Rejected, last hour 3")};
    QCOMPARE(facts(endpoint, QStringLiteral("SQLite, ok"), shared(madeSnapshot())), expected);
}

void TestStatusFacts::withoutSnapshotSaysWhatIsKnownAnyway()
{
    QCOMPARE(facts({}, {}, nullptr), QStringList(QStringLiteral("Viewer, takes no events")));
}

void TestStatusFacts::aViewerSaysNothingOfTakingIn()
{
    LiveSnapshot snapshot = madeSnapshot();
    snapshot.ingest = {.isElsewhere = true};
    QCOMPARE(facts({}, QStringLiteral("MySQL plant at db1:3306"), shared(snapshot)),
             (QStringList{QStringLiteral("Viewer, takes no events"),
                          QStringLiteral("Store MySQL plant at db1:3306")}));
}

void TestStatusFacts::addressesOfSixKeepTheirBrackets()
{
    QCOMPARE(facts(QUrl(QStringLiteral("http://[::1]:8080")), {}, nullptr),
             QStringList(QStringLiteral("Endpoint [::1]:8080")));
}

LINEWATCH_WIDGET_TEST(TestStatusFacts)
#include "tst_statusfacts.moc"
