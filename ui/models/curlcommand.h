// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/deliveryinfo.h"

#include <QUrl>

namespace ui {

/// Returns the command line for a POSIX shell that sends a received webhook to `hub` again, with
/// its exact body. A body that is long or no plain text is in the line as base64. Leaves out
/// headers whose values are secrets, and those that belong to the connection; a comment names the
/// former. Empty when the hub did not keep the body.
QString curlCommand(const FullDelivery &delivery, const QUrl &hub);

/// Returns the name of the file that bodies of this webhook are saved to: `delivery-12.json`.
QString bodyFileName(const FullDelivery &delivery);

} // namespace ui
