// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/filter/filternode.h"
#include "hub/http/reply.h"
#include "hub/http/request.h"
#include "hub/wire/eventid.h"

#include <chrono>

namespace hub {

/// Returns the problem response for an error. The status depends on the code of the error; an
/// unlisted code gets 400. A 503 has `Retry-After`.
Response problemOf(const Error &error);

/// Returns 429 `rate_limited` with `Retry-After`, and the name of the bucket in the member
/// `bucket`.
Response rateLimitedProblem(const QByteArray &bucket, std::chrono::seconds retryAfter);

/// Returns 400 `bad_filter`, with the position of the mistake in the member `position`, counted
/// from 1.
Response badFilterProblem(const FilterFault &fault);

/// Returns 404 `unknown_job` with the id in its text.
Response unknownJobProblem(const QByteArray &id);

/// Returns 403 `insufficient_scope`, which names the scope that the token lacks (RFC 6750 section
/// 3).
Response missingScopeProblem(const QByteArray &scope);

/// Returns 401 with a `WWW-Authenticate` challenge for a bearer token (RFC 6750 section 3).
Response unidentifiedProblem(const Error &error);

/// Returns the number in a query parameter, or `otherwise` when the parameter is absent. The Error
/// names the parameter when its value is not a whole number from `least` to `most`.
Result<qint64> numberParameter(const Request &request, const char *name, qint64 least, qint64 most,
                               qint64 otherwise);

/// Returns the text of a query parameter, empty when it is absent. The Error names the parameter
/// and the limit when the text has more than `most` characters.
Result<QByteArray> textParameter(const Request &request, const char *name, qsizetype most);

/// Returns the user of a query parameter, empty when it is absent. The Error names the parameter
/// when its value cannot be a user.
Result<QByteArray> userParameter(const Request &request, const char *name);

/// Returns the words of a query parameter that may be repeated and may hold several, separated by
/// commas. Blanks around a word are not part of it.
QByteArrayList wordsParameter(const Request &request, const char *name);

/// Returns whether `If-None-Match` contains `etag`, by weak comparison, or `*` (RFC 9110 §13.1.2).
bool matchesEtag(const Request &request, const QByteArray &etag);

/// Returns the event id as it is written on the wire; empty for a null id.
QByteArray wireId(const QByteArray &epoch, EventId id);

} // namespace hub
