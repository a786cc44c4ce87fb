// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace hub {

/// The type of a field decides which operators and values it takes.
enum class FilterType {
    Text,
    Enum, ///< One of FilterField::words.
    Flags, ///< Any number of FilterField::words: `is:failed`.
    Number,
    Percent,
    Size, ///< Bytes.
    Duration, ///< Milliseconds.
    Time, ///< Milliseconds since 1970 UTC.
};

/// A field that filters can name.
struct FilterField
{
    /// The number by which FilterRow knows the field.
    int id = 0;
    FilterType type = FilterType::Text;
    /// The names, in lower case. The first one is shown in lists.
    QStringList names{};
    /// The words of an Enum or of Flags: entry number n is bit n. `|` separates words that mean the
    /// same: `processing|running`. An empty entry has no word.
    QStringList words{};
    bool ordered = false; ///< An Enum whose words can be compared: `level>=warning`.
    bool keyed = false; ///< The name may continue with a key: `label.team`.
    /// Words of Flags that only another program can judge. They are refused with a message of their
    /// own.
    QStringList elsewhere{};

    const QString &name() const { return names.front(); }
};

/// The fields of one kind of row.
class FilterFields
{
public:
    /// `rows` is the plural for messages, such as `jobs`.
    FilterFields(const QString &rows, std::vector<FilterField> fields)
        : m_rows(rows)
        , m_fields(std::move(fields))
    { }

    const QString &rows() const { return m_rows; }
    const std::vector<FilterField> &all() const { return m_fields; }
    /// Returns the field with this name, or null. Ignores the key after a dot.
    const FilterField *find(const QString &name) const;
    /// Returns the first name of each field.
    QStringList names() const;

private:
    QString m_rows;
    std::vector<FilterField> m_fields;
};

} // namespace hub
