// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonlayout.h"

#include <algorithm>

namespace hub {

namespace {

class Relayout
{
public:
    Relayout(const JsonLayout &layout, qsizetype mostBytes)
        : m_layout(layout)
        , m_mostBytes(mostBytes)
    { }

    QByteArray write(QByteArrayView text)
    {
        for (qsizetype at = 0; at < text.size();) {
            if (m_out.size() > m_mostBytes)
                return {};
            const char c = text[at];
            if (c == '"')
                at = copyString(text, at);
            else if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
                ++at;
            else
                put(text[at++]);
        }
        return m_out;
    }

private:
    void begin()
    {
        if (m_opened && m_layout.indent >= 0)
            breakLine();
        m_opened = false;
    }
    void breakLine() { m_out += '\n' + QByteArray(m_depth * m_layout.indent, ' '); }

    qsizetype copyString(QByteArrayView text, qsizetype from)
    {
        begin();
        qsizetype at = from + 1;
        while (at < text.size() && text[at] != '"')
            at += text[at] == '\\' ? 2 : 1;
        at = std::min(at + 1, text.size());
        m_out += text.sliced(from, at - from);
        return at;
    }

    void put(char c)
    {
        if (c == '}' || c == ']')
            return close(c);
        if (c == ',' || c == ':') {
            m_out += c;
            m_out += c == ',' ? m_layout.afterComma : m_layout.afterColon;
            if (c == ',' && m_layout.indent >= 0)
                breakLine();
            return;
        }
        begin();
        m_out += c;
        if (c == '{' || c == '[') {
            ++m_depth;
            m_opened = true;
        }
    }

    void close(char c)
    {
        --m_depth;
        if (!m_opened && m_layout.indent >= 0)
            breakLine();
        m_opened = false;
        m_out += c;
    }

    const JsonLayout m_layout;
    const qsizetype m_mostBytes;
    QByteArray m_out;
    int m_depth = 0;
    bool m_opened = false; ///< The last token was `{` or `[`.
};

} // namespace

QByteArray laidOut(QByteArrayView text, const JsonLayout &layout, qsizetype mostBytes)
{
    return Relayout(layout, mostBytes).write(text);
}

} // namespace hub
