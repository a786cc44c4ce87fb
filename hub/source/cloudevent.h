// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>

namespace hub {

/// Holds an event, as the JSON format of CloudEvents 1.0.2 writes it, against the rules of that
/// specification: names and values of its attributes, `data` or `data_base64`. `bad_json` when the
/// text is no JSON object, else `bad_attribute` with the attribute's name.
Result<void> checkCloudEvent(const QByteArray &event);

} // namespace hub
