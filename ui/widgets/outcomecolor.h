// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/deliverywords.h"

class QColor;
class QPalette;

namespace ui {

/// Returns the colour of an outcome on the base colour of a palette. It is never the only sign: the
/// icon and the word go with it.
QColor colorOf(DeliveryOutcome outcome, const QPalette &palette);

} // namespace ui
