// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "hub/http/httpbudgets.h"

#include <algorithm>

namespace hub {

namespace {

/// The share of one owner is a quarter of the total, but at least `largest` bytes.
ByteBudget::Limits shared(qint64 total, qint64 largest)
{
    return {total, std::min(total, std::max(total / 4, largest))};
}

ByteBudget::Limits ofRequests(const HttpLimits &limits)
{
    return shared(limits.requestBudgetBytes,
                  std::max({limits.bodyBytes, limits.batchBodyBytes, limits.webhookBodyBytes}));
}

ByteBudget::Limits ofUnverified(const HttpLimits &limits)
{
    return shared(limits.unverifiedBudgetBytes, limits.webhookBodyBytes);
}

ByteBudget::Limits ofAnswers(const HttpLimits &limits)
{
    return shared(limits.answerBudgetBytes, 0);
}

} // namespace

HttpBudgets::HttpBudgets(const HttpLimits &limits)
    : requests(ofRequests(limits))
    , unverified(ofUnverified(limits))
    , answers(ofAnswers(limits))
{ }

void HttpBudgets::configure(const HttpLimits &limits)
{
    requests.setLimits(ofRequests(limits));
    unverified.setLimits(ofUnverified(limits));
    answers.setLimits(ofAnswers(limits));
}

} // namespace hub
