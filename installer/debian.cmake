# SPDX-License-Identifier: GPL-3.0-or-later
# Three Debian packages. The libraries they need are found by dpkg-shlibdeps; Qt's plugins are loaded at run time
# and therefore named here.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The Linewatch developers")
set(CPACK_PACKAGE_CONTACT "The Linewatch developers <linewatch@localhost>")
set(CPACK_PACKAGE_FILE_NAME linewatch)
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "Machine-event monitor for factories")
set(CPACK_COMPONENTS_ALL desktop server simulator)
set(CPACK_COMPONENTS_GROUPING ONE_PER_GROUP)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)

set(CPACK_DEBIAN_DESKTOP_PACKAGE_NAME linewatch)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SECTION misc)
set(CPACK_DEBIAN_DESKTOP_PACKAGE_DEPENDS "libqt6sql6-sqlite, qt6-qpa-plugins, qt6-translations-l10n")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_RECOMMENDS "fonts-noto-core, qt6-wayland")
set(CPACK_DEBIAN_DESKTOP_PACKAGE_SUGGESTS "libqt6sql6-mysql") # for several nodes on one database
set(CPACK_COMPONENT_DESKTOP_DESCRIPTION
"The desktop: takes in the events of machines over HTTP, without losing or
doubling any, and shows live how healthy each machine is and which lines make
the most defects.")

set(CPACK_DEBIAN_SERVER_PACKAGE_NAME linewatchd)
set(CPACK_DEBIAN_SERVER_PACKAGE_SECTION net)
set(CPACK_DEBIAN_SERVER_PACKAGE_DEPENDS "libqt6sql6-sqlite, adduser")
set(CPACK_DEBIAN_SERVER_PACKAGE_SUGGESTS "libqt6sql6-mysql")
set(CPACK_DEBIAN_SERVER_PACKAGE_CONTROL_EXTRA
    ${CMAKE_CURRENT_LIST_DIR}/debian/server/postinst
    ${CMAKE_CURRENT_LIST_DIR}/debian/server/prerm
    ${CMAKE_CURRENT_LIST_DIR}/debian/server/postrm
    ${CMAKE_CURRENT_LIST_DIR}/debian/server/conffiles)
set(CPACK_COMPONENT_SERVER_DESCRIPTION
"The server, without a window, as a system service with a user and a store of
its own: takes in the events of machines over HTTP and answers questions about
them.")

set(CPACK_DEBIAN_SIMULATOR_PACKAGE_NAME linewatch-sim)
set(CPACK_DEBIAN_SIMULATOR_PACKAGE_SECTION net)
set(CPACK_COMPONENT_SIMULATOR_DESCRIPTION
"The simulator: a factory that posts events as noisy as real ones to a Linewatch
and checks that it stores and answers exactly what was sent.")

set(packages linewatch linewatchd linewatch-sim)
foreach(package component IN ZIP_LISTS packages CPACK_COMPONENTS_ALL)
    install(FILES ${CMAKE_CURRENT_LIST_DIR}/debian/copyright
        DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endforeach()

include(CPack)
