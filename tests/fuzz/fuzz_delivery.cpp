// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/json/jsondocument.h"
#include "tests/fuzz/fuzz.h"
#include "ui/client/deliveryinfo.h"

#include <QJsonDocument>

using namespace ui;

namespace {

void checkDelivery(const DeliveryInfo &info)
{
    FUZZ_CHECK(info.id >= 0 && info.size >= 0 && info.replayOf >= 0);
    FUZZ_CHECK(info.reason.size() <= mostReason);
    const int status = answeredStatus(info);
    FUZZ_CHECK(status == 0 || (status >= 200 && status < 500));
}

} // namespace

/// Reads the input as the answers of a hub about its received webhooks.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QJsonObject answer =
        hub::parseJson(QByteArray(reinterpret_cast<const char *>(bytes), qsizetype(size))).object();
    checkDelivery(deliveryOf(answer));
    const FullDelivery full = fullDeliveryOf(answer);
    checkDelivery(full.info);
    FUZZ_CHECK(full.headers.size() <= mostHeaders);
    for (const DeliveryInfo &info : deliveriesOf(answer)) {
        FUZZ_CHECK(info.id > 0);
        checkDelivery(info);
    }
    return 0;
}
