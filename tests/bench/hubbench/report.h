// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/scenarios.h"

#include <QString>

namespace bench {

/// An outcome with its scenario and the name of the server.
struct Reported
{
    const Scenario *scenario = nullptr;
    QString server;
    Outcome outcome;
};

/// One line of text.
QString toText(const Reported &reported);
/// The figures of one server divided by those of another in the same scenario.
QString ratioText(const Reported &reported, const Reported &other);
/// All outcomes and a description of the machine, as JSON.
QByteArray toJson(const std::vector<Reported> &all);

/// `Intel … × 2, Debian GNU/Linux 12 (bookworm), Qt 6.4.2`
QString machine();

} // namespace bench
