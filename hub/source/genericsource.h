// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/source.h"

namespace hub {

/// What the pointers of a map find in a document.
struct PointerMapped
{
    std::optional<JobChange> change; ///< None when its status is to be ignored.
    QStringList notes; ///< Details that could not be read and were left out.
};

/// Errors are `bad_json`, `bad_field` and `unknown_word`.
Result<PointerMapped> mapByPointers(const GenericMap &map, const QByteArray &document);

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
