// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"

#include <QString>

namespace ui {

/// What a banner offers to do.
enum class LinkAction { None, RetryNow, Connect, OpenSettings };

/// How a state of the connection is put in words. An empty `banner` = nothing to say: all is well,
/// or it is too early.
struct LinkWords
{
    QString pill;
    QString banner;
    LinkAction action = LinkAction::None;
    bool alarm = false; ///< Something is wrong that does not mend itself.
};

/// `elapsedMs`: since the status was told; counts the wait down. `hub`: its address for people.
LinkWords linkWords(const LinkStatus &status, qint64 elapsedMs, const QString &hub);

QString word(LinkAction action);

} // namespace ui
