// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The portable build includes this file before every source (resources/cmake/portable.cmake). The
// functions below exist only on Linux, in headers that other systems have too. A forbidden name may
// not appear in any later header, so the headers that declare these names come first.

#if __has_include(<unistd.h>)
#include <pthread.h>
#include <sched.h>
#include <unistd.h>
#endif

#pragma GCC poison pipe2 dup3 gettid unshare setns execveat close_range copy_file_range
#pragma GCC poison pthread_setname_np pthread_getname_np pthread_setaffinity_np sched_setaffinity
#pragma GCC poison epoll_create1 epoll_ctl epoll_wait epoll_pwait eventfd signalfd timerfd_create
#pragma GCC poison inotify_init1 memfd_create pidfd_open prctl sendfile malloc_trim mallopt
