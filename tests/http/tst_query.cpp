// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/query.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch;
using namespace linewatch::http;

class QueryTest : public QObject
{
    Q_OBJECT

private slots:
    void readsParametersInTheirOrder()
    {
        const auto query = Query::parse("b=1&a=2&&c&d=&e=f=g");
        QVERIFY(query.ok());
        QByteArray read;
        for (const auto &[name, value] : query->parameters())
            read += name + '>' + value + ' ';
        QCOMPARE(read, "b>1 a>2 c> d> e>f=g ");
    }

    void readsNothingFromNothing()
    {
        QVERIFY(Query::parse("")->parameters().isEmpty());
        QVERIFY(!Query::parse("")->value("a"));
    }

    void decodesNamesAndValues()
    {
        const auto query = Query::parse("machine%49d=M%2001%26%3d%c3%a4");
        QCOMPARE(query->value("machineId").value(), "M 01&=ä");
    }

    void leavesAPlusSignAlone()
    {
        const auto query = Query::parse("start=2026-01-15T10:00:00+02:00&end=%2B");
        QCOMPARE(query->value("start").value(), "2026-01-15T10:00:00+02:00");
        QCOMPARE(query->value("end").value(), "+");
    }

    void countsRepeatedParameters()
    {
        const auto query = Query::parse("a=1&b=2&%61=3");
        QCOMPARE(query->count("a"), 2);
        QCOMPARE(query->count("b"), 1);
        QCOMPARE(query->count("c"), 0);
        QCOMPARE(query->value("a").value(), "1");
    }

    void namesTheParameterThatCannotBeDecoded_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::newRow("a lone percent sign") << QByteArray("a=1&limit=%");
        QTest::newRow("half an escape") << QByteArray("limit=%4");
        QTest::newRow("no hexadecimal digits") << QByteArray("limit=%4g");
        QTest::newRow("broken UTF-8") << QByteArray("limit=%ff&a=1");
        QTest::newRow("a surrogate") << QByteArray("limit=%ed%a0%80");
        QTest::newRow("an escaped name") << QByteArray("l%69mit=%");
    }

    void namesTheParameterThatCannotBeDecoded()
    {
        QFETCH(const QByteArray, raw);
        const auto query = Query::parse(raw);
        QVERIFY(!query.ok());
        QCOMPARE(query.failure().kind, Failure::Kind::Refused);
        QVERIFY(query.failure().message.contains(QStringLiteral("'limit'")));
    }
};

LINEWATCH_TEST(QueryTest)
#include "tst_query.moc"
