// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/source/genericmap.h"
#include "hub/source/mapping.h"
#include "hub/source/verification.h"

#include <QMap>
#include <QString>
#include <QStringList>

#include <memory>

namespace hub {

/// Names of values and where a webhook has them: the `[sources.map]` table of the configuration.
using Pointers = QMap<QString, QString>;

/// One way in which providers send webhooks: how the sender is verified, and what the webhooks
/// mean. To add a provider, write a Mapping and a Verifier, unless existing ones fit, with tests in
/// tests/unit/source, and name the files in CMakeLists.txt. Add a row to the table in scheme.cpp,
/// to resources/docs/webhooks.md#receive-a-webhook, to the key `sources.scheme` of
/// resources/docs/configuration.md#keys-of-sources and to `scheme` in resources/openapi.yaml.
struct Scheme
{
    QLatin1String name; ///< `scheme` of `[[sources]]`.

    /// Makes the verifier for at least one secret. The error `bad_secret` names a secret by number.
    Result<std::unique_ptr<Verifier>> (*makeVerifier)(const Verification &verification);

    /// Makes the mapping. Schemes without default pointers ignore the map.
    std::unique_ptr<Mapping> (*makeMapping)(GenericMap map);

    /// Returns the default of `[sources.map]`. Null: the scheme has a mapping of its own, and the
    /// configuration must not have a map.
    Pointers (*defaultPointers)() = nullptr;

    /// The configuration may name the header and the format of the signature.
    bool takesFormat = false;
    /// The source makes the ids of its jobs, which begin with its own name and a dot.
    bool namesJobs = false;
    /// The provider signs nothing: the hub gives it a callback URL for each job.
    bool needsCallback = false;
    /// Senders ask for permission first: `OPTIONS` of CloudEvents' HTTP 1.1 Web Hooks, section 4.
    bool asksFirst = false;
};

/// Returns the scheme of this name, or null.
const Scheme *findScheme(QAnyStringView name);

/// Returns the names of all schemes.
QStringList schemeNames();

} // namespace hub
