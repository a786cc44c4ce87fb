// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/error.h"
#include "hub/base/errorcode.h"

#include <QLatin1String>
#include <QString>

namespace hub {

/// Returns the error `unknown_word` for a value that the source does not know: `unknown status
/// "paused"`.
inline Error unknownWord(QLatin1String field, const QString &value)
{
    constexpr qsizetype shown = 64;
    return {errorcode::unknownWord,
            QStringLiteral("unknown %1 \"%2\"").arg(field, value.left(shown))};
}

} // namespace hub
