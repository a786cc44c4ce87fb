// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/tokenstore.h"
#include "tests/support/fakekeyring.h"
#include "tests/support/manualclock.h"

#include <QSignalSpy>
#include <QTest>

using app::TokenStore;
using test::FakeKeyring;

namespace {

const QString key = QStringLiteral("https://hub.example.org");

/// A store with a keyring of this content, and the answers to read().
struct Fixture
{
    test::ManualClock clock;
    FakeKeyring::Content content;
    TokenStore store{std::make_unique<FakeKeyring>(&content), clock};
    QObject context;
    QByteArrayList answers;

    void read(const QString &of = key)
    {
        store.read(of, &context, [this](const QByteArray &token) { answers << token; });
    }
};

} // namespace

class TokenStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void keyHasAddressAndProfile_data();
    void keyHasAddressAndProfile();
    void keepsTokensInTheKeyring();
    void asksTheKeyringOnce();
    void aWrittenTokenIsNewerThanTheKeyrings();
    void anEmptyTokenIsRemoved();
    void aTooLongTokenIsNotStored();
    void withoutAKeyringTokensAreInMemory();
    void aFailureIsSaid();
    void aSilentKeyringEndsTheWait();
    void noAnswerAfterTheContextIsGone();
};

void TokenStoreTest::keyHasAddressAndProfile_data()
{
    QTest::addColumn<QUrl>("url");
    QTest::addColumn<QString>("profile");
    QTest::addColumn<QString>("expected");
    QTest::newRow("default profile") << QUrl(QStringLiteral("https://a.example:8443/hub/"))
                                     << QString() << QStringLiteral("https://a.example:8443/hub");
    QTest::newRow("profile") << QUrl(QStringLiteral("http://127.0.0.1:4354"))
                             << QStringLiteral("prod")
                             << QStringLiteral("http://127.0.0.1:4354 prod");
    QTest::newRow("password in the address") << QUrl(QStringLiteral("https://ann:secret@a.example"))
                                             << QString() << QStringLiteral("https://a.example");
}

void TokenStoreTest::keyHasAddressAndProfile()
{
    QFETCH(QUrl, url);
    QFETCH(QString, profile);
    QTEST(TokenStore::keyOf(url, profile), "expected");
}

void TokenStoreTest::keepsTokensInTheKeyring()
{
    Fixture f;
    f.store.write(key, "token-1");
    QTRY_COMPARE(f.content.secrets.value(key), QByteArray("token-1"));
    TokenStore next(std::make_unique<FakeKeyring>(&f.content), f.clock);
    QByteArray read;
    next.read(key, this, [&read](const QByteArray &token) { read = token; });
    QTRY_COMPARE(read, QByteArray("token-1"));
    QCOMPARE(next.note(), QString());
}

void TokenStoreTest::asksTheKeyringOnce()
{
    Fixture f;
    f.content.secrets.insert(key, "token-1");
    f.read();
    f.read();
    QTRY_COMPARE(f.answers, QByteArrayList({"token-1", "token-1"}));
    f.read();
    QCOMPARE(f.answers.size(), 3); // at once, from memory
    QCOMPARE(f.content.calls.size(), 1);
}

void TokenStoreTest::aWrittenTokenIsNewerThanTheKeyrings()
{
    Fixture f;
    f.content.secrets.insert(key, "old");
    f.read();
    f.store.write(key, "new");
    QTRY_COMPARE(f.answers, QByteArrayList({"new"}));
    QTRY_COMPARE(f.content.secrets.value(key), QByteArray("new"));
    QTRY_COMPARE(f.content.answered, 2); // to the first read, and to the write
    f.read();
    QCOMPARE(f.answers.last(), QByteArray("new"));
}

void TokenStoreTest::anEmptyTokenIsRemoved()
{
    Fixture f;
    f.content.secrets.insert(key, "token-1");
    f.store.write(key, {});
    QVERIFY(!f.content.secrets.contains(key));
    f.read();
    QCOMPARE(f.answers, QByteArrayList({QByteArray()}));
}

void TokenStoreTest::aTooLongTokenIsNotStored()
{
    Fixture f;
    f.store.write(key, QByteArray(TokenStore::maxTokenBytes + 1, 'a'));
    QVERIFY(!f.content.secrets.contains(key));
    f.content.secrets.insert(QStringLiteral("other"),
                             QByteArray(TokenStore::maxTokenBytes + 1, 'a'));
    f.read(QStringLiteral("other"));
    QTRY_COMPARE(f.answers, QByteArrayList({QByteArray()}));
}

void TokenStoreTest::withoutAKeyringTokensAreInMemory()
{
    TokenStore store(nullptr);
    store.write(key, "token-1");
    QByteArray read;
    store.read(key, this, [&read](const QByteArray &token) { read = token; });
    QCOMPARE(read, QByteArray("token-1"));
    QCOMPARE(store.note(),
             QStringLiteral("No keyring is available. Tokens are kept until the monitor quits."));
}

void TokenStoreTest::aFailureIsSaid()
{
    Fixture f;
    QSignalSpy changed(&f.store, &TokenStore::noteChanged);
    f.content.fault = hub::Error{"keyring_denied", QStringLiteral("the keyring refused access")};
    f.store.write(key, "token-1");
    QTRY_COMPARE(f.store.note(), QStringLiteral("The keyring does not keep tokens: the keyring "
                                                "refused access. They are kept until the monitor "
                                                "quits."));
    f.read();
    QCOMPARE(f.answers, QByteArrayList({"token-1"}));
    f.content.fault.reset();
    f.store.write(key, "token-2");
    QTRY_COMPARE(f.store.note(), QString());
    QCOMPARE(changed.size(), 2);
}

void TokenStoreTest::aSilentKeyringEndsTheWait()
{
    Fixture f;
    f.content.silent = true;
    f.read();
    f.read(QStringLiteral("http://other"));
    QVERIFY(f.answers.isEmpty());
    f.clock.advance(TokenStore::patience);
    QTRY_COMPARE(f.answers, QByteArrayList({QByteArray(), QByteArray()}));
    QVERIFY(f.store.note().contains(QStringLiteral("it did not answer within 20 s")));
}

void TokenStoreTest::noAnswerAfterTheContextIsGone()
{
    Fixture f;
    f.content.secrets.insert(key, "token-1");
    auto context = std::make_unique<QObject>();
    bool answered = false;
    f.store.read(key, context.get(), [&answered](const QByteArray &) { answered = true; });
    context.reset();
    f.read();
    QTRY_COMPARE(f.answers.size(), 1);
    QVERIFY(!answered);
}

QTEST_GUILESS_MAIN(TokenStoreTest)
#include "tst_tokenstore.moc"
