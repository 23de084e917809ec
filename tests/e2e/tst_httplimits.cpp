// SPDX-License-Identifier: GPL-3.0-or-later
#include "e2e/servertest.h"
#include "support/testprogram.h"

#include <QProcess>

#include <sys/resource.h>

using namespace linewatch::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype bodyLimit = 16 * 1024 * 1024;
constexpr qsizetype headerLimit = 32 * 1024;
constexpr qsizetype targetLimit = 8 * 1024;

/** One event's JSON text again and again, with ids that count up. */
QByteArray manyEvents(int count, const QString &id, const QString &machine)
{
    QByteArray body = "[";
    for (int i = 0; i < count; ++i) {
        body += i == 0 ? "" : ",";
        body += QJsonDocument(WireEvent(u"%1.%2"_s.arg(id).arg(i), machine).json())
                    .toJson(QJsonDocument::Compact);
    }
    return body + ']';
}

QByteArray chunked(const QByteArray &body, qsizetype chunk)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < body.size(); at += chunk) {
        const QByteArray piece = body.mid(at, chunk);
        bytes += QByteArray::number(piece.size(), 16) + "\r\n" + piece + "\r\n";
    }
    return bytes + "0\r\n\r\n";
}

QByteArray gzip(const QByteArray &plain)
{
    QProcess process;
    process.start(u"gzip"_s, {u"-c"_s});
    process.write(plain);
    process.closeWriteChannel();
    process.waitForFinished();
    return process.readAllStandardOutput();
}

} // namespace

/** The limits of HTTP, with their defaults, and content codings. */
class HttpLimitsTest : public ServerTest
{
    Q_OBJECT

private slots:
    void aBodyOfTheLimitIsReadOneByteMoreIsNot()
    {
        const QByteArray blanks(bodyLimit - 2, ' ');
        QCOMPARE(api().postRaw('[' + blanks + ']', 0).status(), 200);
        QCOMPARE(api().postRaw('[' + blanks + " ]").status(), 413);
    }

    void aLengthBeyondTheLimitIsRefusedFromTheHeaderAlone()
    {
        for (const char *length : {"16777217", "999999999999", "9223372036854775807"}) {
            HttpClient client = newRawClient();
            QVERIFY(client.connect());
            client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray(length)
                         + "\r\n\r\n");
            const auto answer = client.readAnswer({"POST", "/events/batch"});
            QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
            QVERIFY(client.waitForClosed());
        }
    }

    void aLengthBeyond64BitsIsRefused()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(
            "POST /events/batch HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999999\r\n\r\n");
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY(answer && (answer->status == 400 || answer->status == 413));
        QVERIFY(client.waitForClosed());
    }

    void aRefusedBodyThatIsStillSentDoesNotDestroyTheAnswer()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(wireRequest({"POST", "/events/batch"}, {}, QByteArray(bodyLimit + 1, ' ')));
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
    }

    void theLimitHoldsForChunks()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.write(chunked(QByteArray(bodyLimit + 1, ' '), 1024 * 1024));
        const auto answer = client.readAnswer({"POST", "/events/batch"});
        QVERIFY2(answer && answer->status == 413, qPrintable(client.fault()));
    }

    void theLimitHoldsForWhatComesOutOfGzip()
    {
        const QByteArray bomb = gzip('[' + QByteArray(bodyLimit * 4, ' ') + ']');
        QVERIFY(bomb.size() < bodyLimit / 100);
        QCOMPARE(api().postRaw(bomb, -1, {{"Content-Encoding", "gzip"}}).status(), 413);
        const QByteArray full = gzip('[' + QByteArray(bodyLimit - 2, ' ') + ']');
        QCOMPARE(api().postRaw(full, 0, {{"Content-Encoding", "gzip"}}).status(), 200);
    }

    void gzipBodiesAreRead()
    {
        const QByteArray body = gzip(QJsonDocument(QJsonArray{event()}).toJson());
        QCOMPARE(api().postRaw(body, 1, {{"Content-Encoding", "gzip"}}).outcomes(),
                 QStringList{u"ACCEPTED"_s});
        QCOMPARE(api().postRaw(body, 1, {{"content-encoding", "GZIP"}}).outcomes(),
                 QStringList{u"DEDUPED IDENTICAL"_s});
    }

    void brokenGzipIsRefused()
    {
        const QByteArray body = gzip(QJsonDocument(QJsonArray{event()}).toJson());
        QByteArray flipped = body;
        flipped[body.size() - 5] = static_cast<char>(flipped[body.size() - 5] ^ 1); // within the check sum
        for (const QByteArray &bad : {body.chopped(1), body.chopped(9), body.left(5), body + "x", flipped,
                                      QByteArray("[]"), QByteArray("")})
            QCOMPARE(api().postRaw(bad, -1, {{"Content-Encoding", "gzip"}}).status(), 400);
        QCOMPARE(api().request({"GET", "/events/" + own(u"E"_s).toUtf8()}).status(), 404);
    }

    void otherContentCodingsAreRefused()
    {
        for (const char *coding : {"br", "deflate", "gzip, gzip", "nonsense"})
            QCOMPARE(api().postRaw("[]", -1, {{"Content-Encoding", coding}}).status(), 415);
        QCOMPARE(api().postRaw("[]", 0, {{"Content-Encoding", "identity"}}).status(), 200);
    }

    void fiftyThousandEventsAreABatchOneMoreIsNot()
    {
        const BatchAnswer most = api().postRaw(manyEvents(50'000, own(u"A"_s), own(u"M"_s)), 50'000,
                                               {{"Prefer", "return=minimal"}});
        QCOMPARE(most.status(), 200);
        QCOMPARE(most.object()[u"accepted"_s].toInt(), 50'000);
        QCOMPARE(api().postRaw(manyEvents(50'001, own(u"B"_s), own(u"M"_s))).status(), 413);
        QCOMPARE(stats(TestDay, TestDay + 1)[u"eventsCount"_s].toInt(), 50'000);
    }

    void theHeaderBlockHasALimit()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        const QByteArray start = "GET /healthz HTTP/1.1\r\nHost: a\r\nX: ";
        client.write(start + QByteArray(headerLimit - start.size() - 100, 'x') + "\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 200);
        client.write(start + QByteArray(headerLimit, 'x') + "\r\n\r\n");
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 431);
        QVERIFY(client.waitForClosed());
    }

    void manySmallHeadersHaveTheSameLimit()
    {
        QByteArray bytes = "GET /healthz HTTP/1.1\r\nHost: a\r\n";
        while (bytes.size() <= headerLimit + 100) // beyond the limit, whether the request line counts or not
            bytes += "a: b\r\n";
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write(bytes);
        QCOMPARE(client.readAnswer({"GET", "/healthz"})->status, 431);
    }

    void theTargetHasALimit()
    {
        const QByteArray longest = "/healthz?" + QByteArray(targetLimit - 9, 'x');
        QCOMPARE(api().request({"GET", longest}).status(), 200);
        QCOMPARE(api().request({"GET", longest + 'x'}).status(), 414);
    }

    void aTooLargeBodyIsRefusedInsteadOfContinued()
    {
        HttpClient client = newRawClient();
        QVERIFY(client.connect());
        client.write("POST /events/batch HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: "
                     "16777217\r\n\r\n");
        QCOMPARE(client.readAnswer({"POST", "/events/batch"})->status, 413);
    }

    void oneConnectionTooManyIsTurnedAwayAndTheOthersServe();
};

void HttpLimitsTest::oneConnectionTooManyIsTurnedAwayAndTheOthersServe()
{
    constexpr int most = 10'000;
    rlimit limit{};
    QCOMPARE(getrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY2(limit.rlim_max > most + 1000, "this needs a hard limit of open files above 11000");
    limit.rlim_cur = limit.rlim_max;
    QCOMPARE(setrlimit(RLIMIT_NOFILE, &limit), 0);

    std::vector<std::unique_ptr<HttpClient>> clients;
    const auto connectOne = [&] {
        clients.push_back(std::make_unique<HttpClient>(server().port(), contract()));
        return clients.back()->connect();
    };
    while (clients.size() < most)
        QVERIFY(connectOne());
    // Each of them is taken in once the last one was answered.
    clients.back()->write(wireRequest({"GET", "/healthz"}));
    QCOMPARE(clients.back()->readAnswer({"GET", "/healthz"})->status, 200);

    QVERIFY(connectOne());
    const std::optional<HttpAnswer> answer = clients.back()->readAnswer({});
    QVERIFY2(answer, qPrintable(clients.back()->fault()));
    QCOMPARE(answer->status, 503);
    QVERIFY(answer->header("Retry-After"));
    QVERIFY(clients.back()->waitForClosed());

    clients.front()->write(wireRequest({"GET", "/healthz"}));
    QCOMPARE(clients.front()->readAnswer({"GET", "/healthz"})->status, 200);
    clients.clear();
    // Once they are gone there is room again.
    QTRY_COMPARE(newClient().get(u"/healthz"_s).status(), 200);
}

LINEWATCH_TEST(HttpLimitsTest)
#include "tst_httplimits.moc"
