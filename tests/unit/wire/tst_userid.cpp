// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/userid.h"

#include <QTest>

using namespace hub;

/// Which strings are valid users, and the messages about others.
class TestUserId : public QObject
{
    Q_OBJECT

private slots:
    void judges_data();
    void judges();
    void readsText_data();
    void readsText();
};

void TestUserId::judges_data()
{
    QTest::addColumn<QByteArray>("user");
    QTest::addColumn<QString>("fault");
    for (const char *good :
         {"alice", "auth0|5f7c8ec7c33c6c004bbafe82", "google-oauth2|103547991597142817347",
          "repo:octo-org/octo-repo:ref:refs/heads/main", "spiffe://example.org/ns/prod/sa/worker",
          "Ann Smith", " a ", "/", "..", "%2F", "a*", "\xC3\xA4\xE2\x82\xAC\xF0\x9F\x9A\x80",
          "\xEF\xBB\xBF"
          "alice",
          "\xE2\x80\xAE"
          "ecila",
          "\xC2\xA0"})
        QTest::newRow(good) << QByteArray(good) << QString();
    QTest::newRow("longest") << QByteArray(256, 'a') << QString();
    const auto row = [](const char *name, const QByteArray &user, const char *fault) {
        QTest::newRow(name) << user << QString::fromLatin1(fault);
    };
    const auto control = [&row](const char *name, const QByteArray &user) {
        const QByteArray fault = QByteArray("must not have control characters, this has ") + name;
        row(name, user, fault.constData());
    };
    row("empty", "", "must not be empty");
    row("too long", QByteArray(257, 'a'),
        "must not be longer than 256 bytes of UTF-8, this has 257");
    row("too long in bytes", QByteArray("\xC3\xA4").repeated(129),
        "must not be longer than 256 bytes of UTF-8, this has 258");
    row("not UTF-8", "a\xFF", "must be UTF-8");
    row("overlong", "a\xC0\xAF", "must be UTF-8");
    row("cut off", "a\xE2\x82", "must be UTF-8");
    row("half of a pair", "a\xED\xA0\x80", "must be UTF-8");
    control("U+0000", QByteArray("a\0", 2));
    control("U+000A", "a\nb");
    control("U+001B", "\x1B[2J");
    control("U+007F", "a\x7F");
    control("U+0080", "a\xC2\x80");
    control("U+009F", "a\xC2\x9F");
}

void TestUserId::judges()
{
    QFETCH(QByteArray, user);
    QFETCH(QString, fault);
    QCOMPARE(faultOfUser(user).value_or(QString()), fault);
    QCOMPARE(isValidUser(user), fault.isEmpty());
}

void TestUserId::readsText_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QByteArray>("user");
    const auto row = [](const char *name, const char *json, const char *user) {
        QTest::newRow(name) << QByteArray(json) << QByteArray(user);
    };
    row("plain", R"("auth0|1")", "auth0|1");
    row("escaped", R"("a\/\u00e4")", "a/\xC3\xA4");
    row("precomposed", "\"\xC3\xA4\"", "\xC3\xA4");
    row("decomposed is another", "\"a\xCC\x88\"", "a\xCC\x88");
    row("a byte order mark",
        "\"\xEF\xBB\xBF"
        "alice\"",
        "\xEF\xBB\xBF"
        "alice");
    row("an escaped byte order mark", R"("\ufeffalice")",
        "\xEF\xBB\xBF"
        "alice");
    row("a pair", R"("\ud83d\ude80")", "\xF0\x9F\x9A\x80");
    row("half of a pair", R"("\ud83d")", "");
    row("the other half", R"("a\ude80b")", "");
    row("a number", "7", "");
    row("null", "null", "");
}

void TestUserId::readsText()
{
    QFETCH(QByteArray, json);
    QFETCH(QByteArray, user);
    auto members = JsonMembers::parse("{\"sub\":" + json + '}');
    QVERIFY(members);
    const Result<QByteArray> read = userOf(*members->find(QLatin1String("sub")));
    QCOMPARE(read ? *read : QByteArray(), user);
    if (!read)
        QCOMPARE(read.error().code, QByteArray("bad_user_id"));
}

QTEST_GUILESS_MAIN(TestUserId)
#include "tst_userid.moc"
