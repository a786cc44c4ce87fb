// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/clock.h"
#include "ui/models/jobdetail.h"
#include "ui/models/session.h"

namespace test {

/// Half an hour in the life of a hub, as the client layer would deliver it: jobs of every kind and
/// state, a lost connection with a gap, connections. Always the same for the same clock.
void fillDemo(ui::Session &session, const hub::Clock &clock);

/// A finished image job whose two result images are PNGs in data URLs.
hub::Job imageJob(qint64 nowMs);

/// Selects that job, with its timeline.
void showImageJob(ui::JobDetail &detail, qint64 nowMs);

} // namespace test
