// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/uibench/livewindow.h"
#include "tests/bench/uibench/processuse.h"
#include "tests/bench/uibench/scenarios.h"
#include "tests/bench/uibench/ticktimes.h"
#include "ui/widgets/filterline.h"
#include "ui/widgets/logpage.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QInputDevice>
#include <QKeyEvent>

#include <atomic>
#include <cstdio>
#include <thread>
#include <utility>

namespace bench {

namespace {

using std::chrono::milliseconds;
using std::chrono::seconds;

/// Sends keys to a field from a thread of its own, as the window system does, and takes the time
/// from sending a key until the field is painted with it. The wait for a tick that is running is
/// part of that time.
class Typist : public QObject
{
public:
    explicit Typist(QWidget *field) : m_field(field) { field->installEventFilter(this); }

    void type(const QString &text)
    {
        QInputDevice::primaryKeyboard(); // the first key would make it, in the other thread
        QEventLoop loop;
        std::thread hand([&] {
            for (const QChar letter : text) {
                std::this_thread::sleep_for(betweenKeys);
                m_sentNs = m_clock.nsecsElapsed();
                for (const QEvent::Type event : {QEvent::KeyPress, QEvent::KeyRelease})
                    QCoreApplication::postEvent(
                        m_field, new QKeyEvent(event, Qt::Key_unknown, Qt::NoModifier, letter));
            }
            std::this_thread::sleep_for(betweenKeys);
            QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
        });
        loop.exec();
        hand.join();
    }
    const TickTimes &times() const { return m_times; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::KeyPress)
            m_typed = true;
        if (event->type() == QEvent::Paint && std::exchange(m_typed, false))
            m_times.add(m_clock.nsecsElapsed() - m_sentNs);
        return QObject::eventFilter(watched, event);
    }

private:
    static constexpr milliseconds betweenKeys{120};

    QWidget *m_field;
    QElapsedTimer m_clock = [] {
        QElapsedTimer started;
        started.start();
        return started;
    }();
    std::atomic<qint64> m_sentNs{0};
    TickTimes m_times;
    bool m_typed = false; ///< A key came, and the field is not painted yet.
};

} // namespace

void typing()
{
    constexpr int rate = 700;
    LiveWindow live;
    live.start(rate);
    LiveWindow::run(seconds(1));
    auto *field = live.window().logPage()->findChild<ui::FilterLine *>(QStringLiteral("filter"));
    field->setFocus();
    Typist typist(field);
    for (int round = 0; round < 5; ++round) {
        typist.type(QStringLiteral("frame 7719 of"));
        field->apply({});
    }
    print("typing at 1 M rows, 700/s", typist.times());
}

void load(seconds time)
{
    constexpr int rate = 5'000;
    constexpr seconds part{60};
    LiveWindow live;
    live.start(rate);
    LiveWindow::run(seconds(2));
    for (seconds passed{0}; passed < time; passed += part) {
        const seconds now = std::min(part, time - passed);
        const double before = processCpuSeconds();
        QElapsedTimer timer;
        timer.start();
        LiveWindow::run(now);
        const double share =
            (processCpuSeconds() - before) * 1000 / static_cast<double>(timer.elapsed());
        std::printf("window 5000/s after %4lld s    %5.1f %% of a core, %.1f MB, %zu waiting\n",
                    static_cast<long long>((passed + now).count()), share * 100,
                    residentMegabytes(), live.session().queued());
        std::fflush(stdout);
    }
}

} // namespace bench
