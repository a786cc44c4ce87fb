// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonscanner.h"

#include "hub/json/jsonstring.h"

namespace hub {

namespace {
bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
} // namespace

void JsonScanner::skipSpace()
{
    while (m_at < m_text.size()
           && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\r'
               || m_text[m_at] == '\t'))
        ++m_at;
}

bool JsonScanner::skipChar(char c)
{
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != c)
        return false;
    ++m_at;
    return true;
}

bool JsonScanner::atEnd()
{
    skipSpace();
    return m_at == m_text.size();
}

bool JsonScanner::skipEscape()
{
    if (m_at >= m_text.size())
        return false;
    if (m_text[m_at] != 'u') {
        if (!QByteArrayView("\"\\/bfnrt").contains(m_text[m_at]))
            return false;
        ++m_at;
        return true;
    }
    ++m_at;
    for (int i = 0; i < 4; ++i, ++m_at) {
        if (m_at >= m_text.size() || !isHexDigit(m_text[m_at]))
            return false;
    }
    return true;
}

bool JsonScanner::skipString()
{
    if (!skipChar('"'))
        return false;
    while (true) {
        m_at = findSpecialInJsonString(m_text.begin() + m_at, m_text.end()) - m_text.begin();
        if (m_at >= m_text.size() || static_cast<unsigned char>(m_text[m_at]) < 0x20)
            return false;
        if (m_text[m_at++] == '"')
            return true;
        if (!skipEscape())
            return false;
    }
}

bool JsonScanner::skipDigits()
{
    const qsizetype start = m_at;
    while (m_at < m_text.size() && isDigit(m_text[m_at]))
        ++m_at;
    return m_at > start;
}

bool JsonScanner::skipNumber()
{
    if (m_text[m_at] == '-')
        ++m_at;
    if (m_at < m_text.size() && m_text[m_at] == '0')
        ++m_at; // a digit after it is invalid; the next step fails on it
    else if (!skipDigits())
        return false;
    if (m_at < m_text.size() && m_text[m_at] == '.') {
        ++m_at;
        if (!skipDigits())
            return false;
    }
    if (m_at < m_text.size() && (m_text[m_at] == 'e' || m_text[m_at] == 'E')) {
        ++m_at;
        if (m_at < m_text.size() && (m_text[m_at] == '+' || m_text[m_at] == '-'))
            ++m_at;
        return skipDigits();
    }
    return true;
}

bool JsonScanner::skipWord(QByteArrayView word)
{
    if (!m_text.sliced(m_at).startsWith(word))
        return false;
    m_at += word.size();
    return true;
}

bool JsonScanner::skipScalar()
{
    switch (m_text[m_at]) {
    case '"': return skipString();
    case 't': return skipWord("true");
    case 'f': return skipWord("false");
    case 'n': return skipWord("null");
    default: return (m_text[m_at] == '-' || isDigit(m_text[m_at])) && skipNumber();
    }
}

bool JsonScanner::skipToken()
{
    if (m_at >= m_text.size())
        return false;
    if (!QByteArrayView("{}[],:").contains(m_text[m_at]))
        return skipScalar();
    ++m_at;
    return true;
}

QByteArrayView JsonScanner::nextToken()
{
    skipSpace();
    const qsizetype start = m_at;
    if (skipToken())
        return m_text.sliced(start, m_at - start);
    m_at = start;
    return {};
}

/// Moves past the bracket `open` and adds its closing bracket to `stack`. `stack` holds the
/// closing brackets that are still missing. Returns false when the nesting is too deep.
bool JsonScanner::openContainer(QByteArray &stack, char open)
{
    if (stack.size() >= m_depth) {
        m_isTooDeep = true;
        return false;
    }
    ++m_at;
    stack.append(open == '{' ? '}' : ']');
    return true;
}

/// Call it after a value. Moves past closing brackets, then past a comma and a name to the next
/// value. Returns false at an invalid byte.
bool JsonScanner::closeContainers(QByteArray &stack)
{
    while (!stack.isEmpty()) {
        if (skipChar(stack.back())) {
            stack.chop(1);
            continue;
        }
        if (!skipChar(','))
            return false;
        return stack.back() == ']' || (skipString() && skipChar(':'));
    }
    return true;
}

bool JsonScanner::skipValue()
{
    QByteArray stack;
    do {
        skipSpace();
        if (m_at >= m_text.size())
            return false;
        const char c = m_text[m_at];
        if (c != '{' && c != '[') {
            if (!skipScalar())
                return false;
        } else if (!openContainer(stack, c)) {
            return false;
        } else if (!skipChar(stack.back())) {
            if (c == '{' && !(skipString() && skipChar(':')))
                return false;
            continue; // with the first value in the container
        } else {
            stack.chop(1); // an empty container
        }
        if (!closeContainers(stack))
            return false;
    } while (!stack.isEmpty());
    return true;
}

} // namespace hub
