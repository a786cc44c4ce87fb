// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/sim/producer.h"

namespace sim {

/// Image generations. All reports go to the `image-gen` webhook in its own dialect.
class ImageProducer final : public Producer
{
public:
    /// `pictures` is the base URL of the result pictures.
    ImageProducer(const Mishaps &mishaps, const QString &pictures);

    Script script(Chance &chance) const override;

private:
    QJsonObject outcome(Chance &chance, const QString &request) const;

    Mishaps m_mishaps;
    QString m_pictures;
};

} // namespace sim
