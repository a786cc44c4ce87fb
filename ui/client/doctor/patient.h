// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace ui {

/// The hub to examine and the settings of the examination.
struct Patient
{
    using Milliseconds = std::chrono::milliseconds;

    QUrl hub;
    QByteArray token; ///< Empty = none.
    /// SHA-256 fingerprint of the only certificate that is accepted; empty = those that this system
    /// trusts. The network access manager of the doctor needs the same pin.
    QByteArray pin = {};
    /// Source for the test webhook; it must accept `job_id` and `status`.
    QByteArray source = "generic";
    /// Key that signs the test webhook (Standard Webhooks); empty = unsigned.
    QByteArray signingKey;

    Milliseconds deadline{8'000}; ///< Limit for each request and connection.
    /// An event that is not here after this time counts as held back.
    Milliseconds patience{3'000};
    Milliseconds late{1'000}; ///< An event that takes longer than this is late.
    std::chrono::seconds heartbeat{5}; ///< Requested interval; the shortest that a hub grants.
    int heartbeats = 2; ///< Number of heartbeats to wait for.
};

} // namespace ui
