// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/wire/userid.h"

#include "hub/base/printable.h"

namespace hub {

namespace {

Error badUser(const QString &fault)
{
    return {QByteArrayLiteral("bad_user_id"), fault};
}

Result<QByteArray> checked(const QString &text, QByteArray utf8)
{
    if (!text.isValidUtf16())
        return badUser(QStringLiteral("must not contain a lone surrogate"));
    if (const auto fault = faultOfUser(utf8))
        return badUser(*fault);
    return utf8;
}

} // namespace

std::optional<QString> faultOfUser(QByteArrayView user)
{
    if (user.isEmpty())
        return QStringLiteral("must not be empty");
    if (user.size() > maxUserBytes) {
        return QStringLiteral("must not be longer than %1 bytes of UTF-8, this has %2")
            .arg(maxUserBytes)
            .arg(user.size());
    }
    if (!user.isValidUtf8())
        return QStringLiteral("must be UTF-8");
    if (const auto control = firstControl(user)) {
        const QString code = QString::number(*control, 16).toUpper();
        return QStringLiteral("must not have control characters, this has U+%1")
            .arg(code, 4, QLatin1Char('0'));
    }
    return std::nullopt;
}

Result<QByteArray> userOf(const QString &text)
{
    return checked(text, text.toUtf8());
}

Result<QByteArray> userOf(const JsonMembers::Member &member)
{
    if (!member.isString())
        return badUser(QStringLiteral("must be a string"));
    return checked(member.string(), member.utf8());
}

} // namespace hub
