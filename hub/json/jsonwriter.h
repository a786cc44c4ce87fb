// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/timetext.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QString>
#include <QVarLengthArray>

namespace hub {

/// Writes compact JSON text and inserts the commas. Existing JSON text can be inserted without
/// parsing it.
class JsonWriter
{
public:
    JsonWriter &beginObject();
    JsonWriter &endObject();
    /// Ends a line after a complete value. The next value is a separate JSON text on a new line.
    JsonWriter &endLine();
    JsonWriter &beginArray();
    JsonWriter &endArray();

    /// Writes the name of the next value. `name` must be ASCII without characters to escape.
    JsonWriter &key(QByteArrayView name);
    /// Writes and escapes the name of the next value, for a name from outside.
    JsonWriter &foreignKey(const QString &name);
    /// Writes the name of the next value from JSON text that includes the quotes.
    JsonWriter &rawKey(QByteArrayView nameText);

    /// A lone surrogate is written as an escape.
    JsonWriter &string(QStringView value);
    /// Invalid UTF-8 becomes U+FFFD.
    JsonWriter &string(const QByteArray &utf8);
    JsonWriter &number(qint64 value);
    /// Writes the shortest form that reads back as the same value; `null` when not finite.
    JsonWriter &number(double value);
    JsonWriter &boolean(bool value);
    JsonWriter &null();
    /// Inserts JSON text, which must be valid; empty = null.
    JsonWriter &raw(QByteArrayView json);
    /// Writes a Qt JSON value in compact form.
    JsonWriter &value(const QJsonValue &value);
    /// Writes a time in milliseconds since 1970 UTC as formatTime() does; 0 = null.
    JsonWriter &time(qint64 ms);

    /// Writes a member with a string value, or nothing when `value` is empty.
    JsonWriter &textIf(QByteArrayView name, const QByteArray &value);
    /// Writes a member with a JSON text as value, or nothing when `json` is empty.
    JsonWriter &rawIf(QByteArrayView name, const QByteArray &json);
    /// Writes a member with a string value, or with `null` when `value` is empty.
    JsonWriter &textOrNull(QByteArrayView name, const QByteArray &value);

    /// Returns the text and resets the writer.
    QByteArray take();

private:
    void separate();

    /// Most events fit in here, so take() makes the only allocation, of the exact size.
    QVarLengthArray<char, 1024> m_out;
    bool m_needComma = false;
};

} // namespace hub
