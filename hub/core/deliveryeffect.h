// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// The effect of a delivery on jobs.
struct DeliveryEffect
{
    enum class Kind {
        None, ///< It had no change for a job.
        Applied, ///< A change was applied to its job.
        Duplicate, ///< It repeats an earlier delivery, or says what its job already shows.
        Unmatched, ///< A change waits, because its job is not known yet.
        Ignored, ///< It was read and changed nothing; see `reason`.
    };

    Kind kind = Kind::None;
    QByteArray reason{}; ///< Only with Ignored: why. A word, or a text for people.

    bool operator==(const DeliveryEffect &) const = default;
};

/// Returns the word for the kind in metrics: `none`, `applied`, `duplicate`, `unmatched`,
/// `ignored`.
QByteArray toString(DeliveryEffect::Kind kind);
/// Returns the text for the effect in the database and in answers: the word for its kind, or
/// `ignored: <reason>`.
QByteArray toString(const DeliveryEffect &effect);
/// Returns the effect with this text. An unknown text gives None.
DeliveryEffect parseDeliveryEffect(QByteArrayView text);

} // namespace hub
