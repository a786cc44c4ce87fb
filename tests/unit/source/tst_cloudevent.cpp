// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/cloudevent.h"

#include <QTest>

using namespace hub;

namespace {

/// An event with the required attributes and more members.
QByteArray eventWith(const QByteArray &more)
{
    return R"({"id":"1","source":"/s","type":"t","specversion":"1.0")" + more + '}';
}

void row(const char *name, const QByteArray &event, const char *complaint)
{
    QTest::newRow(name) << event << QString::fromLatin1(complaint);
}

void addRequired()
{
    row("nothing more", eventWith({}), "");
    row("no JSON", "{", "bad_json");
    row("no object", "[]", "bad_json");
    row("empty", "", "bad_json");
    row("no id", R"({"source":"/s","type":"t","specversion":"1.0"})", "id:");
    row("no source", R"({"id":"1","type":"t","specversion":"1.0"})", "source:");
    row("no type", R"({"id":"1","source":"/s","specversion":"1.0"})", "type:");
    row("no version", R"({"id":"1","source":"/s","type":"t"})", "specversion:");
    row("null id", R"({"id":null,"source":"/s","type":"t","specversion":"1.0"})", "id:");
    row("empty id", R"({"id":"","source":"/s","type":"t","specversion":"1.0"})", "id:");
    row("id that is a number", R"({"id":1,"source":"/s","type":"t","specversion":"1.0"})", "id:");
    row("version 0.3", R"({"id":"1","source":"/s","type":"t","specversion":"0.3"})",
        "specversion: must be \"1.0\"");
}

void addOptional()
{
    row("subject", eventWith(R"(,"subject":"a/b")"), "");
    row("empty subject", eventWith(R"(,"subject":"")"), "subject:");
    row("null subject", eventWith(R"(,"subject":null)"), "");
    row("time", eventWith(R"(,"time":"2026-01-31T12:00:00Z")"), "");
    row("time with an offset", eventWith(R"(,"time":"2026-01-31T12:00:00.5+01:00")"), "");
    row("time that is none", eventWith(R"(,"time":"yesterday")"), "time: must be an RFC 3339 time");
    row("media type", eventWith(R"(,"datacontenttype":"application/json; charset=utf-8")"), "");
    row("half a media type", eventWith(R"(,"datacontenttype":"json")"), "datacontenttype:");
    row("media type without a kind", eventWith(R"(,"datacontenttype":"/json")"),
        "datacontenttype:");
    row("media type without a subtype", eventWith(R"(,"datacontenttype":"text/")"),
        "datacontenttype:");
    row("schema", eventWith(R"(,"dataschema":"https://h/s")"), "");
    row("relative schema", eventWith(R"(,"dataschema":"s.json")"),
        "dataschema: must be an absolute URI");
}

void addExtensions()
{
    row("text", eventWith(R"(,"partition1":"a")"), "");
    row("number", eventWith(R"(,"n":7)"), "");
    row("truth", eventWith(R"(,"b":true)"), "");
    row("empty text", eventWith(R"(,"e":"")"), "");
    row("object", eventWith(R"(,"o":{})"), "o: must not be an object or an array");
    row("array", eventWith(R"(,"a":[1])"), "a: must not be an object or an array");
    row("null in place of an object", eventWith(R"(,"o":null)"), "");
    row("capital letter", eventWith(R"(,"traceId":"a")"), "traceId: must have a name of a-z");
    row("underscore", eventWith(R"(,"trace_id":"a")"), "trace_id: must have a name of a-z");
    row("no name", eventWith(R"(,"":"a")"), "must have a name of a-z");
    row("long name", eventWith(",\"" + QByteArray(100, 'A') + "\":1"),
        "AAAA: must have a name of a-z");
}

void addData()
{
    row("object", eventWith(R"(,"data":{"a":[1]})"), "");
    row("text", eventWith(R"(,"data":"x")"), "");
    row("null", eventWith(R"(,"data":null)"), "");
    row("base64", eventWith(R"(,"data_base64":"AAAA")"), "");
    row("null base64", eventWith(R"(,"data":1,"data_base64":null)"), "");
    row("both", eventWith(R"(,"data":1,"data_base64":"AAAA")"),
        "data_base64: must not be combined with data");
    row("base64 and null data", eventWith(R"(,"data":null,"data_base64":"AAAA")"), "");
    row("no base64", eventWith(R"(,"data_base64":"*")"), "data_base64: must be a string in base64");
    row("base64 as a number", eventWith(R"(,"data_base64":7)"),
        "data_base64: must be a string in base64");
}

} // namespace

class TestCloudEvent : public QObject
{
    Q_OBJECT

private slots:
    void checksRequired_data() { rowsOf(addRequired); }
    void checksRequired() { check(); }
    void checksOptional_data() { rowsOf(addOptional); }
    void checksOptional() { check(); }
    void checksExtensions_data() { rowsOf(addExtensions); }
    void checksExtensions() { check(); }
    void checksData_data() { rowsOf(addData); }
    void checksData() { check(); }

private:
    static void rowsOf(void (*add)());
    /// Compares the error of checkCloudEvent() with the row: its code or a part of its message.
    static void check();
};

void TestCloudEvent::rowsOf(void (*add)())
{
    QTest::addColumn<QByteArray>("event");
    QTest::addColumn<QString>("complaint"); // empty = valid
    add();
}

void TestCloudEvent::check()
{
    QFETCH(QByteArray, event);
    QFETCH(QString, complaint);
    const Result<void> checked = checkCloudEvent(event);
    QCOMPARE(checked.ok(), complaint.isEmpty());
    if (checked.ok())
        return;
    const QString told =
        QString::fromLatin1(checked.error().code) + QLatin1Char(' ') + checked.error().message;
    QVERIFY2(told.contains(complaint), qPrintable(told));
    QVERIFY(told.size() < 200);
    if (complaint != QLatin1String("bad_json"))
        QCOMPARE(checked.error().code, QByteArray("bad_attribute"));
}

QTEST_GUILESS_MAIN(TestCloudEvent)
#include "tst_cloudevent.moc"
