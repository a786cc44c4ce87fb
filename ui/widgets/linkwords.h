// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/linkstatus.h"

#include <QString>

namespace ui {

/// The action that the button of the banner offers.
enum class LinkAction {
    None,
    RetryNow,
    Connect,
    EnterToken,
    ShowCertificate,
    ChangeHub,
    EmbeddedHub
};

/// The words for a state of the connection.
struct LinkWords
{
    QString pill; ///< A few words for the status line and screen readers.
    /// A sentence. Empty while live, and in the first 2 s of the first attempt to connect.
    QString banner;
    LinkAction action = LinkAction::None;
};

/// Returns the words for `status`. `elapsed` is the time since the status was reported and counts
/// down to the next attempt. `hub` is the address of the hub for people.
LinkWords linkWords(const LinkStatus &status, std::chrono::milliseconds elapsed,
                    const QString &hub);

/// Returns the text of the button for `action`, empty for LinkAction::None.
QString word(LinkAction action);

} // namespace ui
