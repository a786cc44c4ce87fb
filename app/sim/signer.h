// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/script.h"

#include <QByteArray>
#include <QHash>
#include <QNetworkRequest>

namespace sim {

/// Signs the webhooks of the producers: those of `runpod-completion` by the query of the callback
/// URL, all others by a bearer token.
class Signer
{
public:
    /// The secrets, by the name of the source. A source without a secret is not signed.
    using Secrets = QHash<QString, QByteArray>;

    Signer() = default;
    explicit Signer(Secrets secrets) : m_secrets(std::move(secrets)) { }

    /// Returns whether the step is a webhook of a source with a secret.
    bool signsFor(const Step &step) const;
    /// Adds the signature to the request of a step. A forged step gets a wrong one. Changes nothing
    /// without a secret.
    void sign(QNetworkRequest &request, const Step &step, const QString &job) const;

private:
    Secrets m_secrets;
};

} // namespace sim
