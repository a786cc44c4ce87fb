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

/// Where a `generic` source finds what it needs: the `[sources.map]` table of the configuration.
struct GenericMap
{
    std::optional<JsonPointer> job; ///< Our id of the job; unknown jobs are created.
    std::optional<JsonPointer> externalId; ///< The provider's; one of the two must be there.
    std::optional<JsonPointer> owner;
    std::optional<JsonPointer> attempt; ///< A number; a higher one starts a new attempt.
    std::optional<JsonPointer> kind;
    std::optional<JsonPointer> status;
    std::optional<JsonPointer> progress;
    std::optional<JsonPointer> message;
    std::optional<JsonPointer> result;
    std::optional<JsonPointer> error;
    std::optional<JsonPointer> images;
    /// The provider's words; ours need no entry. Nothing: such a webhook is taken without effect.
    QHash<QString, std::optional<EventType>> statuses;
    /// For every word that is neither ours nor there; without it such a webhook is rejected.
    std::optional<std::optional<EventType>> otherStatus;

    /// From the texts of the configuration: `job external_id owner attempt kind status progress
    /// message result error images` to pointers, and the provider's words to ours or to `ignored`;
    /// `*` is every other word. The error (`bad_map`) names the key.
    static Result<GenericMap> parse(const QMap<QString, QString> &pointers,
                                    const QMap<QString, QString> &statuses);
};

} // namespace hub
