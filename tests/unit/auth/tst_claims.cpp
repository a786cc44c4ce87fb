// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/claims.h"

#include <QTest>

using namespace hub;

namespace {
constexpr qint64 nowMs = 1'731'000'000'000;

/// Claims with a `sub`, an `exp` ten minutes from now, and the test's own members.
QByteArray claimsWith(const QByteArray &more)
{
    return R"({"sub":"ann","exp":1731000600)" + (more.isEmpty() ? more : ',' + more) + '}';
}

QByteArray codeOf(const QByteArray &payload, const ClaimRules &rules = {})
{
    const auto principal = readClaims(payload, rules, nowMs);
    return principal ? QByteArray("ok") : principal.error().code;
}
} // namespace

class TestClaims : public QObject
{
    Q_OBJECT

private slots:
    void readsAll();
    void aUserIsExactlyWhatSubSays_data();
    void aUserIsExactlyWhatSubSays();
    void scopes_data();
    void scopes();
    void jobs_data();
    void jobs();
    void times_data();
    void times();
    void issuerAndAudience_data();
    void issuerAndAudience();
    void refuses_data();
    void refuses();
};

void TestClaims::readsAll()
{
    const auto ann = readClaims(
        claimsWith(R"("scope":"read publish","jobs":["a","b-*"],"jti":"t-1","iat":1731000000)"), {},
        nowMs);
    QVERIFY(ann);
    QCOMPARE(ann->subject, QByteArray("ann"));
    QCOMPARE(ann->permissions, Permission::Read | Permission::Publish);
    QCOMPARE(ann->tokenId, QByteArray("t-1"));
    QCOMPARE(ann->expiresMs, std::optional<qint64>(1'731'000'600'000));
    QVERIFY(ann->mayTouchJob("a") && ann->mayTouchJob("b-7") && !ann->mayTouchJob("c"));
}

void TestClaims::aUserIsExactlyWhatSubSays_data()
{
    QTest::addColumn<QByteArray>("sub");
    QTest::addColumn<QByteArray>("user");
    QTest::newRow("with a slash") << QByteArray("a/b") << QByteArray("a/b");
    QTest::newRow("of another system") << QByteArray("auth0|5f7c") << QByteArray("auth0|5f7c");
    QTest::newRow("with a mark") << QByteArray("\ufeffann") << QByteArray("\ufeffann");
    QTest::newRow("with an escaped mark") << QByteArray(R"(\ufeffann)") << QByteArray("\ufeffann");
    QTest::newRow("not normalised") << QByteArray("A\u030a") << QByteArray("A\u030a");
}

void TestClaims::aUserIsExactlyWhatSubSays()
{
    QFETCH(QByteArray, sub);
    const auto principal = readClaims(R"({"exp":1731000600,"sub":")" + sub + "\"}", {}, nowMs);
    QVERIFY(principal);
    QTEST(principal->subject, "user");
}

void TestClaims::scopes_data()
{
    QTest::addColumn<QByteArray>("scope");
    QTest::addColumn<Permissions>("permissions");
    const auto row = [](const char *scope, Permissions permissions) {
        QTest::newRow(scope) << QByteArray(scope) << permissions;
    };
    row(R"("read")", Permission::Read);
    row(R"("openid admin  profile")", Permission::Admin);
    row(R"("publish notify")", Permission::Publish | Permission::Notify);
    row(R"(["read","publish"])", Permission::Read | Permission::Publish);
    row(R"(["read publish"])", Permission::Read | Permission::Publish);
    row(R"("")", {});
    row(R"("READ readx")", {});
    row("[]", {});
    row("\"\ufeffread\"", {});
    row("[\"\ufeffread\",\"publish\"]", Permission::Publish);
}

void TestClaims::scopes()
{
    QFETCH(QByteArray, scope);
    const auto principal = readClaims(claimsWith("\"scope\":" + scope), {}, nowMs);
    QVERIFY(principal);
    QTEST(principal->permissions, "permissions");
}

void TestClaims::jobs_data()
{
    QTest::addColumn<QByteArray>("claim");
    QTest::addColumn<QByteArrayList>("allowed"); // those of the jobs a, ab and b
    const auto row = [](const char *claim, const QByteArrayList &allowed) {
        QTest::newRow(claim) << QByteArray(claim) << allowed;
    };
    row("", {"a", "ab", "b"});
    row(R"("jobs":"*")", {"a", "ab", "b"});
    row(R"("jobs":"a")", {"a"});
    row(R"("jobs":"a*")", {"a", "ab"});
    row(R"("jobs":["b","ab"])", {"ab", "b"});
    row(R"("jobs":[])", {});
}

void TestClaims::jobs()
{
    QFETCH(QByteArray, claim);
    const auto principal = readClaims(claimsWith(claim), {}, nowMs);
    QVERIFY(principal);
    QByteArrayList allowed;
    for (const char *id : {"a", "ab", "b"}) {
        if (principal->mayTouchJob(id))
            allowed << id;
    }
    QTEST(allowed, "allowed");
}

/// The current time is 1731000000.
void TestClaims::times_data()
{
    QTest::addColumn<QByteArray>("times");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *times, const char *code) {
        QTest::newRow(times) << QByteArray(times) << QByteArray(code);
    };
    row(R"("exp":1731000001)", "ok");
    row(R"("exp":1730999971)", "ok"); // within the leeway
    row(R"("exp":1730999970)", "token_expired");
    row(R"("exp":1730999970.5)", "ok");
    row(R"("exp":0)", "token_expired");
    row(R"("exp":253402300799)", "ok");
    row(R"("exp":253402300800)", "bad_token");
    row(R"("exp":-1)", "bad_token");
    row(R"("exp":1e300)", "bad_token");
    row(R"("exp":1e999)", "bad_token");
    row(R"("exp":"1731000600")", "bad_token");
    row(R"("exp":null)", "bad_token");
    row(R"("exp":true)", "bad_token");
    row(R"("iat":1)", "bad_token"); // `exp` is missing
    row(R"("exp":1731000600,"nbf":1731000030)", "ok");
    row(R"("exp":1731000600,"nbf":1731000031)", "token_not_yet_valid");
    row(R"("exp":1731000600,"nbf":"now")", "bad_token");
    row(R"("exp":1731000600,"iat":[1])", "bad_token");
    row(R"("exp":1731000600,"iat":1731003600)", "ok");
}

void TestClaims::times()
{
    QFETCH(QByteArray, times);
    QTEST(codeOf(R"({"sub":"ann",)" + times + '}'), "code");
}

void TestClaims::issuerAndAudience_data()
{
    QTest::addColumn<QString>("issuer");
    QTest::addColumn<QString>("audience");
    QTest::addColumn<QByteArray>("claims");
    QTest::addColumn<QByteArray>("code");
    const auto row = [](const char *name, const char *issuer, const char *audience,
                        const char *claims, const char *code) {
        QTest::newRow(name) << QString::fromLatin1(issuer) << QString::fromLatin1(audience)
                            << QByteArray(claims) << QByteArray(code);
    };
    row("nobody asks", "", "", R"("iss":7,"aud":{})", "ok");
    row("issuer", "https://a", "", R"("iss":"https://a")", "ok");
    row("other issuer", "https://a", "", R"("iss":"https://a/")", "wrong_issuer");
    row("no issuer", "https://a", "", "", "wrong_issuer");
    row("issuer is a number", "https://a", "", R"("iss":7)", "bad_token");
    row("audience", "", "hub", R"("aud":"hub")", "ok");
    row("audiences", "", "hub", R"("aud":["x","hub"])", "ok");
    row("other audience", "", "hub", R"("aud":"hub2")", "wrong_audience");
    row("other audiences", "", "hub", R"("aud":["a","b"])", "wrong_audience");
    row("no audience", "", "hub", "", "wrong_audience");
    row("issuer behind a mark", "https://a", "", "\"iss\":\"\ufeffhttps://a\"", "wrong_issuer");
    row("audience behind a mark", "", "hub", "\"aud\":\"\ufeffhub\"", "wrong_audience");
    row("audiences behind marks", "", "hub", "\"aud\":[\"\ufeffhub\"]", "wrong_audience");
    row("escaped mark", "", "hub", R"("aud":"\ufeffhub")", "wrong_audience");
    row("audience is mixed", "", "hub", R"("aud":["hub",7])", "bad_token");
    row("audience is an object", "", "hub", R"("aud":{"hub":1})", "bad_token");
}

void TestClaims::issuerAndAudience()
{
    QFETCH(QString, issuer);
    QFETCH(QString, audience);
    QFETCH(QByteArray, claims);
    QTEST(codeOf(claimsWith(claims), {issuer, audience}), "code");
}

void TestClaims::refuses_data()
{
    QTest::addColumn<QByteArray>("payload");
    const auto row = [](const char *name, const QByteArray &payload) {
        QTest::newRow(name) << payload;
    };
    row("no sub", R"({"exp":1731000600})");
    row("sub is a number", R"({"sub":7,"exp":1731000600})");
    row("sub is empty", R"({"sub":"","exp":1731000600})");
    row("sub named behind a mark", "{\"\ufeffsub\":\"ann\",\"exp\":1731000600}");
    row("jobs with a mark", claimsWith("\"jobs\":\"\ufeffa\""));
    row("jobs with marks", claimsWith("\"jobs\":[\"\ufeffa\"]"));
    row("sub with a line feed", R"({"sub":"a\nb","exp":1731000600})");
    row("sub with DEL", R"({"sub":"a\u007fb","exp":1731000600})");
    row("sub with a C1 control", R"({"sub":"a\u0085b","exp":1731000600})");
    row("sub with NUL", R"({"sub":"a\u0000","exp":1731000600})");
    row("sub with a lone surrogate", R"({"sub":"\ud800","exp":1731000600})");
    row("sub too long", R"({"exp":1731000600,"sub":")" + QByteArray(257, 'a') + "\"}");
    row("scope is an object", claimsWith(R"("scope":{"read":true})"));
    row("scope of numbers", claimsWith(R"("scope":[1])"));
    row("jobs is null", claimsWith(R"("jobs":null)"));
    row("jobs with a star inside", claimsWith(R"("jobs":"a*b")"));
    row("jobs with a slash", claimsWith(R"("jobs":["a/b"])"));
    row("jobs is an empty word", claimsWith(R"("jobs":"")"));
    row("too many jobs", claimsWith(R"("jobs":["a")" + QByteArray(R"(,"a")").repeated(256) + ']'));
    row("admin with jobs", claimsWith(R"("scope":"admin","jobs":["a"])"));
    row("admin with no jobs", claimsWith(R"("scope":"read admin","jobs":[])"));
    row("jti is a number", claimsWith(R"("jti":7)"));
    row("jti with a newline", claimsWith(R"("jti":"a\nb")"));
    row("jti too long", claimsWith(R"("jti":")" + QByteArray(129, 'a') + '"'));
    row("a member twice", claimsWith(R"("exp":1831000600)"));
    row("not UTF-8", claimsWith("\"x\":\"\xff\""));
    row("an array", "[]");
    row("nothing", "");
}

void TestClaims::refuses()
{
    QFETCH(QByteArray, payload);
    QCOMPARE(codeOf(payload), QByteArray("bad_token"));
}

QTEST_GUILESS_MAIN(TestClaims)
#include "tst_claims.moc"
