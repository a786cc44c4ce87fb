// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/topic.h"

#include "hub/wire/userid.h"

#include <algorithm>

namespace hub {

namespace {
constexpr qsizetype maxIdBytes = 128;

bool isIdCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
           || QByteArrayView("._~:@+=-").contains(c);
}
} // namespace

QByteArray Topic::toString() const
{
    switch (kind) {
    case TopicKind::Job: return "job/" + id;
    case TopicKind::User: return "user/" + id;
    case TopicKind::Hub: break;
    }
    return QByteArrayLiteral("hub");
}

std::optional<Topic> Topic::parse(QByteArrayView text)
{
    if (text == "hub")
        return Topic::hub();
    const qsizetype slash = text.indexOf('/');
    if (slash < 0)
        return std::nullopt;
    const QByteArrayView kind = text.first(slash);
    const QByteArrayView id = text.sliced(slash + 1); // a user may contain slashes
    if (kind == "job" && isValidId(id))
        return Topic::job(id.toByteArray());
    if (kind == "user" && isValidUser(id))
        return Topic::user(id.toByteArray());
    return std::nullopt;
}

bool isValidId(QByteArrayView id)
{
    // URL clients remove these two path segments before they send a request (RFC 3986 section
    // 5.2.4).
    if (id == "." || id == "..")
        return false;
    return !id.isEmpty() && id.size() <= maxIdBytes
           && std::all_of(id.begin(), id.end(), isIdCharacter);
}

} // namespace hub
