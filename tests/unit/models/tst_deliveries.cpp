// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/curlcommand.h"
#include "ui/models/deliverymodel.h"
#include "ui/models/deliverywords.h"
#include "ui/models/hexdump.h"
#include "ui/models/jobdeliveries.h"
#include "ui/models/showndeliveries.h"

#include <QAbstractItemModelTester>
#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTest>

using ui::DeliveryInfo;
using ui::DeliveryModel;
using Reporting = QAbstractItemModelTester::FailureReportingMode;

namespace {

DeliveryInfo delivery(qint64 id)
{
    DeliveryInfo info;
    info.id = id;
    info.source = QStringLiteral("ci");
    info.verdict = ui::DeliveryVerdict::Accepted;
    info.effect = ui::DeliveryEffect::Applied;
    return info;
}

QJsonObject json(const char *verdict, const char *effect)
{
    return {{QStringLiteral("id"), 7},
            {QStringLiteral("source"), QStringLiteral("ci")},
            {QStringLiteral("received_at"), QStringLiteral("2026-01-31T12:00:00.000Z")},
            {QStringLiteral("size"), 2048},
            {QStringLiteral("verdict"), QLatin1String(verdict)},
            {QStringLiteral("effect"), QLatin1String(effect)},
            {QStringLiteral("job_id"), QStringLiteral("job-1")}};
}

} // namespace

class TestDeliveries : public QObject
{
    Q_OBJECT

private slots:
    void readsAnswers_data();
    void readsAnswers();
    void readsForeignAnswers();
    void obeysTheModelRules();
    void holdsABoundedNumber();
    void filters_data();
    void filters();
    void explainsVerdicts_data();
    void explainsVerdicts();
    void writesCurlCommands();
    void curlCommandsKeepTheirWords_data();
    void curlCommandsKeepTheirWords();
    void showsTheRequestAsText();
    void dumpsBytes();
};

void TestDeliveries::readsAnswers_data()
{
    QTest::addColumn<QByteArray>("verdict");
    QTest::addColumn<QByteArray>("effect");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("status");
    QTest::newRow("applied") << QByteArray("accepted") << QByteArray("applied")
                             << QStringLiteral("Accepted") << QStringLiteral("200");
    QTest::newRow("duplicate") << QByteArray("accepted") << QByteArray("duplicate")
                               << QStringLiteral("Duplicate") << QStringLiteral("200");
    QTest::newRow("ignored") << QByteArray("accepted") << QByteArray("ignored: late")
                             << QStringLiteral("Ignored") << QStringLiteral("200");
    QTest::newRow("waiting") << QByteArray("accepted") << QByteArray("unmatched")
                             << QStringLiteral("Waiting") << QStringLiteral("200");
    QTest::newRow("refused") << QByteArray("refused") << QByteArray("none")
                             << QStringLiteral("Refused") << QStringLiteral("401");
    QTest::newRow("rejected") << QByteArray("rejected") << QByteArray("none")
                              << QStringLiteral("Rejected") << QStringLiteral("4xx");
    QTest::newRow("of a newer hub") << QByteArray("postponed") << QByteArray("none")
                                    << QStringLiteral("Unknown") << QStringLiteral("–");
}

void TestDeliveries::readsAnswers()
{
    QFETCH(const QByteArray, verdict);
    QFETCH(const QByteArray, effect);
    const DeliveryInfo info = ui::deliveryOf(json(verdict.constData(), effect.constData()));
    QCOMPARE(info.id, 7);
    QCOMPARE(info.size, 2048);
    QCOMPARE(info.receivedMs, 1'769'860'800'000);
    QTEST(ui::word(ui::outcomeOf(info)), "word");
    QTEST(ui::statusText(info), "status");
    if (effect.startsWith("ignored"))
        QCOMPARE(info.reason, QStringLiteral("late"));
}

void TestDeliveries::readsForeignAnswers()
{
    QCOMPARE(ui::deliveryOf({}).id, 0);
    QCOMPARE(ui::deliveryOf({{QStringLiteral("id"), -3}}).id, 0);
    QCOMPARE(ui::deliveryOf({{QStringLiteral("id"), QStringLiteral("x")}}).id, 0);
    const QJsonObject answer{
        {QStringLiteral("deliveries"), QJsonArray{1, QJsonObject(), json("refused", "none")}}};
    QCOMPARE(ui::deliveriesOf(answer).size(), 1);
    QJsonObject full = json("accepted", "none");
    QJsonArray headers;
    for (qsizetype i = 0; i < ui::mostHeaders + 5; ++i)
        headers << QJsonArray{QStringLiteral("a"), 3};
    full.insert(QStringLiteral("headers"), headers);
    full.insert(QStringLiteral("body_base64"), QStringLiteral("aGk="));
    full.insert(QStringLiteral("reason"), QString(100'000, QLatin1Char('x')));
    const ui::FullDelivery read = ui::fullDeliveryOf(full);
    QCOMPARE(read.headers.size(), ui::mostHeaders);
    QCOMPARE(read.body, QByteArray("hi"));
    QCOMPARE(read.info.reason.size(), ui::mostReason);
}

void TestDeliveries::obeysTheModelRules()
{
    DeliveryModel model;
    ui::ShownDeliveries shown(&model);
    const QAbstractItemModelTester tester(&model, Reporting::QtTest);
    const QAbstractItemModelTester shownTester(&shown, Reporting::QtTest);
    QRandomGenerator random(7);
    QSet<qint64> truth;
    for (int round = 0; round < 300; ++round) {
        QList<DeliveryInfo> some;
        for (quint32 i = random.bounded(4U); i > 0; --i) {
            some << delivery(1 + random.bounded(200));
            truth.insert(some.last().id);
        }
        model.put(some);
        if (random.bounded(20) == 0) {
            const qint64 limit = random.bounded(200);
            model.removeUpTo(limit);
            truth.removeIf([limit](qint64 id) { return id <= limit; });
        }
        QCOMPARE(model.rowCount(), truth.size());
        for (int row = 1; row < model.rowCount(); ++row)
            QVERIFY(model.at(row).id < model.at(row - 1).id);
    }
    for (const qint64 id : std::as_const(truth))
        QCOMPARE(model.at(model.rowOf(id)).id, id);
    QCOMPARE(model.rowOf(1000), -1);
    model.clear();
    QCOMPARE(shown.rowCount(), 0);
}

void TestDeliveries::holdsABoundedNumber()
{
    DeliveryModel model;
    QList<DeliveryInfo> many;
    for (int id = 1; id <= DeliveryModel::maxRows + 50; ++id)
        many << delivery(id);
    model.put(many);
    QCOMPARE(model.rowCount(), DeliveryModel::maxRows);
    QCOMPARE(model.newestId(), DeliveryModel::maxRows + 50);
    model.put({delivery(3)}); // older than all that the table has room for
    QCOMPARE(model.oldestId(), 51);
    model.put({delivery(9000)});
    QCOMPARE(model.rowCount(), DeliveryModel::maxRows);
    QCOMPARE(model.newestId(), 9000);
    QCOMPARE(model.oldestId(), 52);
}

void TestDeliveries::filters_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("matches");
    const auto row = [](const char *filter, bool matches) {
        QTest::newRow(filter) << QString::fromLatin1(filter) << matches;
    };
    row("verdict:refused", true);
    row("verdict:accepted", false);
    row("is:bad", true);
    row("is:replay", false);
    row("source:ci status>=400", true);
    row("source=c", false);
    row("status:200", false);
    row("effect:none size:2KiB", true);
    row("job:job-* age<1h", true);
    row("age>1h", false);
    row("reason:secret", true);
    row("id=7", true);
    row("refused", true);
    row("path:hooks", true);
    row("-external:x time:2026-01-31", true);
}

void TestDeliveries::filters()
{
    QFETCH(const QString, filter);
    DeliveryInfo info = ui::deliveryOf(json("refused", "none"));
    info.reason = QStringLiteral("no secret fits");
    info.path = QStringLiteral("/api/v1/webhooks/ci");
    ui::FilterMoment moment;
    moment.nowMs = info.receivedMs + 60'000;
    const ui::DeliveryFilter selected(filter, moment);
    QVERIFY2(!selected.problem(),
             qPrintable(selected.problem() ? selected.problem()->message : QString()));
    QTEST(selected.matches(info, moment.nowMs), "matches");
}

void TestDeliveries::explainsVerdicts_data()
{
    QTest::addColumn<QJsonObject>("verdict");
    QTest::addColumn<QByteArray>("given");
    QTest::addColumn<QString>("text");
    const auto then = [](const QJsonObject &check) {
        return QJsonObject{{QStringLiteral("then"), check}};
    };
    const auto code = [](const char *word) {
        return QJsonObject{{QStringLiteral("code"), QLatin1String(word)},
                           {QStringLiteral("scheme"), QStringLiteral("github")},
                           {QStringLiteral("secrets"), 2}};
    };
    QTest::newRow("no secrets") << QJsonObject() << QByteArray("accepted")
                                << QStringLiteral("the source has no secrets");
    QTest::newRow("wrong signature") << then(code("bad_signature")) << QByteArray("refused")
                                     << QStringLiteral("fits none of the 2 secret");
    QTest::newRow("no signature") << then(code("missing_signature")) << QByteArray("refused")
                                  << QStringLiteral("the scheme github wants one");
    QJsonObject old = code("stale_timestamp");
    old.insert(QStringLiteral("clock_skew_s"), -600);
    QTest::newRow("old") << then(old) << QByteArray("refused")
                         << QStringLiteral("was 10:00 behind the hub's");
    QJsonObject second{{QStringLiteral("accepted"), true},
                       {QStringLiteral("secret"), 2},
                       {QStringLiteral("secrets"), 3}};
    QTest::newRow("second secret")
        << then(second) << QByteArray("accepted") << QStringLiteral("fits secret 2 of 3");
    QTest::newRow("unreadable") << QJsonObject() << QByteArray("rejected")
                                << QStringLiteral("cannot read the webhook: status: missing.");
    QJsonObject both = then(code("bad_signature"));
    both.insert(QStringLiteral("now"), QJsonObject{{QStringLiteral("accepted"), true}});
    QTest::newRow("other secrets now")
        << both << QByteArray("refused") << QStringLiteral("current secrets it would be accepted");
}

void TestDeliveries::explainsVerdicts()
{
    QFETCH(const QJsonObject, verdict);
    QFETCH(const QByteArray, given);
    QFETCH(const QString, text);
    DeliveryInfo info = ui::deliveryOf(json(given.constData(), "applied"));
    if (given == "rejected")
        info.reason = QStringLiteral("status: missing");
    const QString all = ui::explained(info, verdict).join(QLatin1Char('\n'));
    QVERIFY2(all.contains(text), qPrintable(all));
    QCOMPARE(all.contains(QStringLiteral("It changed the job job-1.")), given == "accepted");
}

void TestDeliveries::writesCurlCommands()
{
    ui::FullDelivery full;
    full.info = delivery(12);
    full.info.method = "POST";
    full.info.path = QStringLiteral("/api/v1/webhooks/ci");
    full.headers = {{"host", "old"},
                    {"authorization", "[redacted]"},
                    {"content-type", "application/json"},
                    {"x-hub-signature-256", "sha256=ab"}};
    full.body = R"({"a":"it's"})";
    const QUrl hub(QStringLiteral("http://127.0.0.1:4354"));
    const QString file = ui::bodyFileName(full);
    QCOMPARE(file, QStringLiteral("delivery-12.json"));
    const QString command = ui::curlCommand(full, hub);
    QCOMPARE(command, QStringLiteral("# left out, because they are secrets: authorization\n"
                                     "curl -X 'POST' \\\n"
                                     "  -H 'content-type: application/json' \\\n"
                                     "  -H 'x-hub-signature-256: sha256=ab' \\\n"
                                     "  --data-raw '{\"a\":\"it'\\''s\"}' \\\n"
                                     "  'http://127.0.0.1:4354/api/v1/webhooks/ci'"));
    full.body = QByteArray("\0\xff", 2);
    QCOMPARE(ui::bodyFileName(full), QStringLiteral("delivery-12.bin"));
    QVERIFY(ui::curlCommand(full, hub).startsWith(
        QStringLiteral("# left out, because they are secrets: authorization\n"
                       "printf %s 'AP8=' | base64 -d | curl -X 'POST'")));
    full.info.bodyKept = false;
    QCOMPARE(ui::curlCommand(full, hub), QString());
}

void TestDeliveries::curlCommandsKeepTheirWords_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("quotes") << QByteArray("it's '\\'' \"$HOME\" `id` $(id)");
    QTest::newRow("an at sign") << QByteArray("@/etc/hostname");
    QTest::newRow("lines") << QByteArray("a\n# b\n; exit 1\n");
    QTest::newRow("umlaut") << QByteArray("\xc3\xa4");
    QTest::newRow("control") << QByteArray("a\x1b[31mb");
    QTest::newRow("NUL") << QByteArray("a\0b", 3);
    QTest::newRow("no text") << QByteArray("\xff\xfe");
    QTest::newRow("long") << QByteArray(300'000, 'a');
}

/// A shell splits the command into the words that it was made of.
void TestDeliveries::curlCommandsKeepTheirWords()
{
    QFETCH(const QByteArray, body);
    const QString shell = QStandardPaths::findExecutable(QStringLiteral("sh"));
    if (shell.isEmpty())
        QSKIP("this system has no POSIX shell");
    ui::FullDelivery full;
    full.info = delivery(1);
    full.info.method = "POST";
    full.info.path = QStringLiteral("/hook");
    full.headers = {{"x-token", "[redacted]"}, {"x-note", "it's \"so\" $HOME"}};
    full.body = body;
    const QString command =
        ui::curlCommand(full, QUrl(QStringLiteral("http://ann:pw@hub.example")));
    QProcess process;
    process.start(shell, {QStringLiteral("-s")});
    // A function takes the place of curl. A long line is not one argument, so it is the input.
    process.write((QStringLiteral("curl() { for word; do printf '%s\\0' \"$word\"; done; "
                                  "case \"$*\" in *@-*) cat;; esac; }\n")
                   + command)
                      .toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    const QByteArray output = process.readAllStandardOutput();
    const QByteArray address = QByteArrayLiteral("http://hub.example/hook") + '\0';
    QVERIFY(output.contains(QByteArrayLiteral("-X") + '\0' + "POST" + '\0'));
    QVERIFY(output.contains("x-note: it's \"so\" $HOME"));
    QVERIFY(!output.contains("x-token"));
    const QByteArray inLine = QByteArrayLiteral("--data-raw") + '\0' + body + '\0' + address;
    const QByteArray asInput = QByteArrayLiteral("@-") + '\0' + address + body;
    QVERIFY(output.endsWith(inLine) || output.endsWith(asInput));
}

void TestDeliveries::showsTheRequestAsText()
{
    ui::FullDelivery full;
    full.info = delivery(1);
    full.info.method = "POST";
    full.info.path = QStringLiteral("/api/v1/webhooks/ci");
    full.headers = {{"A", "b"}};
    full.body = "body";
    QCOMPARE(ui::JobDeliveries::requestText(full),
             QStringLiteral("POST /api/v1/webhooks/ci\nA: b\n\nbody"));
    full.body = "\xff";
    QVERIFY(ui::JobDeliveries::requestText(full).endsWith(QStringLiteral("/w==")));
    full.info.bodyKept = false;
    QVERIFY(ui::JobDeliveries::requestText(full).contains(QStringLiteral("too large")));
}

void TestDeliveries::dumpsBytes()
{
    QCOMPARE(ui::hexDump({}), QString());
    const QString dump = ui::hexDump(QByteArray("Hello, world!\n\0\xff!", 17));
    QCOMPARE(dump,
             QStringLiteral("00000000  48 65 6c 6c 6f 2c 20 77  6f 72 6c 64 21 0a 00 ff  Hello, "
                            "world!...\n"
                            "00000010  21                                                !\n"));
}

QTEST_GUILESS_MAIN(TestDeliveries)
#include "tst_deliveries.moc"
