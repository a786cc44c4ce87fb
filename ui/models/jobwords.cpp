// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/jobwords.h"

#include "hub/base/printable.h"
#include "hub/base/utf8.h"

#include <QCoreApplication>

namespace ui {

namespace {

class JobWords
{
    Q_DECLARE_TR_FUNCTIONS(ui::JobWords)
};

} // namespace

QString word(hub::JobStatus status)
{
    switch (status) {
    case hub::JobStatus::Queued: return JobWords::tr("Queued");
    case hub::JobStatus::Processing: return JobWords::tr("Running");
    case hub::JobStatus::Completed: return JobWords::tr("Completed");
    case hub::JobStatus::Failed: return JobWords::tr("Failed");
    case hub::JobStatus::Cancelled: return JobWords::tr("Cancelled");
    case hub::JobStatus::TimedOut: return JobWords::tr("Timed out");
    case hub::JobStatus::Lost: return JobWords::tr("Lost");
    }
    return {};
}

QString word(hub::JobKind kind)
{
    switch (kind) {
    case hub::JobKind::Generic: return JobWords::tr("Generic");
    case hub::JobKind::Restore: return JobWords::tr("Restore");
    case hub::JobKind::Execution: return JobWords::tr("Execution");
    case hub::JobKind::Image: return JobWords::tr("Image");
    }
    return {};
}

QString word(hub::EventType type)
{
    switch (type) {
    case hub::EventType::Progress: return JobWords::tr("Progress");
    case hub::EventType::Log: return JobWords::tr("Log");
    case hub::EventType::Notification: return JobWords::tr("Notification");
    default: break;
    }
    const auto status = hub::statusOf(type);
    return status ? word(*status) : QString();
}

QString displayText(QByteArrayView utf8)
{
    return hub::fromUtf8(utf8);
}

QString userName(const QByteArray &user)
{
    return hub::printable(user);
}

} // namespace ui
