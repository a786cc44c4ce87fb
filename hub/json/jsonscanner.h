// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// Checks JSON text strictly by RFC 8259, without building values and without recursion.
/// QJsonDocument accepts some text that browsers refuse, such as `1.` or control characters in
/// strings. The hub passes JSON on byte for byte, so every client must be able to read it. Does not
/// check whether the text is UTF-8.
class JsonScanner
{
public:
    /// The deepest nesting that the hub reads, and the limit of QJsonDocument.
    static constexpr int maxDepth = 1024;

    explicit JsonScanner(QByteArrayView text, int depth = maxDepth) : m_text(text), m_depth(depth)
    { }

    /// Moves past white space and one value. Returns false at the first invalid byte.
    bool skipValue();
    /// Moves past white space and one string. Returns false when there is no valid string.
    bool skipString();
    /// Moves past white space and `c`. Returns false when another byte follows the white space.
    bool skipChar(char c);
    /// Moves past white space.
    void skipSpace();
    /// Moves past white space. Returns true at the end of the text.
    bool atEnd();
    /// Moves past white space and one token. Returns its exact text: a bracket, a comma, a colon, a
    /// string with its quotes, a number or a word. Returns an empty view at the end of the text and
    /// at an invalid token, and stays there. Does not check the order of tokens; skipValue() does.
    QByteArrayView nextToken();

    /// Returns the current position: after the skipped text, or at the invalid byte.
    qsizetype offset() const { return m_at; }
    /// Returns whether skipValue() failed because the text is nested deeper than allowed.
    bool isTooDeep() const { return m_isTooDeep; }

private:
    bool skipDigits();
    bool skipNumber();
    bool skipWord(QByteArrayView word);
    bool skipScalar();
    bool skipToken();
    bool skipEscape();
    bool openContainer(QByteArray &stack, char open);
    bool closeContainers(QByteArray &stack);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth; ///< The allowed nesting.
    bool m_isTooDeep = false;
};

} // namespace hub
