// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QRandomGenerator>
#include <QString>

#include <chrono>
#include <initializer_list>

namespace sim {

/// Random draws for one job. Each job has its own generator, so that its script does not depend on
/// other jobs.
class Chance
{
public:
    Chance(quint32 seed, quint32 job);

    /// Returns true in `percent` of 100 cases.
    bool in(int percent);
    /// A number from `least` to `most`, both included.
    int between(int least, int most);
    /// A time from `least` to `most`, both included.
    std::chrono::milliseconds wait(std::chrono::milliseconds least, std::chrono::milliseconds most);
    /// A text of `digits` hexadecimal digits, at most 16.
    QString hex(int digits);
    QString pick(std::initializer_list<const char *> words);

private:
    QRandomGenerator m_random;
};

} // namespace sim
