// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace hub {

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
};

} // namespace hub
