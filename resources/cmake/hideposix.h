// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

// The portable build includes this file before every source of hub, ui and app
// (resources/cmake/portable.cmake). The C++ library includes some headers of POSIX. The functions
// below are declared there, and Windows does not have them.

#if __has_include(<unistd.h>)
#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <pthread.h>
#include <unistd.h>
#endif

#pragma GCC poison fork vfork execv execve execvp getpid getppid getuid geteuid getgid isatty
#pragma GCC poison readlink fsync fdatasync ftruncate sysconf gethostname
#pragma GCC poison sigaction sigprocmask pthread_sigmask pthread_atfork pthread_kill fileno
#pragma GCC poison accept4 setsockopt getsockopt recvmsg sendmsg fcntl ioctl getrlimit setrlimit
#undef STDIN_FILENO
#undef STDOUT_FILENO
#undef STDERR_FILENO
