// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/client/deliveryinfo.h"

#include <QUrl>

namespace ui {

/// Returns the command line for a POSIX shell that sends a received webhook to `hub` again, with
/// its exact body. Leaves out headers whose values are secrets, and those that belong to the
/// connection; a comment names the former. A body that is long or no text is read from the file
/// `bodyFile`, which the user saves first.
QString curlCommand(const FullDelivery &delivery, const QUrl &hub, const QString &bodyFile);

/// Returns the name of the file that bodies of this webhook are saved to: `delivery-12.json`.
QString bodyFileName(const FullDelivery &delivery);

} // namespace ui
