// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/bytebudget.h"
#include "hub/base/result.h"
#include "hub/http/response.h"
#include "hub/wire/inflater.h"

#include <QByteArrayView>

#include <functional>
#include <memory>
#include <optional>

class QObject;

namespace hub {

/// Reads the value of `Content-Encoding` (RFC 9110 §8.4). Returns no coding for `identity` and for
/// an empty value. The error `unsupported_media_type` means an unknown coding or a list of several.
Result<std::optional<Inflater::Coding>> contentCoding(QByteArrayView value);

/// Returns the answer to an error of the functions in this header. A 415 lists the supported
/// codings in `Accept-Encoding`.
Response codingProblem(const Error &error);

using DecodedDone = std::function<void(const Result<QByteArray> &)>;

/// Decodes `body` and passes the result to `done`. Decodes at most 256 KiB in each turn of the
/// event loop, so that a large body does not delay other work. May call `done` before it returns.
/// `hold` counts the memory and may be null. It grows by 256 KiB before each turn.
/// Errors: `body_too_large` above `limit` bytes, `bad_encoding` for a corrupt body, `busy` when
/// `hold` cannot grow. `context` is not owned; `done` is not called after `context` was destroyed.
/// Call it on the thread of `context`.
void decodeLater(QObject *context, Inflater::Coding coding, const QByteArray &body, qint64 limit,
                 const std::shared_ptr<ByteBudget::Hold> &hold, DecodedDone done);

/// Decodes `body` before it returns, which may take tens of milliseconds. Errors are
/// `body_too_large` and `bad_encoding`.
Result<QByteArray> decodeNow(Inflater::Coding coding, const QByteArray &body, qint64 limit);

} // namespace hub
