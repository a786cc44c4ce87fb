// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/deliveryinfo.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace ui {

/// The verdict and the effect of a webhook as one word for people.
enum class DeliveryOutcome {
    Accepted, ///< Its change was applied to a job.
    NoEffect, ///< It was accepted and is about nothing that the hub shows.
    Duplicate,
    Waiting, ///< Its job is not known yet.
    Ignored,
    Rejected,
    Refused,
    Unknown, ///< A newer hub has another word.
};

DeliveryOutcome outcomeOf(const DeliveryInfo &delivery);
/// Returns the word for the outcome: "Accepted", "Waiting", …
QString word(DeliveryOutcome outcome);
/// Returns the name of the icon of an outcome. Each outcome has its own shape.
QString iconName(DeliveryOutcome outcome);
/// Returns whether the sender got an error.
bool isBad(DeliveryOutcome outcome);

/// Returns the status of answeredStatus() as text: `200`, `401`, `4xx` for one of several, or `–`.
QString statusText(const DeliveryInfo &delivery);

/// Explains in sentences what the hub decided about a webhook and why, the most important one
/// first. `verdict` is the answer of `GET /api/v1/deliveries/{id}/verdict`; it may be empty.
QStringList explained(const DeliveryInfo &delivery, const QJsonObject &verdict);

/// Returns the sentence for the answer to a replay of the delivery `id`.
QString replayedText(qint64 id, const QJsonObject &answer);

} // namespace ui
