// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/auth/principal.h"

#include <algorithm>

namespace hub {

Principal Principal::everybody()
{
    Principal principal;
    principal.subject = QByteArrayLiteral("local");
    principal.permissions = Permission::Read | Permission::Publish | Permission::Admin;
    return principal;
}

bool Principal::may(Permission permission) const
{
    return isAdmin() || permissions.testFlag(permission);
}

bool Principal::mayTouchJob(QByteArrayView id) const
{
    if (!jobs)
        return true;
    const Topic topic = Topic::job(id.toByteArray());
    return std::any_of(jobs->begin(), jobs->end(),
                       [&](const TopicPattern &pattern) { return pattern.matches(topic); });
}

bool Principal::mayTouchJob(QByteArrayView id, QByteArrayView owner) const
{
    return (isAdmin() || owner == subject) && mayTouchJob(id);
}

} // namespace hub
