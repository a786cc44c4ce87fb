// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/job.h"
#include "hub/wire/jsonmembers.h"
#include "hub/wire/rawmembers.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <initializer_list>
#include <optional>

namespace hub {

/// Takes the members that we know out of a request body, one by one. Absent and null are the same.
/// The first that is wrong is remembered as error(), so that a caller reads all and asks once; what
/// nobody asked for is rest().
class FieldReader
{
public:
    /// What a member that cannot be read does to the whole. Dropped: it counts as absent, and
    /// notes() says why; only reject() makes an error. For senders that nobody can ask to mend one
    /// detail: the rest of what they say must not be lost.
    enum class Details { Refused, Dropped };

    static constexpr qsizetype maxTextBytes =
        1024 * 1024; ///< As the largest body: no outcome is refused for its text.
    static constexpr qsizetype maxForeignIdBytes = 256;
    static constexpr int maxLabels = 64;
    static constexpr qsizetype maxLabelBytes = 1024; ///< Of a label's name and of its value.
    static constexpr qsizetype maxLabelsBytes = 16 * 1024; ///< Of all labels together.
    static constexpr int maxAttempt = 1'000'000;
    static constexpr int maxUnknown = 64; ///< Unknown members of one body.
    static constexpr qsizetype maxUnknownBytes = 16 * 1024; ///< Their names and values together.

    /// `bad_json` unless `body` is one JSON object.
    static Result<FieldReader> open(const QByteArray &body, Details details = Details::Refused,
                                    int maxDepth = maxForeignDepth);

    /// Whether the member is there and not null; it counts as asked for.
    bool has(QLatin1String name);

    /// The first of these members that is there; the first of all when none is.
    QLatin1String firstOf(std::initializer_list<QLatin1String> names);

    /// A string of at most maxTextBytes.
    std::optional<QString> text(QLatin1String name);
    /// The same as UTF-8, for one of some words; empty when absent.
    QByteArray word(QLatin1String name);
    /// One of our ids (isValidId()), a string or whole number; empty when absent.
    QByteArray id(QLatin1String name);
    /// A user (isValidUser()), a string or whole number; empty when absent.
    QByteArray user(QLatin1String name);
    /// Another system's id: a string or whole number, bounded, without control characters; empty
    /// when absent.
    QByteArray foreignId(QLatin1String name);
    /// The same for a member that must be there and be right, whatever becomes of details.
    QByteArray requiredId(QLatin1String name);
    QByteArray requiredForeignId(QLatin1String name);
    /// A percentage: a number, or a string such as `50` or `50%`. A finite one beyond 0 or 100 is
    /// taken for that end: senders round.
    std::optional<double> percent(QLatin1String name);
    /// A whole number from 1 to maxAttempt.
    std::optional<int> attempt(QLatin1String name);
    /// `{"current","total"}`, whole numbers from 0.
    std::optional<Step> step(QLatin1String name);
    /// The exact bytes of any value; empty when absent.
    QByteArray json(QLatin1String name);
    /// An object of at most maxLabels strings, within maxLabelsBytes.
    QJsonObject labels(QLatin1String name);

    /// Remembers that the member is wrong (`bad_field`, "name: what").
    void reject(QLatin1String name, const QString &what);
    void reject(Error error);

    /// A detail cannot be read: an error, or with Details::Dropped a note.
    void miss(QLatin1String name, const QString &what);

    const std::optional<Error> &error() const { return m_error; }
    /// What was dropped, as `name: why`.
    const QStringList &notes() const { return m_notes; }

    /// The members that nobody asked for, within maxUnknown and maxUnknownBytes.
    struct Rest
    {
        RawMembers members; ///< In their order.
        int dropped = 0; ///< Members that did not fit.
    };
    /// Decodes nothing. A member that does not fit is left out, a later one may fit.
    Rest rest() const;
    /// The same for a caller that is told: `too_many_members` when something does not fit.
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
