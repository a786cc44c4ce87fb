// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/json/jsonslice.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>

#include <vector>

namespace hub {

/// The top-level members of a JSON object as parts of its text, found in one pass. Accepts the same
/// texts as parseJsonObject(), but is much faster: values are decoded only on request.
class JsonMembers
{
public:
    /// Refers to the parsed text: valid while the JsonMembers or a copy of the text exists.
    struct Member
    {
        QByteArray name; ///< Decoded, in the form of utf8(). May share the parsed text.
        QByteArrayView nameText; ///< The exact text of the name, with the quotes.
        QByteArrayView value; ///< The exact text of the value, without white space around it.
        bool taken = false; ///< Not used here: FieldReader marks the members it has read.

        bool isNull() const { return value == "null"; }
        bool isString() const { return value.startsWith('"'); }
        bool isNumber() const { return isJsonNumber(value); }
        /// Returns the decoded string; empty when the value is not a string.
        QString string() const;
        /// Returns the decoded string as UTF-8. Lone surrogates are encoded by toWtf8(), so the
        /// result may be invalid UTF-8.
        QByteArray utf8() const;
        QJsonValue decoded() const { return jsonValue(value); }
    };

    /// Parses `text` and shares it. The error is `bad_json` unless `text` is one JSON object that
    /// parseJsonObject() accepts.
    static Result<JsonMembers> parse(const QByteArray &text, int maxDepth = maxForeignDepth);

    /// Returns the last member of that name, as QJsonDocument does; null when there is none.
    Member *find(QLatin1String name);
    const std::vector<Member> &all() const { return m_members; }

private:
    QByteArray m_text; ///< The views of the members refer to it.
    std::vector<Member> m_members; ///< In the order of the text; names may repeat.
};

} // namespace hub
