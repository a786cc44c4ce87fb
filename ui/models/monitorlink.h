// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"

#include <QByteArray>
#include <QString>

namespace ui {

/// A parsed `heliograph:` link. A link comes from any web page or document, so it can only
/// show something. It never names a hub and never changes a job.
struct MonitorLink
{
    enum class Target {
        Window, ///< `heliograph:`
        Failures, ///< `heliograph:failures`
        Job, ///< `heliograph:job/<id>`
    };

    /// A longer text is not a link. The longest link has 143 characters.
    static constexpr qsizetype maxLength = 200;

    Target target = Target::Window;
    QByteArray jobId; ///< Only with Target::Job: an id that hub::isValidId() accepts.

    bool operator==(const MonitorLink &) const = default;

    /// Reads a link. The scheme may be in upper case; the rest is compared as it is. Nothing is
    /// unescaped: no character of a job id needs escaping. The error is `bad_link`. Its message
    /// never repeats the text of the link, which may be made to mislead the reader.
    static hub::Result<MonitorLink> parse(const QString &text);
};

} // namespace ui
