// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/jsonmembers.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

namespace hub {

/// The members of a JSON object that are carried without being understood. Names and values keep
/// the text that they were written with, so that numbers of any length come out as they went in.
/// Cheap to copy.
class RawMembers
{
public:
    RawMembers() = default;

    /// Returns the members of `object`, which is JSON text of ours; none when it is empty or no
    /// object.
    static RawMembers fromText(const QByteArray &object);
    /// Returns the members of a value that Qt holds.
    static RawMembers fromObject(const QJsonObject &object);

    bool isEmpty() const { return m_text.isEmpty(); }
    /// The object as JSON text; empty when there are no members.
    const QByteArray &text() const { return m_text; }
    /// The members one by one, in their order.
    std::vector<JsonMembers::Member> all() const;
    /// The members as Qt holds them; see parseJson() for numbers.
    QJsonObject decoded() const;

    bool contains(QLatin1String name) const;
    /// The string that the member is; empty when it is absent or no string.
    QString string(QLatin1String name) const;

    /// Adds a member at the end. The name is JSON text with its quotes and not there yet.
    void append(QByteArrayView nameText, QByteArrayView value);
    /// Sets a member with a name of ours: plain ASCII without anything to escape.
    void insert(QLatin1String name, const QString &value);
    void remove(QLatin1String name);

    bool operator==(const RawMembers &) const = default;

private:
    QByteArray m_text;
};

} // namespace hub
