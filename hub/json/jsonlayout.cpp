// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsonlayout.h"

#include "hub/json/jsonslice.h"

namespace hub {

namespace {

class Relayout
{
public:
    explicit Relayout(const JsonLayout &layout) : m_layout(layout) { }

    void put(QByteArrayView token)
    {
        switch (token.front()) {
        case '{':
        case '[': return open(token);
        case '}':
        case ']': return close(token);
        case ',': return separate(token, m_layout.afterComma);
        case ':': return separate(token, m_layout.afterColon);
        default: begin(); m_out += token;
        }
    }

    /// Appends text that is not a token, without its tabs and line breaks.
    void copy(QByteArrayView text)
    {
        for (const char c : text) {
            if (c != '\t' && c != '\n' && c != '\r')
                m_out += c;
        }
    }

    const QByteArray &text() const { return m_out; }

private:
    void breakLine()
    {
        if (m_layout.indent >= 0)
            m_out += '\n' + QByteArray(m_depth * m_layout.indent, ' ');
    }

    /// Begins a value or a name.
    void begin()
    {
        if (m_opened)
            breakLine();
        m_opened = false;
    }

    void open(QByteArrayView token)
    {
        begin();
        m_out += token;
        ++m_depth;
        m_opened = true;
    }

    void close(QByteArrayView token)
    {
        --m_depth;
        if (!m_opened)
            breakLine();
        m_opened = false;
        m_out += token;
    }

    void separate(QByteArrayView token, QByteArrayView space)
    {
        m_out += token;
        m_out += space;
        if (token == ",")
            breakLine();
    }

    const JsonLayout m_layout;
    QByteArray m_out;
    int m_depth = 0;
    bool m_opened = false; ///< The last token was `{` or `[`.
};

} // namespace

QByteArray laidOut(QByteArrayView text, const JsonLayout &layout, qsizetype mostBytes)
{
    Relayout out(layout);
    const qsizetype start = jsonTextStart(text);
    JsonScanner scanner(text.sliced(start));
    out.copy(text.first(start));
    for (auto token = scanner.nextToken(); !token.isEmpty(); token = scanner.nextToken()) {
        out.put(token);
        if (out.text().size() > mostBytes)
            return {};
    }
    out.copy(text.sliced(start + scanner.offset()));
    return out.text().size() > mostBytes ? QByteArray() : out.text();
}

} // namespace hub
