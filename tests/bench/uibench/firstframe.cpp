// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/monitor/monitor.h"
#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/ticktimes.h"

#include <QCoreApplication>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

namespace bench {

namespace {

/// Ends the process when the window is painted for the first time.
class FirstPaint : public QObject
{
public:
    using QObject::QObject;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint)
            QMetaObject::invokeMethod(qApp, &QCoreApplication::quit, Qt::QueuedConnection);
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

int openWindow()
{
    QStandardPaths::setTestModeEnabled(true);
    app::MonitorOptions options;
    options.hub = QUrl(QStringLiteral("http://127.0.0.1:9")); // nobody answers there
    options.embedded = false;
    options.keyring = false;
    app::Monitor monitor(options);
    FirstPaint watcher;
    monitor.window()->centralWidget()->installEventFilter(&watcher);
    monitor.start();
    return QCoreApplication::exec();
}

void start()
{
    constexpr int rounds = 10;
    const QTemporaryDir home;
    qputenv("XDG_CONFIG_HOME", home.path().toLocal8Bit());
    const auto once = [] {
        return QProcess::execute(QCoreApplication::applicationFilePath(), {QStringLiteral("open")});
    };
    if (once() != 0) { // also loads the files into memory
        std::printf("start to window failed\n");
        return;
    }
    TickTimes times;
    for (int i = 0; i < rounds; ++i)
        times.measure(once);
    print("start to window, warm", times);
}

} // namespace bench
