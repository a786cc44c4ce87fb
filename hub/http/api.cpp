// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/api.h"

namespace hub {

const Principal &principalOf(const Request &request)
{
    static const Principal everybody = Principal::everybody();
    return request.principal ? *request.principal : everybody;
}

Visibility visibilityOf(const Request &request)
{
    const Principal &principal = principalOf(request);
    Visibility visible;
    visible.everybodys = principal.isAdmin() && !principal.jobs;
    if (visible.everybodys)
        return visible;
    visible.anyOwner = principal.isAdmin();
    visible.owner = principal.subject;
    visible.jobs = principal.jobs;
    return visible;
}

void addRoutes(Router &router, Api &api)
{
    addJobRoutes(router, api);
    addPublishRoutes(router, api);
    addStreamRoutes(router, api);
    addWebhookRoutes(router, api);
    addDeliveryRoutes(router, api);
    addAccessRoutes(router, api);
    addAdminRoutes(router, api);
    addStatusRoutes(router, api);
    addPageRoutes(router);
}

} // namespace hub
