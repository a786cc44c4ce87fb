// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/respelling.h"

#include <QTest>

#include <algorithm>

using namespace hub;

class TestJsonRespelling : public QObject
{
    Q_OBJECT

private slots:
    void respells();
    void leavesTheRestAsItIs();
    void staysSmall();
};

namespace {

QByteArrayList bodiesOf(const QByteArray &body)
{
    QByteArrayList bodies;
    for (const Respelling &other : respellings(body))
        bodies += other.body;
    return bodies;
}

} // namespace

void TestJsonRespelling::respells()
{
    // Exactly the output of JSON.stringify and of Python's json.dumps.
    const QByteArray compact = R"({"b":[1,{"s":"a: \"x\", {b}"},[],{}],"a":1.0e0})";
    const QByteArray spaced = R"({"b": [1, {"s": "a: \"x\", {b}"}, [], {}], "a": 1.0e0})";
    const QByteArray indented = "{\n  \"b\": [\n    1,\n    {\n      \"s\": \"a: \\\"x\\\", {b}\"\n"
                                "    },\n    [],\n    {}\n  ],\n  \"a\": 1.0e0\n}";
    QVERIFY(bodiesOf(indented).contains(compact));
    QVERIFY(bodiesOf(indented).contains(spaced));
    QVERIFY(bodiesOf(compact).contains(indented));
    QVERIFY(bodiesOf(compact).contains(compact + '\n'));
    QVERIFY(bodiesOf(compact + '\n').contains(compact));
    QVERIFY(bodiesOf(compact + "\r\n").contains(compact + '\n'));
    QVERIFY(!bodiesOf(compact).contains(compact));
    QVERIFY(bodiesOf(R"({"b":1,"a":2})").contains(R"({"a":2,"b":1})"));
}

void TestJsonRespelling::leavesTheRestAsItIs()
{
    QCOMPARE(bodiesOf("a=1&b=2"), QByteArrayList({"a=1&b=2\n", "a=1&b=2\r\n"}));
    QCOMPARE(bodiesOf(""), QByteArrayList({"\n", "\r\n"}));
}

/// A body of a megabyte whose indented form would have half a gigabyte.
void TestJsonRespelling::staysSmall()
{
    constexpr int depth = 250;
    const QByteArray body =
        QByteArray(depth, '[') + "1" + QByteArray(",1").repeated(500'000) + QByteArray(depth, ']');
    const QByteArrayList bodies = bodiesOf(body);
    QVERIFY(bodies.contains(body + '\n'));
    QVERIFY(std::any_of(bodies.begin(), bodies.end(),
                        [](const QByteArray &each) { return each.contains(", 1"); }));
    for (const QByteArray &each : bodies)
        QVERIFY(each.size() <= mostRespeltBytes + depth * 4);
}

QTEST_GUILESS_MAIN(TestJsonRespelling)
#include "tst_jsonrespelling.moc"
