# SPDX-FileCopyrightText: 2026 The Heliograph authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Settings of every target: language, include root, warnings, Qt defines, sanitizers.
add_library(heliograph_build INTERFACE)
target_compile_features(heliograph_build INTERFACE cxx_std_20)
target_include_directories(heliograph_build INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(heliograph_build INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_CONTEXTLESS_CONNECT
    QT_NO_FOREACH QT_STRICT_ITERATORS QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_DISABLE_DEPRECATED_BEFORE=0x060400 HELIOGRAPH_VERSION="${PROJECT_VERSION}")
if(NOT MSVC)
    target_compile_options(heliograph_build INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align
        -Wunused -Wnull-dereference -Wimplicit-fallthrough $<$<BOOL:${HELIOGRAPH_WERROR}>:-Werror>)
endif()
if(HELIOGRAPH_SANITIZE)
    # In the code that sanitizers add, GCC takes initialized variables for uninitialized.
    target_compile_options(heliograph_build INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
    target_compile_options(heliograph_build INTERFACE
        -fsanitize=${HELIOGRAPH_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(heliograph_build INTERFACE -fsanitize=${HELIOGRAPH_SANITIZE})
endif()
if(HELIOGRAPH_FUZZ)
    target_compile_options(heliograph_build INTERFACE -fsanitize=fuzzer-no-link)
endif()

# Code that needs more than standard C++ and Qt is in a source file for the systems that have it, named `…_linux.cpp` or
# `…_unix.cpp`. A file `…_portable.cpp` beside it does the same for all other systems. With HELIOGRAPH_PORTABLE every
# system is one of those.
# heliograph_seams(seams LINUX portowner UNIX posixsignals): sets `seams` to the files for the system of this build.
if(CMAKE_SYSTEM_NAME STREQUAL "Linux" AND NOT HELIOGRAPH_PORTABLE)
    set(HELIOGRAPH_LINUX ON)
else()
    set(HELIOGRAPH_LINUX OFF)
endif()
function(heliograph_seams variable)
    cmake_parse_arguments(arg "" "" "LINUX;UNIX" ${ARGN})
    set(files "")
    foreach(name ${arg_LINUX})
        if(HELIOGRAPH_LINUX)
            list(APPEND files ${name}_linux.cpp)
        else()
            list(APPEND files ${name}_portable.cpp)
        endif()
    endforeach()
    foreach(name ${arg_UNIX})
        if(UNIX AND NOT HELIOGRAPH_PORTABLE)
            list(APPEND files ${name}_unix.cpp)
        else()
            list(APPEND files ${name}_portable.cpp)
        endif()
    endforeach()
    set(${variable} ${files} PARENT_SCOPE)
endfunction()

if(HELIOGRAPH_PORTABLE)
    include(resources/cmake/portable.cmake)
endif()

# Hides the headers and functions of POSIX from the sources of a target in the portable build.
function(heliograph_hide_posix target)
    if(HELIOGRAPH_PORTABLE AND NOT MSVC)
        target_include_directories(${target} BEFORE PRIVATE ${PROJECT_BINARY_DIR}/hidden/posix)
        target_compile_options(${target} PRIVATE
            "SHELL:-include ${PROJECT_SOURCE_DIR}/resources/cmake/hideposix.h")
    endif()
endfunction()

# Precompiled headers, which halve the time that a source takes. A source must include what it uses all the same: presets
# without HELIOGRAPH_PCH hold that.
if(HELIOGRAPH_PCH)
    file(WRITE ${PROJECT_BINARY_DIR}/heliograph_pch.cpp "")
    add_library(heliograph_pch STATIC ${PROJECT_BINARY_DIR}/heliograph_pch.cpp)
    target_link_libraries(heliograph_pch PRIVATE heliograph_build Qt6::Core)
    set_target_properties(heliograph_pch PROPERTIES AUTOMOC OFF)
    target_precompile_headers(heliograph_pch PRIVATE ${PROJECT_SOURCE_DIR}/resources/cmake/precompiled.h)
    # ccache needs these to find a source that was compiled with a precompiled header.
    target_compile_options(heliograph_build INTERFACE
        $<IF:$<CXX_COMPILER_ID:GNU>,-fpch-preprocess,SHELL:-Xclang$<SEMICOLON>-fno-pch-timestamp>)
endif()
function(heliograph_precompile target)
    if(HELIOGRAPH_PCH)
        target_precompile_headers(${target} REUSE_FROM heliograph_pch)
    endif()
endfunction()

# heliograph_library(hub_core SOURCES … LINK …): a folder is a target and a layer. Others link it as Hub::Core.
function(heliograph_library name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINK;PRIVATE_LINK" ${ARGN})
    add_library(${name} STATIC ${arg_SOURCES})
    target_link_libraries(${name} PUBLIC heliograph_build ${arg_LINK} PRIVATE ${arg_PRIVATE_LINK})
    heliograph_hide_posix(${name})
    heliograph_precompile(${name})
    string(REGEX MATCH "^([a-z]+)_([a-z]+)$" _ ${name})
    set(parts "")
    foreach(word ${CMAKE_MATCH_1} ${CMAKE_MATCH_2})
        string(SUBSTRING ${word} 0 1 head)
        string(SUBSTRING ${word} 1 -1 tail)
        string(TOUPPER ${head} head)
        list(APPEND parts ${head}${tail})
    endforeach()
    list(JOIN parts "::" alias)
    add_library(${alias} ALIAS ${name})
endfunction()

# One target per test label, which builds only the tests of that label.
foreach(label unit integration security ui browser threads bench)
    add_custom_target(tests-${label})
endforeach()

# Runs moc for a program of one source, which includes the output. AUTOMOC would run a second program to find that out, and
# compile one more file, which is empty.
function(heliograph_moc target source)
    get_filename_component(name ${source} NAME_WE)
    file(STRINGS ${source} included REGEX "^#include \"${name}\\.moc\"")
    if(included)
        set(output ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc/${name}.moc)
        qt_generate_moc(${source} ${output} TARGET ${target})
        set_property(SOURCE ${source} APPEND PROPERTY OBJECT_DEPENDS ${output})
        target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}_moc)
    endif()
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()

# heliograph_test(tst_sseparser LABEL unit SOURCES … LINK … RUNS heliographd): one QtTest program, which ctest
# runs without a display. RUNS names the programs that it starts. A test that ThreadSanitizer should see has the
# labels `unit threads`.
function(heliograph_test name)
    cmake_parse_arguments(arg "" "TIMEOUT" "LABEL;SOURCES;LINK;RUNS" ${ARGN})
    if(NOT arg_SOURCES)
        set(arg_SOURCES ${name}.cpp)
    endif()
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE heliograph_build Qt6::Test ${arg_LINK})
    heliograph_precompile(${name})
    list(LENGTH arg_SOURCES count)
    if(count EQUAL 1)
        heliograph_moc(${name} ${arg_SOURCES})
    endif()
    set_target_properties(${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
    foreach(label ${arg_LABEL})
        add_dependencies(tests-${label} ${name})
    endforeach()
    if(arg_RUNS)
        add_dependencies(${name} ${arg_RUNS})
    endif()
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES LABELS "${arg_LABEL}" TIMEOUT ${arg_TIMEOUT}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;HELIOGRAPH_BIN=${CMAKE_BINARY_DIR}/bin")
endfunction()
