// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/reading.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;
using namespace linewatch::test;

/** Damages good requests at random: nothing may crash, and no split may change what is made of them. */
class RequestFuzzTest : public QObject
{
    Q_OBJECT

private slots:
    void splitsNeverChangeTheResult();

private:
    QByteArray mutated(QByteArray wire);
    qsizetype below(qsizetype bound)
    {
        return static_cast<qsizetype>(m_random() % static_cast<quint64>(bound));
    }

    std::mt19937 m_random;
};

static QByteArrayList seeds()
{
    const QByteArray head = "POST /events/batch HTTP/1.1\r\nHost: plant:8080\r\n";
    const QByteArray packed = gzipped(R"([{"eventId":"E-1"},{"eventId":"E-2"}])");
    return {
        "GET /stats?machineId=M%201&start=a HTTP/1.1\r\nHost: plant\r\nConnection: close\r\n\r\n",
        "HEAD http://plant/healthz HTTP/1.0\r\nConnection: keep-alive\r\nX: \r\n\r\n",
        head + "Content-Length: 5\r\nExpect: 100-continue\r\n\r\n[1,2]" + "GET / HTTP/1.1\r\nHost: a\r\n\r\n",
        head + "Transfer-Encoding: chunked\r\n\r\n5;a=b\r\n[1,2]\r\n00a\r\n0123456789\r\n0\r\nX: y\r\n\r\n",
        head + "Content-Encoding: gzip\r\nContent-Length: " + QByteArray::number(packed.size()) + "\r\n\r\n"
            + packed,
        head + "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(packed.size(), 16) + "\r\n" + packed + "\r\n0\r\n\r\n",
    };
}

QByteArray RequestFuzzTest::mutated(QByteArray wire)
{
    static const QByteArrayList fragments{"\r",
                                          "\n",
                                          "\r\n",
                                          " ",
                                          "\t",
                                          ":",
                                          ";",
                                          ",",
                                          "0",
                                          "f",
                                          "chunked",
                                          "Content-Length: 3\r\n",
                                          "Transfer-Encoding: chunked\r\n",
                                          "Host: b\r\n",
                                          "HTTP/1.0",
                                          QByteArray(1, '\0'),
                                          "\xff",
                                          "%",
                                          "#"};
    for (qsizetype changes = 1 + below(4); changes > 0 && !wire.isEmpty(); --changes) {
        const qsizetype at = below(wire.size());
        switch (below(5)) {
        case 0:
            wire[at] = static_cast<char>(m_random());
            break;
        case 1:
            wire.remove(at, 1 + below(8));
            break;
        case 2:
            wire.insert(at, fragments[below(fragments.size())]);
            break;
        case 3:
            wire.insert(at, wire.sliced(at, std::min(wire.size() - at, 1 + below(20))));
            break;
        default:
            wire.truncate(at);
            break;
        }
    }
    return wire;
}

void RequestFuzzTest::splitsNeverChangeTheResult()
{
    bool ok = false;
    const auto given = static_cast<quint32>(qEnvironmentVariableIntValue("LINEWATCH_FUZZ_SEED", &ok));
    const quint32 seed = ok ? given : 20260115;
    qInfo("LINEWATCH_FUZZ_SEED=%u", seed);
    m_random.seed(seed);

    Limits limits;
    limits.bodyBytes = 256;
    limits.headerBytes = 256;
    limits.targetBytes = 64;
    const QByteArrayList good = seeds();
    qsizetype accepted = 0;
    qsizetype refused = 0;
    for (int round = 0; round < 20'000; ++round) {
        const QByteArray wire = mutated(good[below(good.size())]);
        const Reading whole = readWhole(wire, limits);
        const QByteArray expected = whole.described();
        QVERIFY2(readByteByByte(wire, limits).described() == expected, wire.toPercentEncoding().constData());
        QVERIFY2(readAtRandom(wire, m_random, limits).described() == expected,
                 wire.toPercentEncoding().constData());
        accepted += whole.requests.size();
        refused += whole.refusedWith != 0 ? 1 : 0;
    }
    // A fuzzer whose every input ends in the same way would try little.
    QVERIFY(accepted > 1'000);
    QVERIFY(refused > 1'000);
}

LINEWATCH_TEST(RequestFuzzTest)
#include "tst_requestfuzz.moc"
