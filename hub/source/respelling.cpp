// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/source/respelling.h"

#include "hub/wire/jsondocument.h"
#include "hub/wire/jsonscanner.h"
#include "hub/wire/jsonslice.h"

#include <QJsonDocument>

#include <optional>

namespace hub {

namespace {

/// White space of one way to write JSON.
struct Layout
{
    QByteArrayView afterComma;
    QByteArrayView afterColon;
    int indent = -1; ///< Spaces a level; -1 = all on one line.
};

/// Rewrites the white space between the tokens and nothing else, so that numbers, escapes and the
/// order of names stay as they are.
class Relayout
{
public:
    explicit Relayout(const Layout &layout) : m_layout(layout) { }

    /// `text` is JSON. Null when it becomes longer than a body that was sent can have been.
    QByteArray write(QByteArrayView text)
    {
        for (qsizetype at = 0; at < text.size();) {
            if (m_out.size() > mostRespeltBytes)
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

    const Layout m_layout;
    QByteArray m_out;
    int m_depth = 0;
    bool m_opened = false; ///< The last token opened an object or array.
};

bool isJson(const QByteArray &body)
{
    JsonScanner scanner(body, maxForeignDepth);
    return scanner.skipValue() && scanner.atEnd();
}

std::vector<Respelling> jsonRespellings(const QByteArray &body)
{
    const auto as = [&](const Layout &layout) { return Relayout(layout).write(body); };
    std::vector<Respelling> all{
        {QStringLiteral("as compact JSON"), as({"", ""})},
        {QStringLiteral("as JSON with a space after each comma and colon"), as({" ", " "})},
        {QStringLiteral("as JSON indented by two"), as({"", " ", 2})},
        {QStringLiteral("as JSON indented by four"), as({"", " ", 4})},
    };
    const QJsonDocument document = parseJson(body);
    if (!document.isNull())
        all.push_back({QStringLiteral("as compact JSON with sorted names"),
                       document.toJson(QJsonDocument::Compact)});
    return all;
}

QByteArray withoutLineEnd(QByteArray body)
{
    while (body.endsWith('\n') || body.endsWith('\r'))
        body.chop(1);
    return body;
}

} // namespace

std::vector<Respelling> respellings(const QByteArray &body)
{
    std::vector<Respelling> all;
    const auto add = [&](const QString &name, const QByteArray &other) {
        if (other != body)
            all.push_back({name, other});
    };
    const QByteArray bare = withoutLineEnd(body);
    add(QStringLiteral("without the end of line"), bare);
    add(QStringLiteral("with an end of line"), bare + '\n');
    add(QStringLiteral("with CR LF at its end"), bare + "\r\n");
    if (!isJson(body))
        return all;
    for (const Respelling &other : jsonRespellings(bare)) {
        if (other.body.isNull())
            continue;
        add(other.name, other.body);
        add(other.name + QStringLiteral(" and an end of line"), other.body + '\n');
    }
    return all;
}

} // namespace hub
