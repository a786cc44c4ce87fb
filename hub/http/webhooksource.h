// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/http/ingestgate.h"
#include "hub/source/source.h"
#include "hub/source/verifier.h"

#include <map>

namespace hub {

/// One source of webhooks: who may send, how fast, and what it means.
struct WebhookSource
{
    QByteArray scheme;
    std::unique_ptr<Source> mapping;
    std::unique_ptr<Verifier> verifier; ///< Null: everybody may send.
    std::shared_ptr<IngestGate> gate;
    IngestLimits limits;
};

/// By the last segment of the webhook path.
using WebhookSources = std::map<QByteArray, WebhookSource>;

} // namespace hub
