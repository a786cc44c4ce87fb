// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/filter/filter.h"

namespace hub {

/// The fields of a received webhook in a filter.
enum class DeliveryField {
    Source,
    Verdict,
    Effect,
    Is,
    Status,
    Job,
    External,
    Reason,
    Id,
    Path,
    Size,
    Time,
    Age
};

/// Bits of DeliveryField::Verdict, in the order of its words.
enum DeliveryVerdictBit : quint32 {
    VerdictAccepted = 1,
    VerdictRejected = 2,
    VerdictRefused = 4,
};

/// Bits of DeliveryField::Effect, in the order of its words.
enum DeliveryEffectBit : quint32 {
    EffectNone = 1,
    EffectApplied = 2,
    EffectDuplicate = 4,
    EffectUnmatched = 8,
    EffectIgnored = 16,
};

/// Bits of DeliveryField::Is, in the order of its words.
enum DeliveryIsBit : quint32 { IsReplay = 1, IsBad = 2 };

/// Returns the fields that filters of received webhooks can name.
const FilterFields &deliveryFields();

} // namespace hub
