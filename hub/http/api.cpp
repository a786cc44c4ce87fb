// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/api.h"

namespace hub {

QByteArray callerOf(const Request &)
{
    return QByteArrayLiteral("local");
}

void addRoutes(Router &router, Api &api)
{
    addJobRoutes(router, api);
    addPublishRoutes(router, api);
    addStreamRoutes(router, api);
    addWebhookRoutes(router, api);
    addDeliveryRoutes(router, api);
    addAdminRoutes(router, api);
    addStatusRoutes(router, api);
    addPageRoutes(router);
}

} // namespace hub
