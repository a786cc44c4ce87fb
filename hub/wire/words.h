// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <array>
#include <optional>

namespace hub {

/// The wire words of an enumeration whose values count up from 0: `words[value]`.
template<typename Enum, std::size_t Count>
class Words
{
public:
    explicit Words(std::array<QByteArray, Count> words) : m_words(std::move(words)) { }

    /// The word for `value`; shares its bytes.
    QByteArray word(Enum value) const { return m_words.at(static_cast<std::size_t>(value)); }

    /// The value whose word is exactly `text`.
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
