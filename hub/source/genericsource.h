// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/source.h"

namespace hub {

/// What the pointers of a map find in a document; nothing when its status is to be ignored. Errors
/// are `bad_json` and `bad_field`.
Result<std::optional<JobChange>> mapByPointers(const GenericMap &map, const QByteArray &document);

/// Any JSON webhook, read by the pointers of its map.
class GenericSource final : public Source
{
public:
    explicit GenericSource(GenericMap map);

    Result<Mapped> map(const Inbound &inbound) const override;

private:
    GenericMap m_map;
};

} // namespace hub
