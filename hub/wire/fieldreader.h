// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/wire/job.h"
#include "hub/wire/jsonmembers.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <initializer_list>
#include <optional>

namespace hub {

/// Takes the members that we know out of a request body, one by one. Absent and null are the same.
/// The first that is wrong is remembered as error(), so that a caller reads all and asks once; what
/// nobody asked for is rest().
class FieldReader
{
public:
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
    static Result<FieldReader> open(const QByteArray &body);

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
    /// Another system's id: a string or whole number, bounded, without control characters; empty
    /// when absent.
    QByteArray foreignId(QLatin1String name);
    /// A number from 0 to 100.
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

    const std::optional<Error> &error() const { return m_error; }

    /// The members that nobody asked for, within maxUnknown and maxUnknownBytes.
    struct Rest
    {
        QJsonObject members;
        int dropped = 0; ///< Members that did not fit.
    };
    /// Decodes only what it returns. A member that does not fit is left out, a later one may fit.
    Rest rest() const;
    /// The same for a caller that is told: `too_many_members` when something does not fit.
    Result<QJsonObject> wholeRest() const;

private:
    using Member = JsonMembers::Member;

    explicit FieldReader(JsonMembers members) : m_members(std::move(members)) { }

    const Member *take(QLatin1String name);

    JsonMembers m_members;
    std::optional<Error> m_error;
};

} // namespace hub
