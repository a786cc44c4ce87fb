// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/hub/logannouncer.h"

#include "hub/base/log.h"
#include "hub/core/hub.h"
#include "hub/json/jsonwriter.h"

#include <QPointer>

namespace app {

LogAnnouncer::LogAnnouncer(hub::Hub &publisher)
{
    // The observer runs on the thread that logs; the hub is used on its own thread only.
    hub::setLogObserver([hub = QPointer(&publisher)](QtMsgType level, const QByteArray &line) {
        if (level != QtWarningMsg && level != QtCriticalMsg)
            return;
        QMetaObject::invokeMethod(
            hub.data(),
            [hub, line] {
                hub::JsonWriter json;
                json.beginObject().key("line").string(line).endObject();
                hub->announce("hub.log", json.take());
            },
            Qt::QueuedConnection);
    });
}

LogAnnouncer::~LogAnnouncer()
{
    hub::setLogObserver({});
}

} // namespace app
