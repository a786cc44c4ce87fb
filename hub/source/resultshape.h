// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// The pictures of a provider's result, as a JSON array of
/// `{"url","file_name"?,"content_type"?,…}`; empty when the value has none of the known shapes.
/// `value` is JSON text:
/// - an object with `images`, `image`, `files`, `file` or `urls`: each one picture or a list;
/// - a list of URLs, or one URL.
/// A picture is a URL or a path, an object (carried as it is), or what ComfyUI workers give:
/// `{"filename","type","data"}` with a URL or base64 in `data`.
QByteArray imagesOf(QByteArrayView value);

/// The same of a value that is known to be pictures: one, or a list.
QByteArray imageList(QByteArrayView value);

/// `{"images":[…],"output":…}`: a job's result in the words of api.md. A value whose `images` are
/// in our words already is returned as it is; empty when `value` is.
QByteArray resultOf(QByteArrayView value);

/// Why something went wrong, from what a provider calls `error`, `payload_error`, `error_message`
/// or `detail`: JSON text, empty when an object has none of these.
QByteArray reasonIn(QByteArrayView object);

/// A provider's error as `{"code","message"}`. An object that has one of the two is carried as it
/// is. JSON within a string is read. Anything else becomes the message, with `code`. `detail`, JSON
/// text, is carried along. Empty when `error` and `detail` are.
QByteArray errorObject(QByteArrayView error, const QByteArray &code, QByteArrayView detail = {});

} // namespace hub
