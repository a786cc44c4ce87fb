// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/deliverywords.h"

#include "ui/models/formats.h"
#include "ui/models/jobwords.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace ui {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(ui::DeliveryWords)
};

constexpr qsizetype mostHints = 10;
constexpr qsizetype mostHint = 500; ///< Characters of one text of the hub.

QString text(const QJsonObject &object, const char *name)
{
    return oneLine(object.value(QLatin1String(name)).toString(), mostHint);
}

qint64 number(const QJsonObject &object, const char *name)
{
    return object.value(QLatin1String(name)).toInteger();
}

/// Ends a text of the hub like a sentence.
QString sentence(const QString &given)
{
    const bool ends = given.endsWith(QLatin1Char('.')) || given.isEmpty();
    return ends ? given : given + QLatin1Char('.');
}

/// Says how far the sender's clock was off; empty if the scheme signs no time.
QString clockText(const QJsonObject &check)
{
    const QJsonValue skew = check.value(QLatin1String("clock_skew_s"));
    if (!skew.isDouble())
        return {};
    const qint64 seconds = skew.toInteger();
    const QString span = formatDuration(std::chrono::seconds(qAbs(seconds)));
    if (seconds == 0)
        return Texts::tr("The sender's clock agreed with the hub's.");
    return seconds > 0 ? Texts::tr("The sender's clock was %1 ahead of the hub's.").arg(span)
                       : Texts::tr("The sender's clock was %1 behind the hub's.").arg(span);
}

QString refusalText(const DeliveryInfo &delivery, const QJsonObject &check)
{
    const QString code = text(check, "code");
    const QString scheme = text(check, "scheme");
    if (code == QLatin1String("missing_signature"))
        return Texts::tr("Refused: the webhook has no signature, and the scheme %1 wants one.")
            .arg(scheme);
    if (code == QLatin1String("malformed_signature"))
        return Texts::tr("Refused: the signature does not have the form of the scheme %1.")
            .arg(scheme);
    if (code == QLatin1String("stale_timestamp"))
        return Texts::tr("Refused: the signature is right, but its time is too far from the "
                         "hub's clock.");
    const auto secrets = static_cast<int>(number(check, "secrets"));
    if (code == QLatin1String("bad_signature"))
        return secrets == 1
                   ? Texts::tr("Refused: the signature does not fit the secret of the source.")
                   : Texts::tr("Refused: the signature fits none of the %Ln secrets of the source.",
                               nullptr, secrets);
    return Texts::tr("Refused: %1").arg(sentence(oneLine(delivery.reason, mostHint)));
}

QString verdictText(const DeliveryInfo &delivery, const QJsonObject &check)
{
    switch (delivery.verdict) {
    case DeliveryVerdict::Refused: return refusalText(delivery, check);
    case DeliveryVerdict::Rejected:
        return delivery.bodyKept
                   ? Texts::tr("Rejected: the source cannot read the webhook: %1")
                         .arg(sentence(oneLine(delivery.reason, mostHint)))
                   : Texts::tr("Rejected: the body of %1 is larger than the hub accepts. It was "
                               "not kept.")
                         .arg(formatBytes(delivery.size));
    case DeliveryVerdict::Accepted: break;
    case DeliveryVerdict::Unknown: return Texts::tr("The hub's verdict is not known.");
    }
    if (check.isEmpty())
        return Texts::tr("Accepted without a check: the source has no secrets.");
    const qint64 secrets = number(check, "secrets");
    if (secrets <= 1)
        return Texts::tr("Accepted: the signature is right.");
    return Texts::tr("Accepted: the signature fits secret %1 of %2.")
        .arg(number(check, "secret"))
        .arg(secrets);
}

QString effectText(const DeliveryInfo &delivery)
{
    const QString reason = oneLine(delivery.reason, mostHint);
    switch (outcomeOf(delivery)) {
    case DeliveryOutcome::Accepted:
        return Texts::tr("It changed the job %1.").arg(displayText(delivery.jobId));
    case DeliveryOutcome::NoEffect: return Texts::tr("It is about nothing that the hub shows.");
    case DeliveryOutcome::Duplicate:
        return Texts::tr("It repeats an earlier webhook, or says what its job already shows. It "
                         "changed nothing.");
    case DeliveryOutcome::Waiting:
        return Texts::tr("No job is known for it yet. It waits seven days for its job.");
    case DeliveryOutcome::Ignored:
        return Texts::tr("It was read and changed nothing: %1").arg(sentence(reason));
    default: return {};
    }
}

/// Says what the same check finds with the secrets of now, where that differs.
QString nowText(const QJsonObject &then, const QJsonObject &now)
{
    const bool wasAccepted = then.value(QLatin1String("accepted")).toBool();
    const bool isAccepted = now.value(QLatin1String("accepted")).toBool();
    if (now.isEmpty() || then.isEmpty() || wasAccepted == isAccepted)
        return {};
    return isAccepted ? Texts::tr("With the current secrets it would be accepted.")
                      : Texts::tr("With the current secrets it would be refused: %1")
                            .arg(sentence(text(now, "reason")));
}

} // namespace

DeliveryOutcome outcomeOf(const DeliveryInfo &delivery)
{
    if (delivery.verdict == DeliveryVerdict::Rejected)
        return DeliveryOutcome::Rejected;
    if (delivery.verdict == DeliveryVerdict::Refused)
        return DeliveryOutcome::Refused;
    if (delivery.verdict == DeliveryVerdict::Unknown)
        return DeliveryOutcome::Unknown;
    switch (delivery.effect) {
    case DeliveryEffect::Applied: return DeliveryOutcome::Accepted;
    case DeliveryEffect::None: return DeliveryOutcome::NoEffect;
    case DeliveryEffect::Duplicate: return DeliveryOutcome::Duplicate;
    case DeliveryEffect::Unmatched: return DeliveryOutcome::Waiting;
    case DeliveryEffect::Ignored: return DeliveryOutcome::Ignored;
    case DeliveryEffect::Unknown: break;
    }
    return DeliveryOutcome::Unknown;
}

QString word(DeliveryOutcome outcome)
{
    switch (outcome) {
    case DeliveryOutcome::Accepted: return Texts::tr("Accepted");
    case DeliveryOutcome::NoEffect: return Texts::tr("No effect");
    case DeliveryOutcome::Duplicate: return Texts::tr("Duplicate");
    case DeliveryOutcome::Waiting: return Texts::tr("Waiting");
    case DeliveryOutcome::Ignored: return Texts::tr("Ignored");
    case DeliveryOutcome::Rejected: return Texts::tr("Rejected");
    case DeliveryOutcome::Refused: return Texts::tr("Refused");
    case DeliveryOutcome::Unknown: break;
    }
    return Texts::tr("Unknown");
}

QString iconName(DeliveryOutcome outcome)
{
    switch (outcome) {
    case DeliveryOutcome::Accepted: return QStringLiteral("state/completed");
    case DeliveryOutcome::NoEffect: return QStringLiteral("delivery/none");
    case DeliveryOutcome::Duplicate: return QStringLiteral("action/copy");
    case DeliveryOutcome::Waiting: return QStringLiteral("state/queued");
    case DeliveryOutcome::Ignored: return QStringLiteral("delivery/ignored");
    case DeliveryOutcome::Rejected: return QStringLiteral("state/failed");
    case DeliveryOutcome::Refused: return QStringLiteral("delivery/refused");
    case DeliveryOutcome::Unknown: break;
    }
    return QStringLiteral("action/info");
}

bool isBad(DeliveryOutcome outcome)
{
    return outcome == DeliveryOutcome::Rejected || outcome == DeliveryOutcome::Refused;
}

QString statusText(const DeliveryInfo &delivery)
{
    const int status = answeredStatus(delivery);
    if (status == 400)
        return QStringLiteral("4xx"); // the hub does not tell which
    return status == 0 ? QStringLiteral("–") : QString::number(status);
}

QStringList explained(const DeliveryInfo &delivery, const QJsonObject &verdict)
{
    const QJsonObject then = verdict.value(QLatin1String("then")).toObject();
    const QJsonObject now = verdict.value(QLatin1String("now")).toObject();
    QStringList sentences{verdictText(delivery, then), effectText(delivery), clockText(then)};
    const QJsonValue differs = then.value(QLatin1String("first_difference"));
    if (delivery.verdict == DeliveryVerdict::Refused && differs.isDouble() && differs.toInt() > 0)
        sentences << Texts::tr("The signature is wrong from byte %1 on.").arg(differs.toInteger());
    sentences << nowText(then, now);
    const QJsonArray hints = now.value(QLatin1String("hints")).toArray();
    for (qsizetype i = 0; i < qMin(hints.size(), mostHints); ++i)
        sentences << sentence(oneLine(hints.at(i).toString(), mostHint));
    if (delivery.verdict == DeliveryVerdict::Accepted && delivery.effect != DeliveryEffect::Ignored
        && !delivery.reason.isEmpty()) {
        sentences
            << Texts::tr("The hub noted: %1").arg(sentence(oneLine(delivery.reason, mostHint)));
    }
    if (delivery.replayOf != 0)
        sentences << Texts::tr("It is a replay of delivery %1.").arg(delivery.replayOf);
    sentences.removeAll(QString());
    return sentences;
}

QString replayedText(qint64 id, const QJsonObject &answer)
{
    DeliveryInfo again = deliveryOf(answer);
    again.verdict = DeliveryVerdict::Accepted;
    return Texts::tr("Delivery %1 was taken in again as delivery %2. %3")
        .arg(id)
        .arg(number(answer, "delivery_id"))
        .arg(effectText(again));
}

} // namespace ui
