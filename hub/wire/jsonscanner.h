// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace hub {

/// Walks over JSON text strictly by RFC 8259 without building anything. QJsonDocument lets some
/// text pass that browsers refuse (control characters in strings, `1.`), and what we carry byte for
/// byte must be good for all. No recursion; looks at no UTF-8.
class JsonScanner
{
public:
    /// The deepest nesting of anything we read: QJsonDocument stops there.
    static constexpr int maxDepth = 1024;

    explicit JsonScanner(QByteArrayView text, int depth = maxDepth) : m_text(text), m_depth(depth)
    { }

    /// Moves past white space and one value; false at the first byte that is wrong.
    bool skipValue();
    /// Moves past white space and one string; false when there is none.
    bool skipString();
    /// Moves past white space and `c`; false when something else stands there.
    bool skipChar(char c);
    /// Moves past white space.
    void skipSpace();
    /// Moves past white space; true when nothing is left.
    bool atEnd();

    /// Where it stands: after what was skipped, or at the byte that is wrong.
    qsizetype offset() const { return m_at; }
    /// Whether it stopped because the text nests deeper than allowed.
    bool isTooDeep() const { return m_isTooDeep; }

private:
    bool skipDigits();
    bool skipNumber();
    bool skipWord(QByteArrayView word);
    bool skipScalar();
    bool skipEscape();
    bool openContainer(QByteArray &stack, char open);
    bool closeContainers(QByteArray &stack);

    QByteArrayView m_text;
    qsizetype m_at = 0;
    int m_depth; ///< Deeper nesting is refused.
    bool m_isTooDeep = false;
};

} // namespace hub
