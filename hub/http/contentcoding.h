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

/// Reads the value of `Content-Encoding` (RFC 9110, 8.4). Nothing for `identity` or no value;
/// `unsupported_media_type` for a coding that is not known, and for several.
Result<std::optional<Inflater::Coding>> contentCoding(QByteArrayView value);

/// Returns the answer to an error of the functions here. A 415 names the codings that are taken.
Response codingProblem(const Error &error);

using DecodedDone = std::function<void(const Result<QByteArray> &)>;

/// Takes `coding` off `body` and hands the result to `done`: some in each turn of the loop, so that
/// a body that becomes large delays nobody. `body_too_large` above `limit` bytes, `bad_encoding`
/// when it is corrupt, `busy` when `hold` (may be null) cannot grow by what was decoded. `context`
/// is not owned; without it nothing is called any more. Loop thread.
void decodeLater(QObject *context, Inflater::Coding coding, const QByteArray &body, qint64 limit,
                 const std::shared_ptr<ByteBudget::Hold> &hold, DecodedDone done);

/// Does the same at once. It may take tens of milliseconds.
Result<QByteArray> decodeNow(Inflater::Coding coding, const QByteArray &body, qint64 limit);

} // namespace hub
