// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "hub/wire/fieldreader.h"
#include "hub/wire/jobchange.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

namespace hub {

/// Gives `change` the unknown members of its webhook, as many as its bound allows. The rest is
/// dropped and counted: the outcome of a job must not be lost for it.
void adoptRest(JobChange &change, const FieldReader &fields);

/// `{"images":[{"url","file_name","content_type"?},…],"output":…}`, a job's result in the words of
/// api.md. `files` is JSON text: a string, an object or an array of these; objects are taken as
/// they are. Empty parts are left out; empty when both are.
QByteArray imagesResult(QByteArrayView files, QByteArrayView output);

/// A provider's error as `{"code","message"}`: an object that has one of the two is carried as it
/// is, anything else becomes the message, with `code`. Empty when `error` is.
QByteArray errorObject(QByteArrayView error, const QByteArray &code);

/// What is wrong with a field that has a value which the source does not know.
QString unknownValue(const QString &value);

} // namespace hub
