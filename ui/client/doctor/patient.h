// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QUrl>

#include <chrono>

namespace ui {

/// Whom the doctor looks at, and with what.
struct Patient
{
    using Milliseconds = std::chrono::milliseconds;

    QUrl hub;
    QByteArray token; ///< Empty = none.
    QByteArray source = "generic"; ///< Of the test webhook: takes `job_id` and `status`.
    QByteArray signingKey; ///< What it is signed with, as Standard Webhooks do; empty = not at all.

    Milliseconds deadline{8'000}; ///< Of each call and connection.
    Milliseconds patience{3'000}; ///< After which what was sent counts as held back.
    Milliseconds late{1'000}; ///< An event that takes longer on its way is late.
    std::chrono::seconds heartbeat{5}; ///< Asked for; the shortest that hubs grant.
    int heartbeats = 2; ///< That are waited for.
};

} // namespace ui
