// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/core/store.h"
#include "hub/http/reply.h"
#include "hub/http/request.h"

namespace hub {

/// The problem that stands for an error of the store or of a parser: 400, 404, 409 or 503 by its
/// code.
Response problemOf(const Error &error);

/// The receipt of a write of one change, or why nothing was accepted.
Result<Receipt> receiptOf(const Result<Written> &written);

/// 429 `rate_limited` with `Retry-After`, and the bucket's name as a member `bucket`.
Response rateLimitedProblem(const QByteArray &bucket, int retryAfterS);

/// 404 `unknown_job`, naming it.
Response unknownJobProblem(const QByteArray &id);

/// 403 `insufficient_scope`, naming the word that the token's `scope` lacks (RFC 6750 section 3).
Response missingScopeProblem(const QByteArray &scope);

/// 401 with the challenge of a bearer token.
Response unidentifiedProblem(const Error &error);

/// A number from a query parameter within [least, most], or `otherwise` when it is absent; an Error
/// naming it.
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

/// Whether one of the tags of `If-None-Match` is this weak one, or any is meant (RFC 9110 §13.1.2,
/// weak comparison).
bool matchesEtag(const Request &request, const QByteArray &etag);

/// The id on the wire; empty for a null id.
QByteArray wireId(const QByteArray &epoch, EventId id);

} // namespace hub
