// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/core/delivery.h"

#include <QTest>

using namespace hub;
using Kind = DeliveryEffect::Kind;

/// The words of deliveries. They are in databases and in answers, so they must not change.
class TestDeliveryEffect : public QObject
{
    Q_OBJECT

private slots:
    void hasItsText_data();
    void hasItsText();
    void readsNoUnknownText();
    void verdictsHaveWords_data();
    void verdictsHaveWords();
};

Q_DECLARE_METATYPE(hub::DeliveryEffect)
Q_DECLARE_METATYPE(hub::DeliveryVerdict)

void TestDeliveryEffect::hasItsText_data()
{
    QTest::addColumn<DeliveryEffect>("effect");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("kind");
    const auto row = [](const DeliveryEffect &effect, const char *text, const char *kind) {
        QTest::newRow(text) << effect << QByteArray(text) << QByteArray(kind);
    };
    row({}, "none", "none");
    row({Kind::Applied}, "applied", "applied");
    row({Kind::Duplicate}, "duplicate", "duplicate");
    row({Kind::Unmatched}, "unmatched", "unmatched");
    row({Kind::Ignored, "late"}, "ignored: late", "ignored");
    row({Kind::Ignored, "unknown status: x"}, "ignored: unknown status: x", "ignored");
    row({Kind::Ignored, {}}, "ignored: ", "ignored");
}

void TestDeliveryEffect::hasItsText()
{
    QFETCH(DeliveryEffect, effect);
    QFETCH(QByteArray, text);
    QCOMPARE(toString(effect), text);
    QVERIFY(parseDeliveryEffect(text) == effect);
    QTEST(toString(effect.kind), "kind");
}

void TestDeliveryEffect::readsNoUnknownText()
{
    for (const char *text : {"", "Applied", "applied ", "other"})
        QVERIFY2(parseDeliveryEffect(text) == DeliveryEffect(), text);
}

void TestDeliveryEffect::verdictsHaveWords_data()
{
    QTest::addColumn<DeliveryVerdict>("verdict");
    QTest::newRow("accepted") << DeliveryVerdict::Accepted;
    QTest::newRow("rejected") << DeliveryVerdict::Rejected;
    QTest::newRow("refused") << DeliveryVerdict::Refused;
}

void TestDeliveryEffect::verdictsHaveWords()
{
    QFETCH(DeliveryVerdict, verdict);
    const QByteArray word = QTest::currentDataTag();
    QCOMPARE(toString(verdict), word);
    QVERIFY(parseDeliveryVerdict(word) == verdict);
    QVERIFY(!parseDeliveryVerdict(word + "x"));
}

QTEST_GUILESS_MAIN(TestDeliveryEffect)
#include "tst_deliveryeffect.moc"
