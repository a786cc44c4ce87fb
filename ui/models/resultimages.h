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
    int width = 0; ///< Pixels, as the producer said; 0 = unknown.
    int height = 0;

    bool operator==(const ResultImage &) const = default;
};

/// Number of images shown per job.
constexpr qsizetype maxResultImages = 64;

/// Returns the images in `result.images` of a job, each a string or an object with `url`. Only
/// http, https and data URLs are returned. Relative ones are resolved against the hub's address.
QList<ResultImage> resultImages(const hub::Job &job, const QUrl &hub);

} // namespace ui
