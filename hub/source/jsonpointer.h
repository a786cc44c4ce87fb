// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// A place in a JSON document (RFC 6901): `/output/files/0`; `~1` stands for a slash in a name,
/// `~0` for a tilde.
class JsonPointer
{
public:
    /// Strict; at most 1024 bytes.
    static std::optional<JsonPointer> parse(QByteArrayView text);

    /// The exact bytes of the value there, in text that parseJsonObject() accepted; nullopt when
    /// there is none.
    std::optional<QByteArrayView> find(QByteArrayView document) const;

    QByteArray toString() const { return m_text; }

private:
    QByteArray m_text;
    QByteArrayList m_tokens; ///< Unescaped.
};

} // namespace hub
