// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/runpodverifier.h"
#include "hub/source/verification.h"

#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

/// The published examples of each scheme, and the webhooks that it refuses.
class TestVerifiers : public QObject
{
    Q_OBJECT

private slots:
    void accepts_data();
    void accepts();
    void refusesATamperedByte_data() { accepts_data(); }
    void refusesATamperedByte();
    void refusesWithoutASignature_data() { accepts_data(); }
    void refusesWithoutASignature();
    void refusesOtherSecrets_data() { accepts_data(); }
    void refusesOtherSecrets();
    void refusesWhatIsMalformed_data();
    void refusesWhatIsMalformed();
    void knowsTheTime_data();
    void knowsTheTime();
    void takesOneOfSeveralSignatures();
    void signsTheIdOfStandardWebhooks();
    void speaksForOneAttempt();
    void saysWhereItDiffersOnlyFromHalfOn_data();
    void saysWhereItDiffersOnlyFromHalfOn();
    void neverShowsTheRightMac();
    void hintsAtARespelledBody();
    void hintsAtMilliseconds();
    void refusesBadSecrets_data();
    void refusesBadSecrets();
};

namespace {

using Fields = QList<std::pair<QByteArray, QByteArray>>;

/// A webhook that is verified with one of the secrets in `how`.
struct Sample
{
    Verification how;
    Inbound inbound;
};

constexpr qint64 sentS = 1614265330;

const QByteArray standardSecret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const QByteArray standardMac = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
const QByteArray standardKey = "whpk_+/j9fCLWa1+7DDXNXBsigdhvYeAdLQyp/NuUErFAwP8=";
const QByteArray standardEd25519 =
    "v1a,bK+ObQxtJbQjRrUQ9PbvJN1BUEuCaq9g9bPAWl7Az5928HIO0+zCF0z6lbctc"
    "RuSmvid1SHHINAyxuhm7mG5Dw==";
const QByteArray githubMac = "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17";
const QByteArray stripeMac = "cf269b9fab5b6485d53ad7e086dd6ec829f38901aadb72a33cc5a0de42b4d7d2";
const QByteArray runpodMacHex = "62b2711650b08838ffcb713cb4f438fe028953578c8e86bc5550e0b707ff80a6";

/// The example of the Standard Webhooks specification and its libraries.
Sample standard(const QByteArray &secret, const QByteArray &signature)
{
    return {{"standard-webhooks", {secret}},
            {"s",
             {{"webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek"},
              {"webhook-timestamp", "1614265330"},
              {"webhook-signature", signature}},
             R"({"test": 2432232314})",
             sentS * 1000}};
}

/// The example of GitHub's "Validating webhook deliveries".
Sample github()
{
    return {
        {"github", {"It's a Secret to Everybody"}},
        {"ci", {{"x-hub-signature-256", "sha256=" + githubMac}}, "Hello, World!", sentS * 1000}};
}

/// Computed with the command line tool of OpenSSL.
Sample stripe()
{
    return {{"stripe", {"whsec_test_secret_of_a_shop"}},
            {"shop",
             {{"stripe-signature", "t=1614265330,v1=" + stripeMac + ",v0=00"}},
             R"({"id":"evt_1","object":"event"})",
             sentS * 1000}};
}

Sample runpod()
{
    Sample sample{{"runpod", {"runpod-secret-1"}}, {"runpod-completion", {}, "{}", 0}};
    sample.inbound.query = {{"attempt", "a04e7037"}, {"mac", runpodMacHex}};
    return sample;
}

Sample token(const char *scheme, const char *header, const char *value)
{
    return {{scheme, {"correct horse"}}, {"s", {{header, value}}, "{}", 0}};
}

Sample bodyMac(BodyMacVerifier::Encoding encoding)
{
    const bool hex = encoding == BodyMacVerifier::Encoding::Hex;
    Sample sample = github();
    sample.how.scheme = "generic";
    sample.how.format = {"x-signature", {}, encoding};
    sample.inbound.headers = {
        {"x-signature", hex ? githubMac.toUpper() : QByteArray::fromHex(githubMac).toBase64()}};
    return sample;
}

Verdict verdictOf(const Sample &sample)
{
    const auto verifier = makeVerifier(sample.how);
    if (!verifier || !*verifier)
        qFatal("no verifier");
    return (*verifier)->verify(sample.inbound);
}

} // namespace

Q_DECLARE_METATYPE(Sample)

void TestVerifiers::accepts_data()
{
    QTest::addColumn<Sample>("sample");
    QTest::newRow("standard-webhooks v1") << standard(standardSecret, standardMac);
    QTest::newRow("standard-webhooks v1a") << standard(standardKey, standardEd25519);
    QTest::newRow("github") << github();
    QTest::newRow("stripe") << stripe();
    QTest::newRow("runpod") << runpod();
    QTest::newRow("gitlab") << token("gitlab", "x-gitlab-token", "correct horse");
    Sample signing = standard(standardSecret, standardMac);
    signing.how.scheme = "gitlab";
    QTest::newRow("gitlab, signing token") << signing;
    signing.how.secrets.push_back("correct horse");
    QTest::newRow("gitlab, signing token beside a secret token") << signing;
    QTest::newRow("bearer") << token("generic", "authorization", "bearer correct horse");
    QTest::newRow("hex") << bodyMac(BodyMacVerifier::Encoding::Hex);
    QTest::newRow("base64") << bodyMac(BodyMacVerifier::Encoding::Base64);
}

void TestVerifiers::accepts()
{
    QFETCH(Sample, sample);
    Verdict verdict = verdictOf(sample);
    QVERIFY2(verdict.accepted(), qPrintable(verdict.reason));
    QCOMPARE(verdict.secret, 1);
    // While secrets are replaced, the old one still verifies.
    const QByteArray other = sample.how.scheme == "standard-webhooks"
                                 ? QByteArray("whsec_AAAAAAAAAAAAAAAAAAAAAAAA")
                                 : QByteArray("another secret");
    sample.how.secrets = {other, sample.how.secrets.front()};
    verdict = verdictOf(sample);
    QVERIFY2(verdict.accepted(), qPrintable(verdict.reason));
    QCOMPARE(verdict.secret, 2);
}

/// Changes a byte of the signature, and then of the body where the signature covers it.
void TestVerifiers::refusesATamperedByte()
{
    QFETCH(Sample, sample);
    auto &fields = sample.inbound.query.isEmpty() ? sample.inbound.headers : sample.inbound.query;
    Sample other = sample;
    QByteArray &value = fields.last().second;
    if (!sample.how.scheme.startsWith("stripe"))
        value[value.size() - 5] = value[value.size() - 5] == 'a' ? 'b' : 'a';
    else
        value.replace("v1=cf", "v1=df");
    QCOMPARE(verdictOf(sample).code, QByteArray("bad_signature"));
    if (verdictOf(other).canonical.isEmpty() || !other.inbound.query.isEmpty())
        return; // a token, or a MAC of the attempt only
    other.inbound.body[3] = static_cast<char>(other.inbound.body[3] ^ 1);
    QCOMPARE(verdictOf(other).code, QByteArray("bad_signature"));
    QCOMPARE(verdictOf(other).secret, 0);
}

void TestVerifiers::refusesWithoutASignature()
{
    QFETCH(Sample, sample);
    sample.inbound.headers.clear();
    sample.inbound.query.clear();
    QCOMPARE(verdictOf(sample).code, QByteArray("missing_signature"));
}

void TestVerifiers::refusesOtherSecrets()
{
    QFETCH(Sample, sample);
    const bool key = sample.how.secrets.front().startsWith("whpk_");
    sample.how.secrets = {key ? QByteArray("whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=")
                              : QByteArray("whsec_AAAAAAAAAAAAAAAAAAAAAAAA")};
    const Verdict verdict = verdictOf(sample);
    QCOMPARE(verdict.code, QByteArray("bad_signature"));
    QCOMPARE(verdict.secrets, 1);
}

void TestVerifiers::refusesWhatIsMalformed_data()
{
    QTest::addColumn<Sample>("sample");
    const auto row = [](const char *name, Sample sample, const QByteArray &value) {
        sample.inbound.headers.last().second = value;
        QTest::newRow(name) << sample;
    };
    row("no prefix", github(), githubMac);
    row("SHA-1", github(), "sha1=757107ea0eb2509fc211221cce984b8a37570b6d");
    row("truncated", github(), "sha256=" + githubMac.chopped(2));
    row("not hex", github(), "sha256=" + githubMac.chopped(1) + 'g');
    row("unknown version", standard(standardSecret, {}), "v2,AAAA");
    row("no version", standard(standardSecret, {}), standardMac.mid(3));
    row("bad base64", standard(standardSecret, {}), standardMac.chopped(1));
    row("no time", stripe(), "v1=" + stripeMac);
    row("no MAC", stripe(), "t=1614265330");
    row("other authorization", token("generic", "authorization", ""), "Basic Y29ycmVjdCBob3JzZQ==");
}

void TestVerifiers::refusesWhatIsMalformed()
{
    QFETCH(Sample, sample);
    const Verdict verdict = verdictOf(sample);
    QCOMPARE(verdict.code, QByteArray("malformed_signature"));
    QVERIFY(!verdict.reason.isEmpty());
}

void TestVerifiers::knowsTheTime_data()
{
    QTest::addColumn<Sample>("sample");
    QTest::addColumn<int>("offsetS");
    QTest::addColumn<QByteArray>("code");
    for (const Sample &sample : {standard(standardSecret, standardMac), stripe()}) {
        const auto row = [&](int offset, const char *code) {
            QTest::addRow("%s %d", sample.how.scheme.constData(), offset)
                << sample << offset << QByteArray(code);
        };
        row(0, "");
        row(300, "");
        row(-300, "");
        row(301, "stale_timestamp");
        row(-301, "stale_timestamp");
    }
}

void TestVerifiers::knowsTheTime()
{
    QFETCH(Sample, sample);
    QFETCH(int, offsetS);
    sample.inbound.receivedMs += offsetS * 1000;
    const Verdict verdict = verdictOf(sample);
    QTEST(verdict.code, "code");
    QCOMPARE(*verdict.skew, std::chrono::seconds{-offsetS});
    QCOMPARE(verdict.secret, 1); // the MAC itself is correct
    sample.how.tolerance = 400s;
    QVERIFY(verdictOf(sample).accepted());
}

void TestVerifiers::takesOneOfSeveralSignatures()
{
    const QByteArray wrong = "v1,AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=";
    QVERIFY(verdictOf(standard(standardSecret, wrong + ' ' + standardMac)).accepted());
    QVERIFY(verdictOf(standard(standardKey, wrong + ' ' + standardEd25519)).accepted());
    Sample both = standard(standardSecret, standardEd25519);
    both.how.secrets.push_back(standardKey);
    QCOMPARE(verdictOf(both).secret, 2);
    Sample shop = stripe();
    shop.inbound.headers[0].second = "t=1614265330,v1=" + QByteArray(64, '0') + ",v1=" + stripeMac;
    QVERIFY(verdictOf(shop).accepted());
    // Only the first sixteen signatures are checked.
    QVERIFY(
        !verdictOf(standard(standardSecret, (wrong + ' ').repeated(16) + standardMac)).accepted());
}

void TestVerifiers::signsTheIdOfStandardWebhooks()
{
    Sample sample = standard(standardSecret, standardMac);
    QCOMPARE(verdictOf(sample).signedId, QByteArray("msg_p5jXN8AQM9LWM0D4loKWxJek"));
    sample.inbound.headers[0].second += 'x';
    QCOMPARE(verdictOf(sample).code, QByteArray("bad_signature"));
}

void TestVerifiers::speaksForOneAttempt()
{
    Sample sample = runpod();
    QCOMPARE(verdictOf(sample).signedFor, QByteArray("a04e7037"));
    QCOMPARE(runpodMac("runpod-secret-1", "runpod-completion", "a04e7037"), runpodMacHex);
    sample.inbound.query[0].second = "a04e7038";
    QCOMPARE(verdictOf(sample).code, QByteArray("bad_signature"));
    sample = runpod();
    sample.inbound.source = "runpod-other"; // a MAC is valid for one source only
    QCOMPARE(verdictOf(sample).code, QByteArray("bad_signature"));
}

void TestVerifiers::saysWhereItDiffersOnlyFromHalfOn_data()
{
    QTest::addColumn<int>("byte");
    QTest::addColumn<qint64>("said");
    for (const int byte : {0, 1, 15, 16, 17, 31})
        QTest::addRow("%d", byte) << byte << qint64{byte < 16 ? 0 : byte};
}

void TestVerifiers::saysWhereItDiffersOnlyFromHalfOn()
{
    QFETCH(int, byte);
    Sample sample = github();
    QByteArray mac = QByteArray::fromHex(githubMac);
    mac[byte] = static_cast<char>(mac[byte] ^ 1);
    sample.inbound.headers[0].second = "sha256=" + mac.toHex();
    const Verdict verdict = verdictOf(sample);
    QCOMPARE(verdict.code, QByteArray("bad_signature"));
    QTEST(qint64{*verdict.firstDifference}, "said");
}

void TestVerifiers::neverShowsTheRightMac()
{
    Sample sample = github();
    sample.inbound.headers[0].second = "sha256=" + QByteArray(64, '0');
    const QByteArray all = toJson(verdictOf(sample), VerdictDetail::Full);
    QVERIFY(!all.contains(githubMac.left(8)));
    QVERIFY(!all.contains("Everybody"));
    QVERIFY(all.contains(R"("canonical":"Hello, World!")"));
}

void TestVerifiers::hintsAtARespelledBody()
{
    Sample sample = standard(standardSecret, standardMac);
    sample.inbound.body = "{\n  \"test\": 2432232314\n}\n";
    const auto verifier = makeVerifier(sample.how);
    const Verdict verdict = explain(**verifier, sample.inbound);
    QCOMPARE(verdict.code, QByteArray("bad_signature"));
    QCOMPARE(verdict.hints,
             QStringList(QStringLiteral(
                 "the body was changed after it was signed: the signature matches the body as "
                 "JSON with a space after each comma and colon")));
    QVERIFY((*verifier)->verify(sample.inbound).hints.isEmpty());
}

void TestVerifiers::hintsAtMilliseconds()
{
    Sample sample = standard(standardSecret, standardMac);
    sample.inbound.headers[1].second = "1614265330000";
    const auto verifier = makeVerifier(sample.how);
    QVERIFY(explain(**verifier, sample.inbound)
                .hints.contains(QStringLiteral("the timestamp is not in seconds since 1970")));
}

void TestVerifiers::refusesBadSecrets_data()
{
    QTest::addColumn<QByteArray>("scheme");
    QTest::addColumn<QByteArray>("secret");
    QTest::newRow("short") << QByteArray("github") << QByteArray("1234567");
    QTest::newRow("not base64") << QByteArray("standard-webhooks")
                                << QByteArray("whsec_not base64");
    QTest::newRow("no key") << QByteArray("standard-webhooks") << QByteArray("whpk_AAAAAAAA");
}

void TestVerifiers::refusesBadSecrets()
{
    QFETCH(QByteArray, scheme);
    QFETCH(QByteArray, secret);
    const auto made = makeVerifier({scheme, {secret}});
    QVERIFY(!made);
    QCOMPARE(made.error().code, QByteArray("bad_secret"));
    QVERIFY(made.error().message.contains(QStringLiteral("secret 1")));
    QVERIFY(!made.error().message.contains(QString::fromLatin1(secret)));
    QVERIFY(!*makeVerifier({scheme, {}})); // without secrets anyone may send
}

QTEST_GUILESS_MAIN(TestVerifiers)
#include "tst_verifiers.moc"
