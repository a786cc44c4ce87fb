// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace hub {

/// Maps the values of an enumeration to words and back. `words[0]` belongs to the value 0, and so
/// on.
template<typename Enum, std::size_t Count>
class EnumWords
{
public:
    explicit EnumWords(std::array<QByteArray, Count> words) : m_words(std::move(words)) { }

    /// Returns the word for `value`. The result shares its bytes.
    QByteArray word(Enum value) const { return m_words.at(static_cast<std::size_t>(value)); }

    /// Returns the value whose word is exactly `text`; nullopt when there is none.
    std::optional<Enum> value(QByteArrayView text) const
    {
        for (std::size_t i = 0; i < Count; ++i) {
            if (m_words[i] == text)
                return static_cast<Enum>(i);
        }
        return std::nullopt;
    }

private:
    std::array<QByteArray, Count> m_words;
};

} // namespace hub
