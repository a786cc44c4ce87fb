// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <functional>

namespace hub {

struct Request;

/// Which of the limits of HttpLimits holds for a body.
enum class BodyKind {
    Usual,
    Batch, ///< Of `/api/v1/events:batch`.
    Webhook,
};

/// Whether the caller has shown who they are before the body is read.
enum class BodySender { Known, Unknown };

/// On which terms the body of a request is read.
struct BodyTerms
{
    BodyKind kind = BodyKind::Usual;
    BodySender sender = BodySender::Known;
    bool decoded = true; ///< Content codings are taken off; else the handler does so.
    /// Told when the body is refused because it is too large, with its length as far as it is
    /// known. May be empty.
    std::function<void(const Request &, qint64 bytes)> tooLarge{};
};

} // namespace hub
