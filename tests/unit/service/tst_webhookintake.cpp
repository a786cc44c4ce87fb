// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/authenticator.h"
#include "hub/core/hub.h"
#include "hub/service/deliveryreplay.h"
#include "hub/service/webhookintake.h"
#include "hub/source/scheme.h"
#include "tests/support/fakestore.h"
#include "tests/support/manualclock.h"

#include <QMessageAuthenticationCode>
#include <QTest>

using namespace hub;
using namespace std::chrono_literals;

/// Taking and replaying webhooks, without HTTP and without a database.
class TestWebhookIntake : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m.reset(); }

    void refusesAnUnknownSource();
    void storesInTheLaneOfItsSource_data();
    void storesInTheLaneOfItsSource();
    void answersWhatBecameOfIt_data();
    void answersWhatBecameOfIt();
    void keepsWrongSignaturesUntilThereAreTooMany();
    void countsOnlyVerifiedWebhooksOfASource();
    void releasesItsPlaceAfterTheCommit();
    void keepsALimitedNumberOfTooLargeBodies();
    void replaysWhatWasVerified();
    void replaysNothingThatStaysRefused();

private:
    struct Parts
    {
        Parts()
        {
            add("ci", {"12345678"});
            add("open", {});
        }
        void add(const QByteArray &name, const Secrets &secrets)
        {
            const Scheme *scheme = findScheme(QLatin1String("generic"));
            auto map = GenericMap::parse(scheme->defaultPointers(), {});
            WebhookSource &source = sources[name];
            source.scheme = scheme;
            source.mapping = scheme->makeMapping(std::move(*map));
            source.verifier = std::move(*makeVerifier(
                {"generic", secrets, 300s, {"x-mac", {}, BodyMacVerifier::Encoding::Hex}}));
            source.limits = {.ratePerS = 1000, .burst = 1000, .concurrent = 2};
            source.gate = std::make_shared<IngestGate>(name, source.limits);
        }
        WebhookIntake intake() { return {hub, authenticator, sources}; }

        test::ManualClock clock;
        test::FakeStore store;
        Hub hub{store, clock, Hub::Options()};
        Authenticator authenticator{&clock};
        WebhookSources sources;
    };

    ReceivedWebhook webhook(const QByteArray &source, bool isSigned = true) const;
    WebhookIntake::Outcome &take(const ReceivedWebhook &webhook);

    std::unique_ptr<Parts> m;
    std::vector<std::unique_ptr<WebhookIntake::Outcome>> m_outcomes; ///< Of take(), in order.
};

namespace {

const QByteArray body = R"({"job_id":"j","status":"processing"})";
const WebhookIntake::Outcome unanswered{{"unanswered", {}}};

const Deliver &deliverOf(const test::FakeStore &store, std::size_t index)
{
    return store.delivers.at(index).request;
}

/// What the store answers when it applied the write.
Delivered applied(const test::FakeStore &store, std::size_t index)
{
    Delivered delivered;
    delivered.delivery = deliverOf(store, index).delivery;
    delivered.delivery.id = qint64(index) + 1;
    delivered.delivery.effect = {DeliveryEffect::Kind::Applied};
    return delivered;
}

} // namespace

void TestWebhookIntake::init()
{
    m = std::make_unique<Parts>();
    m_outcomes.clear();
}

ReceivedWebhook TestWebhookIntake::webhook(const QByteArray &source, bool isSigned) const
{
    ReceivedWebhook webhook;
    webhook.delivery.source = source;
    webhook.delivery.body = body;
    webhook.inbound = {source, {}, body, m->clock.wallMs()};
    const QByteArray mac =
        QMessageAuthenticationCode::hash(body, "12345678", QCryptographicHash::Sha256).toHex();
    webhook.inbound.headers = {{"x-mac", isSigned ? mac : QByteArray(64, '0')}};
    webhook.network = "n";
    webhook.lane = "address/n";
    return webhook;
}

WebhookIntake::Outcome &TestWebhookIntake::take(const ReceivedWebhook &webhook)
{
    auto &outcome = *m_outcomes.emplace_back(std::make_unique<WebhookIntake::Outcome>(unanswered));
    m->intake().take(webhook, webhook.delivery.body,
                     [&outcome](const WebhookIntake::Outcome &answer) { outcome = answer; });
    return outcome;
}

void TestWebhookIntake::refusesAnUnknownSource()
{
    const auto refusal = m->intake().refusal(webhook("nobody"));
    QVERIFY(refusal);
    QCOMPARE(refusal->error.code, QByteArray("unknown_source"));
    QVERIFY(!m->intake().refusal(webhook("ci")));
    QVERIFY(!m->intake().refusal(webhook("open"))); // the hub has no keys
}

void TestWebhookIntake::storesInTheLaneOfItsSource_data()
{
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<QByteArray>("lane");
    QTest::addColumn<QByteArray>("verdict");
    QTest::newRow("verified") << QByteArray("ci") << true << QByteArray("source/ci")
                              << QByteArray("accepted");
    QTest::newRow("wrong signature")
        << QByteArray("ci") << false << QByteArray("address/n") << QByteArray("refused");
    QTest::newRow("without secrets")
        << QByteArray("open") << false << QByteArray("address/n") << QByteArray("accepted");
}

void TestWebhookIntake::storesInTheLaneOfItsSource()
{
    QFETCH(QByteArray, source);
    QFETCH(bool, isSigned);
    take(webhook(source, isSigned));
    QCOMPARE(m->store.delivers.size(), std::size_t(1));
    QTEST(m->store.delivers[0].lane, "lane");
    QTEST(toString(deliverOf(m->store, 0).delivery.verdict), "verdict");
    QCOMPARE(deliverOf(m->store, 0).changes.size(),
             std::size_t(source == "ci" && !isSigned ? 0 : 1));
}

void TestWebhookIntake::answersWhatBecameOfIt_data()
{
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<QByteArray>("failure");
    QTest::addColumn<QByteArray>("full");
    QTest::addColumn<QByteArray>("code");
    const QByteArray none;
    QTest::newRow("taken") << true << none << none << none;
    QTest::newRow("not stored") << true << QByteArray("store_unavailable") << none
                                << QByteArray("store_unavailable");
    QTest::newRow("no room to wait")
        << true << none << QByteArray("waiting_webhooks") << QByteArray("deliveries_full");
    QTest::newRow("wrong signature") << false << none << none << QByteArray("bad_signature");
    QTest::newRow("wrong signature, not stored")
        << false << QByteArray("store_unavailable") << none << QByteArray("bad_signature");
}

void TestWebhookIntake::answersWhatBecameOfIt()
{
    QFETCH(bool, isSigned);
    QFETCH(QByteArray, failure);
    QFETCH(QByteArray, full);
    const WebhookIntake::Outcome &outcome = take(webhook("ci", isSigned));
    QCOMPARE(outcome.error.code, QByteArray("unanswered")); // not before the commit
    Delivered delivered = applied(m->store, 0);
    delivered.full = full;
    m->store.delivers[0].answer(failure.isEmpty() ? Result(delivered) : Error{failure, {}});
    QTEST(outcome.error.code, "code");
    if (outcome.error.code.isEmpty())
        QCOMPARE(outcome.delivery.id, qint64(1));
    if (!full.isEmpty()) {
        QVERIFY(outcome.error.message.contains(QLatin1String("waiting_webhooks")));
        QVERIFY(m->hub.metrics().toPrometheus().contains(
            R"(hub_limit_reached_total{limit="waiting_webhooks"} 1)"));
    }
}

void TestWebhookIntake::keepsWrongSignaturesUntilThereAreTooMany()
{
    const int most = FailureLimiter::Limits().burst;
    for (int i = 0; i < most; ++i)
        take(webhook("ci", false));
    QCOMPARE(m->store.delivers.size(), std::size_t(most));
    const WebhookIntake::Outcome &outcome = take(webhook("ci", false));
    QCOMPARE(m->store.delivers.size(), std::size_t(most));
    QCOMPARE(outcome.error.code, QByteArray("rate_limited"));
    QCOMPARE(outcome.bucket, QByteArray("source:ci:failures"));
    QVERIFY(outcome.retryAfter >= 1s);
    // The signature of another sender of the same address is still checked, and accepted.
    QVERIFY(!m->intake().refusal(webhook("ci")));
    take(webhook("ci"));
    QCOMPARE(toString(deliverOf(m->store, std::size_t(most)).delivery.verdict),
             QByteArray("accepted"));
}

void TestWebhookIntake::countsOnlyVerifiedWebhooksOfASource()
{
    for (int i = 0; i < 5; ++i)
        take(webhook("ci", false)); // these wait for their commit, and take no place
    QCOMPARE(take(webhook("ci")).error.code, QByteArray("unanswered"));
    QCOMPARE(take(webhook("ci")).error.code, QByteArray("unanswered"));
    const WebhookIntake::Outcome &third = take(webhook("ci"));
    QCOMPARE(third.error.code, QByteArray("rate_limited"));
    QCOMPARE(third.bucket, QByteArray("source:ci:concurrent"));
}

void TestWebhookIntake::releasesItsPlaceAfterTheCommit()
{
    take(webhook("ci"));
    take(webhook("ci"));
    QCOMPARE(take(webhook("ci")).error.code, QByteArray("rate_limited"));
    m->store.delivers[0].answer(applied(m->store, 0));
    m->store.delivers[0].answer = nullptr; // a real store drops the answer, and the place with it
    QCOMPARE(take(webhook("ci")).error.code, QByteArray("unanswered"));
}

void TestWebhookIntake::keepsALimitedNumberOfTooLargeBodies()
{
    const int most = FailureLimiter::Limits().burst;
    for (int i = 0; i < most + 3; ++i)
        m->intake().keepTooLarge(webhook("ci"), 30'000'000);
    QCOMPARE(m->store.delivers.size(), std::size_t(most));
    const Delivery &kept = deliverOf(m->store, 0).delivery;
    QVERIFY(!kept.bodyKept);
    QCOMPARE(kept.size, qint64(30'000'000));
    QCOMPARE(toString(kept.verdict), QByteArray("rejected"));
    QVERIFY(m->hub.metrics().toPrometheus().contains(
        R"(hub_limit_reached_total{limit="webhook_body_bytes"} )" + QByteArray::number(most + 3)));
}

void TestWebhookIntake::replaysWhatWasVerified()
{
    take(webhook("ci"));
    Delivery kept = applied(m->store, 0).delivery;
    kept.jobId = "j";
    Result<Delivery> answer = Error{"unanswered", {}};
    DeliveryReplay(m->hub, m->sources, true)
        .replay(kept, kept.body, {"admin", {}, "user/admin"},
                [&](const Result<Delivery> &result) { answer = result; });
    const Delivery &again = deliverOf(m->store, 1).delivery;
    QCOMPARE(m->store.delivers[1].lane, QByteArray("user/admin"));
    QCOMPARE(again.replayOf, kept.id);
    QVERIFY(again.id == 0 && again.jobId.isEmpty() && again.dedupKey.text.isEmpty());
    m->store.delivers[1].answer(applied(m->store, 1));
    QVERIFY(answer);
    QCOMPARE(answer->id, qint64(2));
}

void TestWebhookIntake::replaysNothingThatStaysRefused()
{
    take(webhook("ci", false));
    const Delivery refused = deliverOf(m->store, 0).delivery;
    Delivery ofNobody = refused;
    ofNobody.source = "removed";
    Delivery tooLarge = refused;
    tooLarge.bodyKept = false;
    for (const auto &[kept, code] :
         {std::pair(refused, "not_repeatable"), std::pair(ofNobody, "unknown_source"),
          std::pair(tooLarge, "not_repeatable")}) {
        Result<Delivery> answer = Delivery();
        DeliveryReplay(m->hub, m->sources, true)
            .replay(kept, kept.body, {}, [&](const Result<Delivery> &result) { answer = result; });
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, QByteArray(code));
    }
    QCOMPARE(m->store.delivers.size(), std::size_t(1));
}

QTEST_GUILESS_MAIN(TestWebhookIntake)

#include "tst_webhookintake.moc"
