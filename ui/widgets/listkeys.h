// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

namespace ui {

/// A key that is no entry of a menu, because it acts only where one kind of widget has the focus.
struct ListKey
{
    QString where; ///< For example `In the list of jobs`.
    QString what;
    QString keys; ///< As people read them.
};

/// Returns all such keys, in the order to show them. Keys of one place are together.
QList<ListKey> listKeys();

} // namespace ui
