// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QUrl>

#include <memory>

namespace model {

/// A hub with little room: its ring holds a few events, its history some more, so that every
/// subscriber soon depends on replay and on gaps.
class ModelHub
{
public:
    static constexpr int ringEvents = 24;
    static constexpr int historyEvents = 150;
    static constexpr int historyPerJob = 3;

    virtual ~ModelHub() = default;

    /// On the same data as before.
    virtual QUrl start() = 0;
    /// Without a word to anybody, whatever it is doing.
    virtual void kill() = 0;
    /// In good order.
    virtual void stop() = 0;
    /// The wall clock jumps, where that can be arranged.
    virtual void moveClock(qint64 ms) = 0;
};

/// The library in this process.
std::unique_ptr<ModelHub> makeLibraryHub();
/// `heliographd` as a process; kill() is SIGKILL.
std::unique_ptr<ModelHub> makeDaemonHub();

} // namespace model
