// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/sim/chance.h"

namespace sim {

namespace {

QRandomGenerator generatorOf(quint32 seed, quint32 job)
{
    const quint32 words[] = {seed, job};
    return QRandomGenerator(words);
}

} // namespace

Chance::Chance(quint32 seed, quint32 job) : m_random(generatorOf(seed, job)) { }

bool Chance::in(int percent)
{
    return m_random.bounded(100) < percent;
}

int Chance::between(int least, int most)
{
    return m_random.bounded(least, most + 1);
}

std::chrono::milliseconds Chance::wait(std::chrono::milliseconds least,
                                       std::chrono::milliseconds most)
{
    return std::chrono::milliseconds{
        between(static_cast<int>(least.count()), static_cast<int>(most.count()))};
}

QString Chance::hex(int digits)
{
    return QStringLiteral("%1").arg(m_random.generate64(), 16, 16, QLatin1Char('0')).left(digits);
}

QString Chance::pick(std::initializer_list<const char *> words)
{
    return QString::fromLatin1(words.begin()[between(0, static_cast<int>(words.size()) - 1)]);
}

} // namespace sim
