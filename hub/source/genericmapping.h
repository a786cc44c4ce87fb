// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/mapping.h"

namespace hub {

/// The values that the pointers of a map found in a document.
struct PointerMapped
{
    std::optional<JobChange> change; ///< None when the status is ignored.
    QStringList notes; ///< Details that could not be read and were dropped.
};

/// Reads a document with the pointers of a map. Errors: `bad_json`, `bad_field`, `unknown_word`.
Result<PointerMapped> mapByPointers(const GenericMap &map, const QByteArray &document);

/// Any JSON webhook, read with the pointers of a map.
class GenericMapping final : public Mapping
{
public:
    explicit GenericMapping(GenericMap map);

    Result<Mapped> map(const Inbound &inbound) const override;

private:
    GenericMap m_map;
};

} // namespace hub
