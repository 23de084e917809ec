# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target carries the standard, the warnings and Qt's strictness for every target of ours.

add_library(linewatch_common INTERFACE)
target_compile_features(linewatch_common INTERFACE cxx_std_20)
target_compile_definitions(linewatch_common INTERFACE
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_URL_CAST_FROM_STRING
    QT_STRICT_ITERATORS
)
target_compile_options(linewatch_common INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
)

option(LINEWATCH_WERROR "Treat warnings as errors" OFF)
if(LINEWATCH_WERROR)
    target_compile_options(linewatch_common INTERFACE -Werror)
endif()

set(LINEWATCH_SANITIZE "" CACHE STRING "Sanitizers to build with, as -fsanitize= takes them")
if(LINEWATCH_SANITIZE)
    add_compile_options(-fsanitize=${LINEWATCH_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    add_link_options(-fsanitize=${LINEWATCH_SANITIZE})
endif()

# Half of a compilation is the headers of Qt and the standard library; the presets for developing compile them once.
# A release does without, and so finds a file that leans on what it does not include.
option(LINEWATCH_PRECOMPILE "Compile the headers of Qt and the standard library once" OFF)

# linewatch_add_precompiled(NAME HEADERS ... LIBS ...)
# A set of headers, compiled once, that linewatch_use_precompiled(TARGET NAME) hands to a target.
function(linewatch_add_precompiled name)
    cmake_parse_arguments(ARG "" "" "HEADERS;LIBS" ${ARGN})
    if(LINEWATCH_PRECOMPILE)
        set(source ${PROJECT_BINARY_DIR}/precompiled/${name}.cpp)
        file(CONFIGURE OUTPUT ${source} CONTENT "")
        add_library(linewatch_precompiled_${name} OBJECT ${source})
        target_link_libraries(linewatch_precompiled_${name} PRIVATE linewatch_common ${ARG_LIBS})
        target_precompile_headers(linewatch_precompiled_${name} PRIVATE ${ARG_HEADERS})
    endif()
endfunction()

function(linewatch_use_precompiled target name)
    if(LINEWATCH_PRECOMPILE)
        target_precompile_headers(${target} REUSE_FROM linewatch_precompiled_${name})
    endif()
endfunction()

set(LINEWATCH_STANDARD_HEADERS
    <algorithm> <array> <atomic> <chrono> <cmath> <condition_variable> <cstdint> <deque> <functional> <map> <memory>
    <mutex> <optional> <random> <set> <span> <string> <string_view> <thread> <unordered_map> <utility> <variant>
    <vector>)

# linewatch_add_library(NAME SOURCES ... [PUBLIC lib ...] [PRIVATE lib ...])
# A folder of core/ as a static library `linewatch_NAME`. The include root is core/, so that an include
# names the folder it reaches into: #include "model/event.h".
function(linewatch_add_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(linewatch_${name} STATIC ${ARG_SOURCES})
    target_include_directories(linewatch_${name} PUBLIC ${PROJECT_SOURCE_DIR}/core)
    target_link_libraries(linewatch_${name} PUBLIC ${ARG_PUBLIC} PRIVATE linewatch_common ${ARG_PRIVATE})
    linewatch_use_precompiled(linewatch_${name} core)
endfunction()

# A test is its own moc's only client, as long as it has no headers: one run of moc then takes the place of CMake's
# search for what needs it and of a file compiled for nothing, which were a quarter of the time to build the tests.
function(linewatch_moc_test name)
    if("${ARGN}" MATCHES "\\.h(;|$)")
        # What is gathered there is next to nothing.
        set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${name}_autogen/mocs_compilation.cpp PROPERTIES
            SKIP_PRECOMPILE_HEADERS ON)
        return()
    endif()
    set_target_properties(${name} PROPERTIES AUTOMOC OFF)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
    foreach(source ${ARGN})
        get_filename_component(stem ${source} NAME_WE)
        if(stem MATCHES "^tst_")
            qt_generate_moc(${source} ${folder}/${stem}.moc TARGET ${name})
            target_sources(${name} PRIVATE ${folder}/${stem}.moc)
        endif()
    endforeach()
    target_include_directories(${name} PRIVATE ${folder})
endfunction()

# linewatch_add_test(NAME SOURCES ... LIBS ... [TIMEOUT seconds] [LABELS ...])
# One Qt Test program; NAME is the test's name in ctest. Widgets are drawn offscreen; the event loop is Qt's own, as
# in the programs.
function(linewatch_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    add_executable(${name} ${ARG_SOURCES})
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${name} PRIVATE linewatch_common Qt6::Test ${ARG_LIBS})
    linewatch_use_precompiled(${name} tests)
    linewatch_moc_test(${name} ${ARG_SOURCES})
    add_test(NAME ${name} COMMAND ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1")
endfunction()
