// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/router.h"
#include "support/testprogram.h"

#include <QTest>

using namespace linewatch::http;

class RouterTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void findsRoutes_data();
    void findsRoutes();
    void answersWhatHasNoRoute_data();
    void answersWhatHasNoRoute();
    void literalsWinInWhateverOrderTheyAreAdded();
    void tellsAProblem();

private:
    Response ask(const QByteArray &method, const QByteArray &path);
    Router::Handler named(const QByteArray &name);

    std::unique_ptr<Router> m_router;
};

/** Answers with its name and what was captured as id and as kind. */
Router::Handler RouterTest::named(const QByteArray &name)
{
    return [name](const Request &, const PathParameters &parameters, Responder respond) {
        respond({.status = 200,
                 .headers = {},
                 .body = name + '|' + parameters.value("id") + '|' + parameters.value("kind")});
    };
}

void RouterTest::init()
{
    m_router = std::make_unique<Router>();
    m_router->add("GET", "/", named("root"));
    m_router->add("GET", "/events", named("list"));
    m_router->add("GET", "/events/{id}", named("one"));
    m_router->add("POST", "/events/batch", named("batch"));
    m_router->add("GET", "/events/{id}/{kind}", named("part"));
    m_router->add("DELETE", "/events/{id}", named("delete"));
}

Response RouterTest::ask(const QByteArray &method, const QByteArray &path)
{
    Response response;
    m_router->handle({.method = method, .path = path, .query = {}, .headers = {}, .body = {}, .peer = {}},
                     Responder([&response](Response sent) { response = std::move(sent); }));
    return response;
}

void RouterTest::findsRoutes_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("body");
    const auto row = [](const char *method, const char *path, const char *body) {
        QTest::addRow("%s %s", method, path) << QByteArray(method) << QByteArray(path) << QByteArray(body);
    };
    row("GET", "/", "root||");
    row("GET", "/events", "list||");
    row("HEAD", "/events", "list||");
    row("GET", "/events/E-1", "one|E-1|");
    row("DELETE", "/events/E-1", "delete|E-1|");
    row("POST", "/events/batch", "batch||");
    row("POST", "/events/b%61tch", "batch||");
    row("GET", "/events/batch/x", "part|batch|x");
    row("GET", "/events/a%2Fb", "one|a/b|");
    row("GET", "/events/%c3%A4%20+", "one|ä +|");
    row("GET", "/events/..", "one|..|");
    row("GET", "/events/a/b%25", "part|a|b%");
}

void RouterTest::findsRoutes()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArray, body);
    const Response response = ask(method, path);
    QCOMPARE(response.status, 200);
    QCOMPARE(response.body, body);
}

void RouterTest::answersWhatHasNoRoute_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("allow");
    const auto row = [](const char *method, const char *path, int status, const char *allow = "") {
        QTest::addRow("%s %s", method, path)
            << QByteArray(method) << QByteArray(path) << status << QByteArray(allow);
    };
    row("GET", "/nothing", 404);
    row("GET", "/events/", 404);
    row("GET", "//events", 404);
    row("GET", "/events/a/b/c", 404);
    row("GET", "/Events", 404);
    row("GET", "/events/batch", 405, "POST");
    row("HEAD", "/events/batch", 405, "POST");
    row("POST", "/events/E-1", 405, "DELETE, GET, HEAD");
    row("get", "/events", 405, "GET, HEAD");
    row("GET", "/events/%", 400);
    row("GET", "/events/%4", 400);
    row("GET", "/events/%zz", 400);
    row("GET", "/events/%ff", 400);
    row("GET", "/events/%c0%80", 400);
    row("GET", "/events/%ed%a0%80", 400);
}

void RouterTest::answersWhatHasNoRoute()
{
    QFETCH(const QByteArray, method);
    QFETCH(const QByteArray, path);
    QFETCH(const int, status);
    QFETCH(const QByteArray, allow);
    const Response response = ask(method, path);
    QCOMPARE(response.status, status);
    QCOMPARE(response.headers.value("Allow").value_or(QByteArray()), allow);
}

void RouterTest::literalsWinInWhateverOrderTheyAreAdded()
{
    m_router = std::make_unique<Router>();
    m_router->add("GET", "/{id}/{kind}", named("any"));
    m_router->add("GET", "/{id}/stats", named("kind"));
    m_router->add("GET", "/lines/{kind}", named("lines"));
    QCOMPARE(ask("GET", "/lines/stats").body, "lines||stats");
    QCOMPARE(ask("GET", "/a/stats").body, "kind|a|");
    QCOMPARE(ask("GET", "/a/b").body, "any|a|b");
}

void RouterTest::tellsAProblem()
{
    const Response response = ask("GET", "/nothing");
    QCOMPARE(response.headers.value("content-type").value(), "application/problem+json");
}

LINEWATCH_TEST(RouterTest)
#include "tst_router.moc"
