// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/job.h"

#include <QList>
#include <QUrl>

namespace ui {

/// An image that a job's result names.
struct ResultImage
{
    QUrl url;
    QString name;
    int width = 0; ///< As the producer said, 0 = it did not.
    int height = 0;

    bool operator==(const ResultImage &) const = default;
};

/// At most this many of one job are shown.
constexpr qsizetype maxResultImages = 64;

/// The images of a job's result (`result.images[].url`, or plain strings there) that can be
/// fetched: http, https and data URLs; a relative one is taken from the hub's address.
QList<ResultImage> resultImages(const hub::Job &job, const QUrl &hub);

} // namespace ui
