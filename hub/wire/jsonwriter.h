// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/timetext.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QJsonValue>
#include <QString>

namespace hub {

/// Appends compact JSON text; takes ready-made JSON in between without parsing it. Commas are its
/// own business.
class JsonWriter
{
public:
    JsonWriter() { m_out.reserve(240); } // most events; with Qt's head this is one small block

    JsonWriter &beginObject();
    JsonWriter &endObject();
    JsonWriter &beginArray();
    JsonWriter &endArray();

    /// Name of the next value; `name` is ours: plain ASCII without anything to escape.
    JsonWriter &key(QByteArrayView name);
    /// Name of the next value from outside: escaped.
    JsonWriter &foreignKey(const QString &name);

    JsonWriter &string(QStringView value);
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

    QByteArray take() { return std::move(m_out); }

private:
    void separate();

    QByteArray m_out;
    bool m_needComma = false;
};

} // namespace hub
