// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/jsonslice.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <vector>

namespace hub {

/// The top-level members of a JSON object as pieces of its text, found in one pass. Takes exactly
/// what parseJsonObject() takes, for a fraction of its price: values are decoded when somebody
/// asks.
class JsonMembers
{
public:
    struct Member
    {
        QByteArray name; ///< Decoded, as utf8() is; may look into the text.
        QByteArrayView nameText; ///< Its exact text, with the quotes.
        QByteArrayView value; ///< Its exact text, without white space around it.
        bool taken = false; ///< For whoever goes through them one by one.

        bool isNull() const { return value == "null"; }
        bool isString() const { return value.startsWith('"'); }
        bool isNumber() const;
        /// The decoded string; empty when it is not one.
        QString string() const;
        /// The same as UTF-8; see toWtf8() for lone surrogates, which make it no valid UTF-8.
        QByteArray utf8() const;
        QJsonValue decoded() const { return jsonValue(value); }
    };

    /// `bad_json` unless `text` is one JSON object that parseJsonObject() accepts. Shares `text`.
    static Result<JsonMembers> parse(const QByteArray &text, int maxDepth = maxForeignDepth);

    /// The last member of that name, as in QJsonDocument; null when there is none.
    Member *find(QLatin1String name);
    const std::vector<Member> &all() const { return m_members; }

private:
    QByteArray m_text; ///< What the views look at.
    std::vector<Member> m_members; ///< In their order; names may repeat.
};

} // namespace hub
