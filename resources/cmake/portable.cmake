# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later

# HELIOGRAPH_PORTABLE: builds as on a system of which only standard C++ and Qt are known, and proves it. For every
# header below, a header of the same name that ends the compilation comes first in the include path. The headers that
# the C++ library itself includes (unistd.h, pthread.h) stay visible; hidelinux.h and hideposix.h forbid their functions.
# `tst_layers` checks the names of the files that include such headers.

# These headers exist only on Linux. Every source that includes one fails, tests too.
set(hidden_linux
    linux/capability.h linux/filter.h linux/fs.h linux/futex.h linux/if.h linux/if_packet.h linux/in.h linux/in6.h
    linux/inet_diag.h linux/io_uring.h linux/landlock.h linux/magic.h linux/memfd.h linux/net.h linux/netlink.h
    linux/openat2.h linux/random.h linux/rtnetlink.h linux/sched.h linux/seccomp.h linux/sock_diag.h linux/socket.h
    linux/sockios.h linux/tcp.h linux/unistd.h linux/version.h linux/vm_sockets.h
    sys/auxv.h sys/capability.h sys/epoll.h sys/eventfd.h sys/fanotify.h sys/inotify.h sys/prctl.h sys/random.h
    sys/sendfile.h sys/signalfd.h sys/sysinfo.h sys/timerfd.h systemd/sd-daemon.h malloc.h)

# These headers exist on every Unix. Only tests may include them here, because tests run on Unix only.
set(hidden_posix
    arpa/inet.h dirent.h fcntl.h grp.h ifaddrs.h net/if.h netdb.h netinet/in.h netinet/tcp.h poll.h pwd.h spawn.h
    sys/file.h sys/ioctl.h sys/mman.h sys/mount.h sys/param.h sys/resource.h sys/socket.h sys/stat.h sys/statvfs.h
    sys/uio.h sys/un.h sys/utsname.h sys/wait.h syslog.h termios.h)

file(REMOVE_RECURSE ${PROJECT_BINARY_DIR}/hidden) # also the headers that are no longer listed
foreach(system linux posix)
    foreach(header ${hidden_${system}})
        file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/hidden/${system}/${header}
            CONTENT "#error <${header}> does not exist in the portable build (resources/cmake/portable.cmake)\n")
    endforeach()
endforeach()

target_compile_definitions(heliograph_build INTERFACE HELIOGRAPH_PORTABLE)
if(NOT MSVC)
    target_include_directories(heliograph_build BEFORE INTERFACE ${PROJECT_BINARY_DIR}/hidden/linux)
    target_compile_options(heliograph_build INTERFACE "SHELL:-include ${PROJECT_SOURCE_DIR}/resources/cmake/hidelinux.h")
endif()
