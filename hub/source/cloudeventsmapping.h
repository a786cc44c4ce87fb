// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/genericmapping.h"
#include "hub/source/mapping.h"

namespace hub {

/// CloudEvents 1.0 over HTTP in three modes: binary (`ce-*` headers), structured
/// (`application/cloudevents+json`) and batched (`application/cloudevents-batch+json`). A JSON body
/// with `specversion` is structured, and a JSON array is a batch, whatever the media type says. The
/// pointers of the map look into the event in its JSON format: `/id`, `/type`, `/subject`,
/// `/data/…`.
class CloudEventsMapping final : public Mapping
{
public:
    static constexpr int maxBatch = 1000; ///< Events.

    explicit CloudEventsMapping(GenericMap map);

    Result<Mapped> map(const Inbound &inbound) const override;

private:
    Result<PointerMapped> mapEvent(const QByteArray &event) const;
    Result<Mapped> mapEvents(const QList<QByteArray> &events) const;

    const GenericMap m_map;
};

} // namespace hub
