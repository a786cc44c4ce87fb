// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>

namespace hub {

struct Request;

/// Selects the limit of HttpLimits for the length of a body.
enum class BodyKind {
    Usual,
    Batch, ///< The body of `/api/v1/events:batch`.
    Webhook,
};

/// Whether the sender was authenticated before the body is read. Selects the budget of the body.
enum class BodySender { Known, Unknown };

/// How the body of a request is read.
struct BodyTerms
{
    BodyKind kind = BodyKind::Usual;
    BodySender sender = BodySender::Known;
    bool decoded = true; ///< Removes the content coding; if false, the handler gets the coded body.
    /// Called when the body is refused as too large, before the answer. `bytes` is its length as
    /// far as known, at least 1. May be empty.
    std::function<void(const Request &, qint64 bytes)> tooLarge{};
};

} // namespace hub
