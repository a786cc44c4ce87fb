// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <memory>

namespace model {

/// A hub with small limits: its ring holds a few events, its history some more. Subscribers soon
/// depend on replay and meet gaps.
class ModelHub
{
public:
    static constexpr int ringEvents = 24;
    static constexpr int historyEvents = 150;
    static constexpr int historyPerJob = 3;

    virtual ~ModelHub() = default;

    /// Starts on the same data as before.
    virtual QUrl start() = 0;
    /// Ends at once, without closing streams and in the middle of any work.
    virtual void kill() = 0;
    /// Shuts down in order.
    virtual void stop() = 0;
    /// Shifts the wall clock, where the kind of hub permits it.
    virtual void moveClock(qint64 ms) = 0;
};

/// A hub in this process.
std::unique_ptr<ModelHub> makeLibraryHub();
/// `heliographd` as a process; kill() sends SIGKILL.
std::unique_ptr<ModelHub> makeDaemonHub();

} // namespace model
