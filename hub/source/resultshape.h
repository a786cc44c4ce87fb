// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// Returns the pictures of a provider's result as a JSON array of
/// `{"url","file_name"?,"content_type"?,…}`. Empty when the value has none of the known shapes.
/// `value` is JSON text:
/// - an object with `images`, `image`, `files`, `file` or `urls`: each one picture or a list;
/// - a list of URLs, or one URL.
/// A picture is a URL or path, an object (copied unchanged), or the form of ComfyUI workers:
/// `{"filename","type","data"}` with a URL or base64 in `data`.
QByteArray imagesOf(QByteArrayView value);

/// Returns the same for a value that is known to be one picture or a list of pictures.
QByteArray imageList(QByteArrayView value);

/// Returns a job's result in the form of resources/docs/api.md: `{"images":[…],"output":…}`. A
/// value whose `images` have that form already is returned unchanged. Empty when `value` is empty
/// or null.
QByteArray resultOf(QByteArrayView value);

/// Returns why something failed, as JSON text: the first of `error`, `payload_error`,
/// `error_message` and `detail` that says anything. Empty when the object has none of them.
QByteArray reasonIn(QByteArrayView object);

/// Returns a provider's error as `{"code","message"}`. An object with one of these members is
/// copied unchanged, and JSON inside a string is read. Anything else becomes the message, with
/// `code` as the code. `detail` is JSON text and is added to the object. Empty when `error` and
/// `detail` are empty.
QByteArray errorObject(QByteArrayView error, const QByteArray &code, QByteArrayView detail = {});

} // namespace hub
