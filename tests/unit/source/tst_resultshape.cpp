// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/resultshape.h"

#include <QTest>

using namespace hub;

namespace {

void row(const char *name, const char *value, const char *expected)
{
    QTest::newRow(name) << QByteArray(value) << QByteArray(expected);
}

void addColumns()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("expected");
}

} // namespace

/// The results and errors of providers, as JSON in and JSON out.
class TestResultShape : public QObject
{
    Q_OBJECT

private slots:
    void readsPictures_data();
    void readsPictures();
    void knowsMediaTypes_data();
    void knowsMediaTypes();
    void readsPicturesOfWorkers_data();
    void readsPicturesOfWorkers();
    void findsPicturesInResults_data();
    void findsPicturesInResults();
    void shapesResults_data();
    void shapesResults();
    void findsReasons_data();
    void findsReasons();
    void shapesErrors_data();
    void shapesErrors();
    void addsDetailsToErrors_data();
    void addsDetailsToErrors();
};

void TestResultShape::readsPictures_data()
{
    addColumns();
    row("a URL", R"("https://a/b/c.png")",
        R"([{"url":"https://a/b/c.png","file_name":"c.png","content_type":"image/png"}])");
    row("a URL with a query", R"("https://a/c.jpg?x=/y.gif#z")",
        R"([{"url":"https://a/c.jpg?x=/y.gif#z","file_name":"c.jpg","content_type":"image/jpeg"}])");
    row("a URL without a name", R"("https://a/")", R"([{"url":"https://a/"}])");
    row("a path", R"("out/c.webp")",
        R"([{"url":"out/c.webp","file_name":"c.webp","content_type":"image/webp"}])");
    row("a path with a question mark", R"("out/c?.png")",
        R"([{"url":"out/c?.png","file_name":"c?.png","content_type":"image/png"}])");
    row("a data URL", R"("data:image/png;base64,AA/A.png")",
        R"([{"url":"data:image/png;base64,AA/A.png"}])");
    row("a list", R"(["a.png","b"])",
        R"([{"url":"a.png","file_name":"a.png","content_type":"image/png"},)"
        R"({"url":"b","file_name":"b"}])");
    row("objects, unchanged", R"([ {"url":"a" , "x": 1.0}])", R"([ {"url":"a" , "x": 1.0}])");
    row("one object", R"({ "url":"a" })", R"([{ "url":"a" }])");
    row("objects and texts", R"([{ "url":"a" },"b"])",
        R"([{ "url":"a" },{"url":"b","file_name":"b"}])");
    row("other values between", R"([7,"a",null,""])", R"([{"url":"a","file_name":"a"}])");
    row("an empty text", R"("")", "");
    row("a number", "7", "");
    row("an empty list", "[]", "");
    row("a list of numbers", "[1,2]", "");
}

void TestResultShape::readsPictures()
{
    QFETCH(QByteArray, value);
    QTEST(imageList(value), "expected");
}

void TestResultShape::knowsMediaTypes_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QByteArray>("type"); // empty = none
    const auto row = [](const char *file, const char *type) {
        QTest::newRow(file) << QByteArray(file) << QByteArray(type);
    };
    row("a.avif", "image/avif");
    row("a.gif", "image/gif");
    row("a.JPG", "image/jpeg");
    row("a.jpeg", "image/jpeg");
    row("a.mp4", "video/mp4");
    row("a.svg", "image/svg+xml");
    row("a.TIFF", "image/tiff");
    row("a.webm", "video/webm");
    row("a.png.txt", "");
    row("png.", "");
    row("a.exe", "");
}

void TestResultShape::knowsMediaTypes()
{
    QFETCH(QByteArray, file);
    QFETCH(QByteArray, type);
    const QByteArray images = imageList('"' + file + '"');
    const QByteArray member = "\"content_type\":\"" + type + '"';
    QCOMPARE(images.contains(member), !type.isEmpty());
    QCOMPARE(images.contains("content_type"), !type.isEmpty());
}

void TestResultShape::readsPicturesOfWorkers_data()
{
    addColumns();
    row("base64", R"([{"filename":"a.webp","type":"base64","data":"AAAA"}])",
        R"([{"url":"data:image/webp;base64,AAAA","file_name":"a.webp","content_type":"image/webp"}])");
    row("base64 of an unknown type", R"([{"filename":"a","data":"AAAA"}])",
        R"([{"url":"data:image/png;base64,AAAA","file_name":"a","content_type":"image/png"}])");
    row("base64 without a name", R"([{"data":"AAAA"}])",
        R"([{"url":"data:image/png;base64,AAAA","content_type":"image/png"}])");
    row("a URL", R"([{"filename":"a.png","type":"s3_url","data":"https://h/b.gif"}])",
        R"([{"url":"https://h/b.gif","file_name":"a.png","content_type":"image/png"}])");
    row("a URL without a name", R"([{"type":"s3_url","data":"https://h/b.gif"}])",
        R"([{"url":"https://h/b.gif","file_name":"b.gif","content_type":"image/gif"}])");
    row("with a URL of its own", R"([{"data":"AAAA","url":"u"}])",
        R"([{"data":"AAAA","url":"u"}])");
}

void TestResultShape::readsPicturesOfWorkers()
{
    QFETCH(QByteArray, value);
    QTEST(imageList(value), "expected");
}

void TestResultShape::findsPicturesInResults_data()
{
    addColumns();
    const char *const one = R"([{"url":"a","file_name":"a"}])";
    row("images", R"({"images":["a"]})", one);
    row("image", R"({"image":"a"})", one);
    row("files", R"({"files":["a"]})", one);
    row("file", R"({"file":"a"})", one);
    row("urls", R"({"urls":["a"]})", one);
    row("images before files", R"({"files":["b"],"images":["a"]})", one);
    row("files where images are none", R"({"images":[],"files":["a"]})", one);
    row("a URL", R"("s3://b/a")", R"([{"url":"s3://b/a","file_name":"a"}])");
    row("URLs", R"(["s3://b/a"])", R"([{"url":"s3://b/a","file_name":"a"}])");
    row("a text that is no URL", R"("done")", "");
    row("a list with a text that is no URL", R"(["s3://b/a","done"])", "");
    row("another member", R"({"pictures":["a"]})", "");
    row("an empty list", "[]", "");
    row("a number", "7", "");
}

void TestResultShape::findsPicturesInResults()
{
    QFETCH(QByteArray, value);
    QTEST(imagesOf(value), "expected");
}

void TestResultShape::shapesResults_data()
{
    addColumns();
    row("nothing", "", "");
    row("null", "null", "");
    row("of the form already", R"({ "images":[{"url":"a"}], "n": 1e2 })",
        R"({ "images":[{"url":"a"}], "n": 1e2 })");
    row("pictures", R"({"image":"a"})",
        R"({"images":[{"url":"a","file_name":"a"}],"output":{"image":"a"}})");
    row("no pictures", R"({ "n": 1e2 })", R"({"output":{ "n": 1e2 }})");
    row("a text", R"("done")", R"({"output":"done"})");
    row("false", "false", R"({"output":false})");
}

void TestResultShape::shapesResults()
{
    QFETCH(QByteArray, value);
    QTEST(resultOf(value), "expected");
}

void TestResultShape::findsReasons_data()
{
    addColumns();
    row("error", R"({"error":"e","detail":"d"})", R"("e")");
    row("payload_error", R"({"payload_error":"p","error_message":"m"})", R"("p")");
    row("error_message", R"({"error_message":"m"})", R"("m")");
    row("detail", R"({"detail":{"a":1}})", R"({"a":1})");
    row("errors that say nothing",
        R"({"error":null,"payload_error":"","error_message":[],"detail":"d"})", R"("d")");
    row("error that is false", R"({"error":false})", "");
    row("no error", R"({"a":1})", "");
    row("no object", R"("error")", "");
}

void TestResultShape::findsReasons()
{
    QFETCH(QByteArray, value);
    QTEST(reasonIn(value), "expected");
}

void TestResultShape::shapesErrors_data()
{
    addColumns();
    row("nothing", "", "");
    row("null", "null", "");
    row("false", "false", "");
    row("an empty text", R"("")", "");
    row("an empty object", "{}", "");
    row("a text", R"("no disk")", R"({"code":"CODE","message":"no disk"})");
    row("of the form already", R"({ "code":"c", "message":"m", "x":1.0 })",
        R"({ "code":"c", "message":"m", "x":1.0 })");
    row("a message alone", R"({"message":"m"})", R"({"message":"m"})");
    row("a code alone", R"({"code":"c"})", R"({"code":"c"})");
    row("another object", R"({"why":"w"})", R"({"code":"CODE","message":"{\"why\":\"w\"}"})");
    row("a number", "7", R"({"code":"CODE","message":"7"})");
    row("JSON in a text", R"("{\"error_type\":\"T\",\"error_message\":\"m\"}")",
        R"({"code":"T","message":"m"})");
    row("JSON without a message in a text", R"("{\"a\":1}")",
        R"({"code":"CODE","message":"{\"a\":1}"})");
    row("broken JSON in a text", R"("{oops")", R"({"code":"CODE","message":"{oops"})");
}

void TestResultShape::shapesErrors()
{
    QFETCH(QByteArray, value);
    QTEST(errorObject(value, "CODE"), "expected");
}

void TestResultShape::addsDetailsToErrors_data()
{
    addColumns();
    row("to a text", R"("e")", R"({"code":"CODE","message":"e","detail":{"d":1.0}})");
    row("to an object", R"({"code":"c","message":"m","x":1})",
        R"({"code":"c","message":"m","detail":{"d":1.0}})");
    row("to nothing", "null", R"({"code":"CODE","message":"{\"d\":1.0}"})");
}

void TestResultShape::addsDetailsToErrors()
{
    QFETCH(QByteArray, value);
    QTEST(errorObject(value, "CODE", R"({"d":1.0})"), "expected");
    QCOMPARE(errorObject(value, "CODE", "[]"), errorObject(value, "CODE"));
}

QTEST_GUILESS_MAIN(TestResultShape)
#include "tst_resultshape.moc"
