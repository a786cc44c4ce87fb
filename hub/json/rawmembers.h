// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/json/jsonmembers.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace hub {

/// Members of a JSON object that the hub passes on without interpreting them. Names and values keep
/// their exact text, so that numbers of any length stay unchanged. Copies share the text.
class RawMembers
{
public:
    RawMembers() = default;

    /// Returns the members of `object`, JSON text that the hub wrote. Returns none when it is empty
    /// or not an object.
    static RawMembers fromText(const QByteArray &object);
    /// Returns the members of a Qt JSON object.
    static RawMembers fromObject(const QJsonObject &object);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// Returns the object as JSON text; empty when there are no members.
    const QByteArray &text() const { return m_text; }
    /// Returns the members in order. They are valid until this object changes or is destroyed.
    std::vector<JsonMembers::Member> all() const;
    /// Returns the members as a Qt JSON object. parseJson() describes how numbers are read.
    QJsonObject decoded() const;

    bool contains(QLatin1String name) const;
    /// Returns the value of a string member; empty when it is absent or not a string.
    QString string(QLatin1String name) const;

    /// Adds a member at the end. `nameText` and `value` are JSON text; the name includes its
    /// quotes. No member may have this name already.
    void append(QByteArrayView nameText, QByteArrayView value);
    /// Adds or replaces a string member. `name` must be ASCII without characters to escape.
    void insert(QLatin1String name, const QString &value);
    void remove(QLatin1String name);

    bool operator==(const RawMembers &) const = default;

private:
    QByteArray m_text;
};

} // namespace hub
