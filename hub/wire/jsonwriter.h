// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/timetext.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QString>
#include <QVarLengthArray>

namespace hub {

/// Appends compact JSON text; takes ready-made JSON in between without parsing it. Commas are its
/// own business.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    /// After a whole value: the next one is a text of its own on a line of its own.
    JsonWriter &endLine();
    JsonWriter &beginArray();
    JsonWriter &endArray();

    /// Name of the next value; `name` is ours: plain ASCII without anything to escape.
    JsonWriter &key(QByteArrayView name);
    /// Name of the next value from outside: escaped.
    JsonWriter &foreignKey(const QString &name);
    /// The same as JSON text, quotes included, as it is.
    JsonWriter &rawKey(QByteArrayView nameText);

    /// A lone surrogate is written as an escape.
    JsonWriter &string(QStringView value);
    /// What is not UTF-8 becomes U+FFFD.
    JsonWriter &string(const QByteArray &utf8);
    JsonWriter &number(qint64 value);
    JsonWriter &
    number(double value); ///< `null` when not finite, shortest form that reads back the same.
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    /// JSON text that is known to be valid, as it is; empty = null.
    JsonWriter &raw(QByteArrayView json);
    /// A value that Qt holds, in its compact spelling.
    JsonWriter &value(const QJsonValue &value);
    /// RFC 3339 UTC with milliseconds; 0 = null.
    JsonWriter &time(qint64 ms);

    /// A member of ours; none at all when `value` is empty.
    JsonWriter &textIf(QByteArrayView name, const QByteArray &value);
    JsonWriter &rawIf(QByteArrayView name, const QByteArray &json);
    /// A member of ours; `null` when `value` is empty.
    JsonWriter &textOrNull(QByteArrayView name, const QByteArray &value);

    /// The text; begins anew.
    QByteArray take();

private:
    void separate();

    QVarLengthArray<char, 1024> m_out; ///< So that most events take one allocation, of their size.
    bool m_needComma = false;
};

} // namespace hub
