// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/blockingclient.h"
#include "http/heldanswers.h"
#include "http/httpserver.h"
#include "http/wire.h"
#include "support/testprogram.h"

#include <QTcpServer>
#include <QTest>

#include <condition_variable>
#include <deque>
#include <fcntl.h>
#include <mutex>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

using namespace linewatch;
using namespace linewatch::http;
using namespace linewatch::test;
using namespace std::chrono_literals;

namespace {

const QHostAddress loopback(QHostAddress::LocalHost);

QByteArray get(const QByteArray &path)
{
    return "GET " + path + " HTTP/1.1\r\nHost: plant\r\n\r\n";
}

/** Takes every descriptor that the process may still have, until it is destroyed. */
class DescriptorFamine
{
public:
    DescriptorFamine()
    {
        getrlimit(RLIMIT_NOFILE, &m_before);
        rlimit low = m_before;
        low.rlim_cur = 200;
        setrlimit(RLIMIT_NOFILE, &low);
        for (int descriptor = 0; (descriptor = ::open("/dev/null", O_RDONLY | O_CLOEXEC)) >= 0;)
            m_taken.append(descriptor);
    }
    ~DescriptorFamine()
    {
        for (const int descriptor : m_taken)
            ::close(descriptor);
        setrlimit(RLIMIT_NOFILE, &m_before);
    }
    Q_DISABLE_COPY_MOVE(DescriptorFamine)

    void giveOneBack() { ::close(m_taken.takeLast()); }

private:
    rlimit m_before{};
    QList<int> m_taken;
};

/** Answers every request from a thread of its own, with the request's query. */
class AnsweringThread : public RequestHandler
{
public:
    void handle(const Request &request, Responder respond) override
    {
        const std::lock_guard lock(m_mutex);
        m_asked.emplace_back(request.query, std::move(respond));
        m_some.notify_one();
    }

private:
    void answer(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        while (m_some.wait(lock, stop, [this] { return !m_asked.empty(); })) {
            auto [query, respond] = std::move(m_asked.front());
            m_asked.pop_front();
            lock.unlock();
            respond({.status = 200, .headers = {}, .body = query});
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable_any m_some;
    std::deque<std::pair<QByteArray, Responder>> m_asked;
    std::jthread m_thread{[this](const std::stop_token &stop) { answer(stop); }};
};

} // namespace

class HttpServerTest : public QObject
{
    Q_OBJECT

private slots:
    void saysWhyItCannotListen();
    void mayTryToListenAgain();
    void servesManyClientsAtOnce();
    void losesNothingWhileAnotherThreadAnswers();
    void turnsAwayOneConnectionTooMany();
    void closesBeyondThoseItCanTurnAway();
    void healsWhenDescriptorsRunOut();
    void shutsDownIdleConnectionsAtOnce();
    void shutdownAnswersWhatItHasRead();
    void shutdownTakesNothingNew();
    void shutdownDropsWhatIsLeftAtTheDeadline();
    void answersAfterShutdownGoNowhere();
    void mayBeDestroyedWhileItServes();
};

void HttpServerTest::saysWhyItCannotListen()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(loopback, 0));
    HeldAnswers handler;
    HttpServer server(handler);
    const auto port = server.listen(loopback, squatter.serverPort());
    QVERIFY(!port.ok());
    QCOMPARE(port.failure().kind, Failure::Kind::Refused);
    QVERIFY(port.failure().message.contains(QStringLiteral("127.0.0.1:%1").arg(squatter.serverPort())));
    QVERIFY(port.failure().message.contains(QStringLiteral("in use")));
}

void HttpServerTest::mayTryToListenAgain()
{
    QTcpServer squatter;
    QVERIFY(squatter.listen(loopback, 0));
    HeldAnswers handler;
    HttpServer server(handler);
    QVERIFY(!server.listen(loopback, squatter.serverPort()).ok());
    const auto port = server.listen(loopback, 0);
    QVERIFY(port.ok());
    Wire wire(*port);
    wire.send(get("/now"));
    QVERIFY(wire.waitForAnswers(1));
}

void HttpServerTest::servesManyClientsAtOnce()
{
    constexpr int clients = 50;
    constexpr int rounds = 20;
    HeldAnswers handler;
    HttpServer server(handler, {}, 3);
    const quint16 port = server.listen(loopback, 0).value();
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < clients; ++i)
        wires.push_back(std::make_unique<Wire>(port));
    for (int round = 0; round < rounds; ++round) {
        for (int i = 0; i < clients; ++i)
            wires[static_cast<std::size_t>(i)]->send(get("/now?" + QByteArray::number(i * rounds + round)));
    }
    for (int i = 0; i < clients; ++i) {
        Wire &wire = *wires[static_cast<std::size_t>(i)];
        QVERIFY(wire.waitForAnswers(rounds));
        QCOMPARE(wire.bodies().front(), QByteArray::number(i * rounds));
        QCOMPARE(wire.bodies().back(), QByteArray::number(i * rounds + rounds - 1));
    }
    QCOMPARE(server.statistics().openConnections, clients);
    QCOMPARE(server.statistics().requests, static_cast<quint64>(clients * rounds));
    wires.clear();
    QTRY_COMPARE(server.statistics().openConnections, 0);
}

/** Answers and requests meet in every order, also within one turn of a thread's event loop. */
void HttpServerTest::losesNothingWhileAnotherThreadAnswers()
{
    constexpr int clients = 20;
    constexpr int rounds = 200;
    AnsweringThread handler;
    HttpServer server(handler);
    const quint16 port = server.listen(loopback, 0).value();
    std::vector<std::unique_ptr<Wire>> wires;
    for (int i = 0; i < clients; ++i)
        wires.push_back(std::make_unique<Wire>(port));
    QByteArrayList expected;
    for (int round = 0; round < rounds; ++round) {
        expected.append(QByteArray::number(round));
        for (const auto &wire : wires)
            wire->send(get("/?" + expected.back()));
    }
    for (const auto &wire : wires) {
        QVERIFY(wire->waitForAnswers(rounds));
        QCOMPARE(wire->bodies(), expected);
    }
}

void HttpServerTest::turnsAwayOneConnectionTooMany()
{
    Limits limits;
    limits.connections = 2;
    HeldAnswers handler;
    HttpServer server(handler, limits);
    const quint16 port = server.listen(loopback, 0).value();
    Wire first(port);
    auto second = std::make_unique<Wire>(port);
    QTRY_COMPARE(server.statistics().openConnections, 2);

    Wire third(port);
    third.send(get("/now"));
    QVERIFY(third.waitForClose());
    QCOMPARE(third.statuses(), QList<int>{503});
    QVERIFY(third.received().contains("\r\nRetry-After: 1\r\n"));
    QCOMPARE(server.statistics().refusals.at(503), 1u);
    QCOMPARE(server.statistics().connections, 2u);

    second.reset();
    QTRY_COMPARE(server.statistics().openConnections, 1);
    Wire fourth(port);
    fourth.send(get("/now"));
    QVERIFY(fourth.waitForAnswers(1));
    QCOMPARE(fourth.statuses(), QList<int>{200});
    first.send(get("/now"));
    QVERIFY(first.waitForAnswers(1));
}

void HttpServerTest::closesBeyondThoseItCanTurnAway()
{
    Limits limits;
    limits.connections = 1;
    limits.turnedAwayConnections = 0;
    HeldAnswers handler;
    HttpServer server(handler, limits);
    const quint16 port = server.listen(loopback, 0).value();
    Wire first(port);
    QTRY_COMPARE(server.statistics().openConnections, 1);
    Wire second(port);
    QVERIFY(second.waitForClose());
    QVERIFY(second.received().isEmpty());
}

void HttpServerTest::healsWhenDescriptorsRunOut()
{
    HeldAnswers handler;
    HttpServer server(handler);
    const quint16 port = server.listen(loopback, 0).value();
    Wire before(port);
    before.send(get("/now"));
    QVERIFY(before.waitForAnswers(1));

    auto famine = std::make_unique<DescriptorFamine>();
    famine->giveOneBack(); // for the client's end
    Wire starved(port);
    starved.send(get("/now?starved"));
    QTRY_VERIFY(server.statistics().acceptErrors > 1); // it has tried again, too
    QCOMPARE(server.statistics().openConnections, 1);
    before.send(get("/now")); // those that are in are served meanwhile
    QVERIFY(before.waitForAnswers(2));

    famine.reset();
    QVERIFY(starved.waitForAnswers(1));
    QCOMPARE(starved.bodies(), QByteArrayList{"starved"});
    Wire after(port);
    after.send(get("/now"));
    QVERIFY(after.waitForAnswers(1));
}

void HttpServerTest::shutsDownIdleConnectionsAtOnce()
{
    Limits limits;
    limits.shutdownLingerTime = 1h; // waiting for them would show
    HeldAnswers handler;
    HttpServer server(handler, limits);
    const quint16 port = server.listen(loopback, 0).value();
    Wire fresh(port);
    Wire used(port);
    used.send(get("/now"));
    QVERIFY(used.waitForAnswers(1));
    QTRY_COMPARE(server.statistics().openConnections, 2);
    QVERIFY(server.shutdown(20s));
    QVERIFY(fresh.waitForClose());
    QVERIFY(used.waitForClose());
    QCOMPARE(server.statistics().openConnections, 0);
}

void HttpServerTest::shutdownAnswersWhatItHasRead()
{
    HeldAnswers handler;
    HttpServer server(handler, {}, 1);
    const quint16 port = server.listen(loopback, 0).value();
    Wire wire(port);
    wire.send(get("/1") + get("/2"));
    QTRY_COMPARE(handler.held(), 2);
    std::jthread answering([&] {
        BlockingClient(port).readToEnd(); // the shutdown has reached the connections
        handler.answerAllBackwards();
    });
    QTRY_COMPARE(server.statistics().openConnections, 2);
    QVERIFY(server.shutdown(20s));
    answering.join();
    QVERIFY(wire.waitForClose());
    QCOMPARE(wire.bodies(), (QByteArrayList{"/1", "/2"}));
    QCOMPARE(wire.received().count("\r\nConnection: close\r\n"), 1); // on the last one
}

void HttpServerTest::shutdownTakesNothingNew()
{
    HeldAnswers handler;
    HttpServer server(handler);
    const quint16 port = server.listen(loopback, 0).value();
    Wire half(port);
    half.send("GET /now HTTP/1.1\r\n");
    QTRY_COMPARE(server.statistics().openConnections, 1);
    QVERIFY(server.shutdown(20s));
    QVERIFY(half.waitForClose());
    QVERIFY(half.received().isEmpty());
    Wire late(port);
    QVERIFY(!late.isOpen());
    QVERIFY(server.shutdown(20s)); // a second time changes nothing
}

void HttpServerTest::shutdownDropsWhatIsLeftAtTheDeadline()
{
    HeldAnswers handler;
    HttpServer server(handler);
    Wire wire(server.listen(loopback, 0).value());
    wire.send(get("/never"));
    QTRY_COMPARE(handler.held(), 1);
    QVERIFY(!server.shutdown(10ms));
    QVERIFY(wire.waitForClose());
    QVERIFY(wire.received().isEmpty());
    QCOMPARE(server.statistics().openConnections, 0);
}

void HttpServerTest::answersAfterShutdownGoNowhere()
{
    HeldAnswers handler;
    auto server = std::make_unique<HttpServer>(handler);
    Wire wire(server->listen(loopback, 0).value());
    wire.send(get("/1") + get("/2"));
    QTRY_COMPARE(handler.held(), 2);
    server->shutdown(0ms);
    handler.answer(1);
    server.reset();
    handler.answer(0);
    QVERIFY(wire.waitForClose());
    QVERIFY(wire.received().isEmpty());
}

void HttpServerTest::mayBeDestroyedWhileItServes()
{
    HeldAnswers handler;
    for (int round = 0; round < 20; ++round) {
        HttpServer server(handler);
        Wire wire(server.listen(loopback, 0).value());
        wire.send(get("/now").repeated(20));
    }
    QVERIFY(handler.held() == 0);
}

LINEWATCH_TEST(HttpServerTest)
#include "tst_httpserver.moc"
