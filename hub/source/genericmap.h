// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/source/jsonpointer.h"
#include "hub/wire/event.h"

#include <QHash>
#include <QMap>
#include <QString>

namespace hub {

/// Where a `generic` source finds its fields: the `[sources.map]` table of the configuration.
struct GenericMap
{
    std::optional<JsonPointer> job; ///< Our job id. An unknown job is created.
    std::optional<JsonPointer> externalId; ///< The provider's id. At least one of the two is set.
    std::optional<JsonPointer> owner;
    std::optional<JsonPointer> attempt; ///< A number; a higher one starts a new attempt.
    std::optional<JsonPointer> kind;
    std::optional<JsonPointer> status;
    std::optional<JsonPointer> progress;
    std::optional<JsonPointer> message;
    std::optional<JsonPointer> result;
    std::optional<JsonPointer> error;
    std::optional<JsonPointer> images;
    /// The provider's status words. Our own words need no entry. A word that maps to nothing is
    /// accepted and has no effect.
    QHash<QString, std::optional<EventType>> statuses;
    /// The type for every other word. Without it, a webhook with an unknown word is rejected.
    std::optional<std::optional<EventType>> otherStatus;

    /// Reads the texts of the configuration. `pointers` maps `job external_id owner attempt kind
    /// status progress message result error images` to JSON pointers. `statuses` maps the
    /// provider's words to ours or to `ignored`; `*` stands for every other word. The error
    /// (`bad_map`) names the key.
    static Result<GenericMap> parse(const QMap<QString, QString> &pointers,
                                    const QMap<QString, QString> &statuses);
};

} // namespace hub
