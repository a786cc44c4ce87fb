// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"

namespace test {

/// Fills the session with half an hour of a hub's events, as the client layer delivers them: jobs
/// of every kind and status, a lost connection with a gap, connections. The result depends only on
/// the clock.
void fillDemo(ui::Session &session, const hub::Clock &clock);

/// A finished image job whose two result images are PNGs in data URLs.
hub::Job imageJob(qint64 nowMs);

/// Selects the image job and shows its timeline.
void showImageJob(ui::JobDetail &detail, qint64 nowMs);

} // namespace test
