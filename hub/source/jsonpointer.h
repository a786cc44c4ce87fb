// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayList>
#include <QByteArrayView>

#include <optional>

namespace hub {

/// A place in a JSON document (RFC 6901), such as `/output/files/0`. In a name, `~1` stands for a
/// slash and `~0` for a tilde.
class JsonPointer
{
public:
    /// Parses a pointer of at most 1024 bytes; nullopt when it is malformed.
    static std::optional<JsonPointer> parse(QByteArrayView text);

    /// Returns the exact bytes of the value at this place; nullopt when there is none. `document`
    /// must be valid JSON.
    std::optional<QByteArrayView> find(QByteArrayView document) const;

    QByteArray toString() const { return m_text; }

private:
    QByteArray m_text;
    QByteArrayList m_tokens; ///< Unescaped.
};

} // namespace hub
