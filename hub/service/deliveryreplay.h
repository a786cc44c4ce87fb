// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/deliver.h"
#include "hub/service/actor.h"
#include "hub/service/webhooksource.h"

#include <functional>

namespace hub {

class Hub;

/// Applies a stored delivery again, as a new delivery that names the first. Hub thread only.
class DeliveryReplay
{
public:
    using Answer = std::function<void(const Result<Delivery> &)>;

    /// The parts are not owned. They outlive this object, and the hub outlives every answer.
    /// `isKeyless` says that the hub has no keys, so that sources may change every job.
    DeliveryReplay(Hub &hub, const WebhookSources &sources, bool isKeyless)
        : m_hub(hub)
        , m_sources(sources)
        , m_isKeyless(isKeyless)
    { }

    /// Replays `kept` for `actor`, records that, and calls `answer` with the new delivery after its
    /// commit. `plain` is the body without content coding, or the error of decoding it. Errors:
    /// `unknown_source`, `not_repeatable`, `deliveries_full`, and those of the source and the
    /// store.
    void replay(const Delivery &kept, const Result<QByteArray> &plain, const Actor &actor,
                Answer answer);

private:
    Result<Deliver> prepare(const Delivery &kept, const Result<QByteArray> &plain) const;

    Hub &m_hub;
    const WebhookSources &m_sources;
    const bool m_isKeyless;
};

} // namespace hub
