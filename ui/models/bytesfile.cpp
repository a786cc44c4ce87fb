// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/bytesfile.h"

#include <QCoreApplication>
#include <QPointer>
#include <QSaveFile>
#include <QThreadPool>

#include <utility>

namespace ui {

void saveBytes(const QString &path, const QByteArray &bytes, QObject *context,
               std::function<void(const QString &problem)> done)
{
    QThreadPool::globalInstance()->start([path, bytes, guard = QPointer<QObject>(context),
                                          done = std::move(done)] {
        QSaveFile file(path);
        const bool saved =
            file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
        const QString problem = saved ? QString() : file.errorString();
        // The application lives as long as the pool; `context` may be gone.
        QMetaObject::invokeMethod(
            QCoreApplication::instance(),
            [guard, done, problem] {
                if (guard)
                    done(problem);
            },
            Qt::QueuedConnection);
    });
}

} // namespace ui
