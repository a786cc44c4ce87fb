// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/script.h"
#include "app/sim/signer.h"

#include <QNetworkAccessManager>
#include <QObject>
#include <QUrl>

#include <functional>

namespace sim {

/// A producer's HTTP calls to the hub.
class HubLink : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(HubLink)

public:
    /// Receives the HTTP status of the answer; 0 when there was no answer.
    using Answer = std::function<void(int status)>;

    explicit HubLink(const QUrl &hub, QObject *parent = nullptr);

    /// Sets how webhooks are signed from now on. Without it none is.
    void setSigner(const Signer &signer) { m_signer = signer; }
    /// Returns whether webhooks of the source of this step are signed.
    bool signsFor(const Step &step) const { return m_signer.signsFor(step); }

    /// Makes one call for the job with this id. `answer` is not called once `context` is destroyed.
    void post(const Step &step, const QString &job, QObject *context, Answer answer);

    /// Asks `/readyz` until it answers 200, then emits ready().
    void waitUntilReady();

signals:
    void ready();

private:
    QUrl urlOf(const QString &path) const;

    QNetworkAccessManager m_network;
    QUrl m_hub;
    Signer m_signer;
};

} // namespace sim
