// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <optional>

namespace hub {

/// The answer of a filter for one row.
enum class FilterVerdict {
    No,
    Yes,
    Unknown, ///< A regular expression reached its limit without an answer.
};

/// A test of one text, made once for a filter. Immutable, so all threads may use it.
class FilterText
{
public:
    /// Contains this text; case is ignored.
    static FilterText containing(const QString &text);
    /// Is exactly this text.
    static FilterText equal(const QString &text);
    /// Matches a whole text in which `*` stands for any text; case is ignored.
    static FilterText glob(const QString &pattern);
    /// Matches a regular expression, with case ignored. `steps` bounds the work from one position
    /// of a text, and only the first `characters` are searched. Returns nothing and sets `problem`
    /// when the expression is invalid, too long, or sets limits itself.
    static std::optional<FilterText> regex(const QString &pattern, int steps, qsizetype characters,
                                           QString &problem);

    FilterVerdict operator()(QByteArrayView utf8) const;
    FilterVerdict operator()(QStringView text) const;
    FilterVerdict operator()(const QString &text) const { return (*this)(QStringView(text)); }
    FilterVerdict operator()(const QByteArray &utf8) const { return (*this)(QByteArrayView(utf8)); }

    bool isRegex() const { return m_kind == Kind::Regex; }
    /// Returns the exact text that the tested text must be; empty if other texts match too.
    QString exact() const { return m_kind == Kind::Equal ? m_text : QString(); }

private:
    enum class Kind { Contains, Equal, Glob, Regex };

    FilterText(Kind kind, const QString &text);

    bool containedIn(QByteArrayView utf8) const;
    bool hasProbe(QByteArrayView utf8) const;
    bool fitsGlob(QStringView text) const;
    FilterVerdict matched(const QString &text) const;

    Kind m_kind;
    QString m_text;
    QByteArray m_utf8;
    QByteArray m_probe; ///< For Contains: the longest ASCII part, with letters in lower case.
    QStringList m_parts; ///< Of a Glob: the texts between the stars.
    QRegularExpression m_regex;
    qsizetype m_characters = 0;
    qsizetype m_rarest = 0; ///< Index in m_probe of the byte that is rare in texts.
    bool m_ascii = true;
};

} // namespace hub
