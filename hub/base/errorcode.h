// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

/// The values of Error::code that the code compares. Codes that are only reported stay literals
/// where the error is made. They are part of the API: resources/docs/api.md.
namespace hub::errorcode {

inline constexpr char badAttribute[] = "bad_attribute";
inline constexpr char badField[] = "bad_field";
inline constexpr char badHost[] = "bad_host";
inline constexpr char badSignature[] = "bad_signature";
inline constexpr char bodyTooLarge[] = "body_too_large";
inline constexpr char busy[] = "busy";
inline constexpr char deliveriesFull[] = "deliveries_full";
inline constexpr char insufficientScope[] = "insufficient_scope";
inline constexpr char noToken[] = "no_token";
inline constexpr char rateLimited[] = "rate_limited";
inline constexpr char storeBusy[] = "store_busy";
inline constexpr char storeUnavailable[] = "store_unavailable";
inline constexpr char tokenExpired[] = "token_expired";
inline constexpr char tokenNotYetValid[] = "token_not_yet_valid";
inline constexpr char tokenRevoked[] = "token_revoked";
inline constexpr char tooManyFailures[] = "too_many_failures";
inline constexpr char unknownJob[] = "unknown_job";
inline constexpr char unknownKey[] = "unknown_key";
inline constexpr char unknownWord[] = "unknown_word";
inline constexpr char unsupportedMediaType[] = "unsupported_media_type";
inline constexpr char wrongAudience[] = "wrong_audience";
inline constexpr char wrongIssuer[] = "wrong_issuer";

} // namespace hub::errorcode
