// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// The decision of the hub about a webhook: it takes the content or not.
enum class DeliveryVerdict {
    Accepted, ///< It was read, and its sender was verified where the source has secrets.
    Rejected, ///< It cannot be read, or is too large.
    Refused, ///< It is not signed by its sender.
};

/// Returns the word for the verdict in the database and in answers.
QByteArray toString(DeliveryVerdict verdict);
/// Returns the verdict with this word, or nothing when there is none.
std::optional<DeliveryVerdict> parseDeliveryVerdict(QByteArrayView word);

} // namespace hub
