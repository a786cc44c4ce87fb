// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/bench/hubbench/outcome.h"

#include <QString>

namespace bench {

/// An outcome with the name of its scenario.
struct Reported
{
    QString name;
    Outcome outcome;
};

/// One line for people.
QString toText(const Reported &reported);
/// All of them with the machine they were measured on.
QByteArray toJson(const std::vector<Reported> &all);

/// `Intel … × 2, Debian GNU/Linux 12 (bookworm), Qt 6.4.2`
QString machine();

} // namespace bench
