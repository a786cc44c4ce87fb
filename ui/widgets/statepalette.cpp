// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/statepalette.h"

#include <QPalette>

#include <algorithm>
#include <cmath>

namespace ui {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
           + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [dark, light] = std::minmax({luminance(a), luminance(b)});
    return (light + 0.05) / (dark + 0.05);
}

QColor mixed(const QColor &a, const QColor &b, double share)
{
    const auto mix = [share](int from, int to) {
        return static_cast<int>(std::lround(from + (to - from) * share));
    };
    return QColor(mix(a.red(), b.red()), mix(a.green(), b.green()), mix(a.blue(), b.blue()));
}

StatePalette StatePalette::of(const QPalette &palette)
{
    return StatePalette(luminance(palette.color(QPalette::Base)) < 0.2);
}

QColor StatePalette::color(JobStatus status) const
{
    switch (status) {
    case JobStatus::Queued: return quiet();
    case JobStatus::Processing: return m_dark ? QColor(0x56b4e9) : QColor(0x0a64ad);
    case JobStatus::Completed: return m_dark ? QColor(0x3cc79c) : QColor(0x00704e);
    case JobStatus::Failed: return failure();
    case JobStatus::Cancelled: return quiet();
    case JobStatus::TimedOut: return warning();
    case JobStatus::Lost: return m_dark ? QColor(0xdd98bf) : QColor(0x8d3d73);
    }
    return quiet();
}

QColor StatePalette::color(EventType type) const
{
    const auto status = statusOf(type);
    return status ? color(*status) : QColor();
}

QColor StatePalette::color(LinkState state) const
{
    switch (state) {
    case LinkState::Live: return color(JobStatus::Completed);
    case LinkState::Connecting: return color(JobStatus::Processing);
    case LinkState::Silent:
    case LinkState::Draining:
    case LinkState::Reconnecting:
    case LinkState::Polling:
    case LinkState::Offline: return warning();
    case LinkState::AuthFailed:
    case LinkState::WrongAddress:
    case LinkState::StoppedByHub: return failure();
    case LinkState::Stopped: break;
    }
    return quiet();
}

QColor StatePalette::warning() const
{
    return m_dark ? QColor(0xe69f00) : QColor(0x8a5600);
}

QColor StatePalette::failure() const
{
    return m_dark ? QColor(0xff8657) : QColor(0xb23c00);
}

QColor StatePalette::quiet() const
{
    return m_dark ? QColor(0x9fa6b0) : QColor(0x5c6470);
}

QColor StatePalette::progressFill(JobStatus status, const QColor &base) const
{
    return mixed(base, color(status), m_dark ? 0.42 : 0.30);
}

} // namespace ui
