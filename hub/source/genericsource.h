// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/source.h"

namespace hub {

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
