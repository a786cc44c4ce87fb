// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/json/jsonmembers.h"
#include "hub/json/rawmembers.h"
#include "hub/wire/job.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace hub {

/// Reads the known members of a JSON request body, one call for each member. An absent member and
/// null are the same. error() keeps the first error, so that a caller reads all members and checks
/// once. rest() returns the members that no call has read.
class FieldReader
{
public:
    /// How to treat an invalid member. Refused: it is an error. Dropped: it counts as absent and
    /// notes() gives the reason; only reject() and the required members make errors. Dropped is for
    /// webhooks: the provider cannot correct a detail, and the rest of the body must not be lost.
    enum class Details { Refused, Dropped };

    /// As large as the largest body, so that no outcome of a job is refused because of its text.
    static constexpr qsizetype maxTextBytes = 1024 * 1024;
    static constexpr qsizetype maxForeignIdBytes = 256;
    static constexpr int maxLabels = 64;
    static constexpr qsizetype maxLabelBytes = 1024; ///< Of a label's name, and of its value.
    static constexpr qsizetype maxLabelsBytes = 16 * 1024; ///< Of the JSON text of all labels.
    static constexpr int maxAttempt = 1'000'000;
    static constexpr int maxUnknown = 64; ///< Unknown members in one body.
    static constexpr qsizetype maxUnknownBytes = 16 * 1024; ///< Of their names and values together.

    /// Parses `body`. The error is `bad_json` unless it is one JSON object, nested at most
    /// `maxDepth` levels.
    static Result<FieldReader> open(const QByteArray &body, Details details = Details::Refused,
                                    int maxDepth = maxForeignDepth);

    /// Returns whether the member is present and not null. The member counts as read.
    bool has(QLatin1String name);

    /// Returns the first of these names whose member is present and not null. Returns the first
    /// name when there is none.
    QLatin1String firstOf(std::initializer_list<QLatin1String> names);

    // Each of the following functions reads one member. When it is absent, null or invalid, the
    // result is nullopt or empty. An invalid member also makes an error or a note, see Details.

    /// Reads a string of at most maxTextBytes bytes of UTF-8.
    std::optional<QString> text(QLatin1String name);
    /// Reads a string as UTF-8. For members whose value is one of several words.
    QByteArray word(QLatin1String name);
    /// Reads an id of this hub (isValidId()): a string or a whole number.
    QByteArray id(QLatin1String name);
    /// Reads a user (isValidUser()): a string or a whole number.
    QByteArray user(QLatin1String name);
    /// Reads an id of another system: a string or a whole number of at most maxForeignIdBytes,
    /// without control characters.
    QByteArray foreignId(QLatin1String name);
    /// Reads an id by the rules of id(). An absent or invalid member is always an error, also with
    /// Details::Dropped.
    QByteArray requiredId(QLatin1String name);
    /// Does the same by the rules of foreignId().
    QByteArray requiredForeignId(QLatin1String name);
    /// Reads a percentage: a number, or a string such as `50` or `50%`. Limits a finite number to 0
    /// to 100, because senders round.
    std::optional<double> percent(QLatin1String name);
    /// Reads a whole number from 1 to maxAttempt.
    std::optional<int> attempt(QLatin1String name);
    /// Reads `{"current","total"}`, whole numbers from 0.
    std::optional<Step> step(QLatin1String name);
    /// Reads the exact bytes of any value.
    QByteArray json(QLatin1String name);
    /// Reads an object of at most maxLabels strings, within maxLabelBytes and maxLabelsBytes.
    QJsonObject labels(QLatin1String name);

    /// Sets the error `bad_field` with the message "name: what", unless there is an error already.
    void reject(QLatin1String name, const QString &what);
    /// Sets the error, unless there is one already.
    void reject(Error error);

    /// Reports an invalid member: as an error, or with Details::Dropped as a note.
    void miss(QLatin1String name, const QString &what);

    const std::optional<Error> &error() const { return m_error; }
    /// Returns the members that were dropped, as `name: why`.
    const QStringList &notes() const { return m_notes; }

    /// The members that no call has read, within maxUnknown and maxUnknownBytes.
    struct Rest
    {
        RawMembers members; ///< In the order of the body.
        int dropped = 0; ///< The number of members that did not fit.
    };
    /// Returns the unread members without decoding them. Starts with the last member of the body
    /// and leaves out each member that does not fit.
    Rest rest() const;
    /// Returns all unread members. The error is `too_many_members` when a member does not fit.
    Result<RawMembers> wholeRest() const;

private:
    using Member = JsonMembers::Member;

    FieldReader(JsonMembers members, Details details)
        : m_members(std::move(members))
        , m_details(details)
    { }

    const Member *take(QLatin1String name);
    QByteArray required(QLatin1String name, QByteArray (FieldReader::*read)(QLatin1String));

    JsonMembers m_members;
    Details m_details;
    std::optional<Error> m_error;
    QStringList m_notes;
};

} // namespace hub
