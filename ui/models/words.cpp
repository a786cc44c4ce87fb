// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/words.h"

#include "hub/base/printable.h"

#include <QCoreApplication>

namespace ui {

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Words)
};

} // namespace

QString word(hub::JobStatus status)
{
    switch (status) {
    case hub::JobStatus::Queued: return Words::tr("Queued");
    case hub::JobStatus::Processing: return Words::tr("Running");
    case hub::JobStatus::Completed: return Words::tr("Completed");
    case hub::JobStatus::Failed: return Words::tr("Failed");
    case hub::JobStatus::Cancelled: return Words::tr("Cancelled");
    case hub::JobStatus::TimedOut: return Words::tr("Timed out");
    case hub::JobStatus::Lost: return Words::tr("Lost");
    }
    return {};
}

QString word(hub::JobKind kind)
{
    switch (kind) {
    case hub::JobKind::Generic: return Words::tr("Generic");
    case hub::JobKind::Restore: return Words::tr("Restore");
    case hub::JobKind::Execution: return Words::tr("Execution");
    case hub::JobKind::Image: return Words::tr("Image");
    }
    return {};
}

QString word(hub::EventType type)
{
    switch (type) {
    case hub::EventType::Progress: return Words::tr("Progress");
    case hub::EventType::Log: return Words::tr("Log");
    case hub::EventType::Notification: return Words::tr("Notification");
    default: break;
    }
    const auto status = hub::statusOf(type);
    return status ? word(*status) : QString();
}

QString userName(const QByteArray &user)
{
    return hub::printable(user);
}

} // namespace ui
