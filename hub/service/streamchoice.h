// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/base/result.h"
#include "hub/core/subscriber.h"

#include <functional>
#include <optional>
#include <vector>

namespace hub {

/// Which open streams an administrator means: all, or those that meet every criterion.
class StreamChoice
{
public:
    /// Adds a criterion. `topic` is a pattern such as `job/render-*`; `job` is an id; `user` also
    /// matches streams of notifications for the user. Returns an error (`bad_field`) for a value
    /// that cannot be one, because leaving a criterion out would close more streams than meant.
    std::optional<Error> narrowByTopic(const QByteArray &value);
    std::optional<Error> narrowByJob(const QByteArray &value);
    std::optional<Error> narrowByUser(const QByteArray &value);

    bool isNarrowed() const { return !m_criteria.empty(); }
    bool matches(const Subscriber &subscriber) const;
    /// Describes the choice for logs and answers: `job/a and user/u`, or `all`.
    QByteArray what() const { return m_what.isEmpty() ? QByteArray("all") : m_what; }

private:
    using Criterion = std::function<bool(const Subscriber &)>;
    void narrow(const QByteArray &word, Criterion criterion);

    QByteArray m_what;
    std::vector<Criterion> m_criteria;
};

} // namespace hub
