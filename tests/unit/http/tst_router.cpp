// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/exchange.h"
#include "hub/http/router.h"

#include <QTest>

using namespace hub;

class TestRouter : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void finds_data();
    void finds();
    void listsRoutes();

private:
    QByteArray routed(const QByteArray &method, const QByteArray &path);

    Router m_router;
};

void TestRouter::init()
{
    m_router = Router();
    const auto add = [this](const char *method, const char *pattern) {
        m_router.add(method, pattern, [this, pattern](const Request &request, Reply) {
            setProperty("found", QByteArray(pattern) + ' ' + request.parameters.join('|'));
        });
    };
    add("GET", "/");
    add("GET", "/jobs");
    add("POST", "/jobs");
    add("GET", "/jobs/{id}");
    add("GET", "/jobs/{id}/events");
    add("GET", "/jobs/all");
    add("POST", "/events:batch");
    add("GET", "/events/{job}");
    add("GET", "/events/executions/{id}");
    add("GET", "/{first}/executions/{id}");
}

/// Pattern and parameters of the matching route; empty when none matches.
QByteArray TestRouter::routed(const QByteArray &method, const QByteArray &path)
{
    setProperty("found", QByteArray());
    Request request;
    request.method = method;
    request.path = path;
    m_router.route(request, Reply(std::make_shared<Exchange>(nullptr, AnswerTraits())));
    return property("found").toByteArray();
}

void TestRouter::finds_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *method, const char *path, const char *found) {
        QTest::addRow("%s %s", method, path)
            << QByteArray(method) << QByteArray(path) << QByteArray(found);
    };
    row("GET", "/", "/ ");
    row("GET", "/jobs", "/jobs ");
    row("POST", "/jobs", "/jobs ");
    row("GET", "/jobs/7", "/jobs/{id} 7");
    row("GET", "/jobs/all", "/jobs/all ");
    row("GET", "/jobs/a%2Fb%20c", "/jobs/{id} a/b c");
    row("GET", "/jobs/%61ll", "/jobs/all ");
    row("GET", "/jobs/7/events", "/jobs/{id}/events 7");
    row("POST", "/events:batch", "/events:batch ");
    row("GET", "/events/executions/9", "/events/executions/{id} 9");
    row("GET", "/other/executions/9", "/{first}/executions/{id} other|9");
    row("GET", "/jobs/", ""); // a parameter does not match an empty segment
    row("GET", "/jobs//events", "");
    row("GET", "//jobs", "");
    row("GET", "/jobs/7/", "");
    row("GET", "/nothing", "");
    row("DELETE", "/jobs/7", "");
    row("get", "/jobs", "");
}

void TestRouter::finds()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QTEST(routed(method, path), "found");
}

void TestRouter::listsRoutes()
{
    QVERIFY(m_router.routes().contains("GET /jobs/{id}/events"));
    QVERIFY(m_router.routes().contains("GET /"));
    QCOMPARE(m_router.routes().size(), 10);
}

QTEST_GUILESS_MAIN(TestRouter)
#include "tst_router.moc"
