// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>

#include <chrono>
#include <initializer_list>

namespace sim {

/// Draws for one job; its own generator, so that no job's story depends on another's.
class Chance
{
public:
    Chance(quint32 seed, quint32 job);

    /// True in `percent` of cases.
    bool in(int percent);
    /// From `least` to `most`, both included.
    int between(int least, int most);
    std::chrono::milliseconds wait(int leastMs, int mostMs);
    /// `digits` hexadecimal ones.
    QString hex(int digits);
    QString pick(std::initializer_list<const char *> words);

private:
    QRandomGenerator m_random;
};

} // namespace sim
