// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

namespace hub {

/// Checks an event in the JSON format against CloudEvents 1.0.2: names and values of its
/// attributes, `data` and `data_base64`. Errors: `bad_json` when the text is no JSON object,
/// otherwise `bad_attribute` with the name of the attribute.
Result<void> checkCloudEvent(const QByteArray &event);

} // namespace hub
