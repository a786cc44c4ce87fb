// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/crypto/base64.h"

namespace hub {

namespace {
constexpr auto urlForm = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

QByteArray shared(QByteArrayView data)
{
    return QByteArray::fromRawData(data.data(), data.size());
}

/// Qt's decoder accepts unused bits that are not zero and some wrong padding. Comparing `text` with
/// the encoded result rejects both.
std::optional<QByteArray> decode(QByteArrayView text, QByteArray::Base64Options form)
{
    auto decoded = QByteArray::fromBase64Encoding(shared(text),
                                                  form | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.toBase64(form) != text)
        return std::nullopt;
    return std::move(decoded.decoded);
}
} // namespace

std::optional<QByteArray> decodeBase64(QByteArrayView text)
{
    return decode(text, QByteArray::Base64Encoding);
}

std::optional<QByteArray> decodeBase64Url(QByteArrayView text)
{
    return decode(text, urlForm);
}

QByteArray encodeBase64Url(QByteArrayView data)
{
    return shared(data).toBase64(urlForm);
}

} // namespace hub
