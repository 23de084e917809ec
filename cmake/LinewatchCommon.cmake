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

# Half of a compilation is the headers of Qt and the standard library; the presets compile them once, but for tidy, which
# so finds a file that leans on what it does not include.
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

# The presets compile files in groups, which takes a third of the time. A file whose own names are also another's of its
# folder is compiled apart.
function(linewatch_compile_apart)
    set_source_files_properties(${ARGN} PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
endfunction()

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

# linewatch_add_test(NAME SOURCES ... LIBS ... [TIMEOUT seconds] [LABELS ...])
# One Qt Test; NAME is its name in ctest, and the first of SOURCES is named as the test is in its program. All tests
# of a folder are one program, so that what they share is compiled and linked once. Widgets are drawn offscreen; the
# event loop is Qt's own, as in the programs.
function(linewatch_add_test name)
    cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;LIBS;LABELS" ${ARGN})
    set(cost ${ARG_TIMEOUT}) # those that take long begin first, or the end of a run would be waiting for one of them
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
        set(cost 0)
    endif()
    linewatch_test_program(program)
    target_sources(${program} PRIVATE ${ARG_SOURCES})
    target_link_libraries(${program} PRIVATE ${ARG_LIBS})
    list(GET ARG_SOURCES 0 source)
    get_filename_component(test ${source} NAME_WE)
    add_test(NAME ${name} COMMAND ${program} ${test})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        COST ${cost}
        LABELS "${ARG_LABELS}"
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_NO_GLIB=1;QTEST_FUNCTION_TIMEOUT=900000")
endfunction()

# Sets VARIABLE to the program of the tests of this folder.
function(linewatch_test_program variable)
    get_filename_component(folder ${CMAKE_CURRENT_SOURCE_DIR} NAME)
    set(program linewatch_test_${folder})
    if(NOT TARGET ${program})
        add_executable(${program})
        target_include_directories(${program} PRIVATE
            ${PROJECT_SOURCE_DIR} ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR}/tests)
        target_link_libraries(${program} PRIVATE linewatch_common linewatch_testprogram)
        linewatch_use_precompiled(${program} tests)
    endif()
    set(${variable} ${program} PARENT_SCOPE)
endfunction()

# linewatch_add_test_library(NAME SOURCES ... [PUBLIC lib ...] [PRIVATE lib ...])
# What tests of a folder or of several share.
function(linewatch_add_test_library name)
    cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC;PRIVATE" ${ARGN})
    add_library(linewatch_${name} STATIC ${ARG_SOURCES})
    target_include_directories(linewatch_${name} PUBLIC ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(linewatch_${name} PUBLIC ${ARG_PUBLIC} PRIVATE linewatch_common ${ARG_PRIVATE})
    linewatch_use_precompiled(linewatch_${name} tests)
endfunction()
