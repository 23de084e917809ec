# SPDX-License-Identifier: GPL-3.0-or-later
# llhttp, the HTTP parser of Node.js: a system library where there is one, else the C sources that
# Debian 12 ships in node-llhttp. Those are compiled in strict mode, as Node.js itself does.
# Provides Llhttp::Llhttp.

find_path(LLHTTP_INCLUDE_DIR llhttp.h PATHS /usr/share/include/llhttp PATH_SUFFIXES llhttp)
find_library(LLHTTP_LIBRARY llhttp)
find_path(LLHTTP_SOURCE_DIR llhttp.c PATHS /usr/share/llhttp NO_DEFAULT_PATH)
mark_as_advanced(LLHTTP_INCLUDE_DIR LLHTTP_LIBRARY LLHTTP_SOURCE_DIR)

if(LLHTTP_LIBRARY)
    set(_llhttp_origin ${LLHTTP_LIBRARY})
else()
    set(_llhttp_origin ${LLHTTP_SOURCE_DIR})
endif()

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(Llhttp REQUIRED_VARS _llhttp_origin LLHTTP_INCLUDE_DIR)

if(Llhttp_FOUND AND NOT TARGET Llhttp::Llhttp)
    if(LLHTTP_LIBRARY)
        add_library(Llhttp::Llhttp UNKNOWN IMPORTED)
        set_target_properties(Llhttp::Llhttp PROPERTIES
            IMPORTED_LOCATION ${LLHTTP_LIBRARY}
            INTERFACE_INCLUDE_DIRECTORIES ${LLHTTP_INCLUDE_DIR})
    else()
        add_library(llhttp STATIC
            ${LLHTTP_SOURCE_DIR}/llhttp.c ${LLHTTP_SOURCE_DIR}/api.c ${LLHTTP_SOURCE_DIR}/http.c)
        set_target_properties(llhttp PROPERTIES LINKER_LANGUAGE C AUTOMOC OFF UNITY_BUILD OFF)
        target_compile_definitions(llhttp PUBLIC LLHTTP_STRICT_MODE=1)
        target_include_directories(llhttp SYSTEM PUBLIC ${LLHTTP_INCLUDE_DIR})
        add_library(Llhttp::Llhttp ALIAS llhttp)
    endif()
endif()
