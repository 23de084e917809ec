# SPDX-License-Identifier: GPL-3.0-or-later
# The program's icon in the sizes that desktops ask for, drawn from its SVG.
find_program(RSVG_CONVERT rsvg-convert REQUIRED)

set(iconSource ${PROJECT_SOURCE_DIR}/resources/icons/linewatch.svg)
set(iconFolder ${CMAKE_INSTALL_DATADIR}/icons/hicolor)
foreach(size 16 22 24 32 48 64 128 256 512)
    set(icon ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}/linewatch.png)
    add_custom_command(OUTPUT ${icon}
        COMMAND ${CMAKE_COMMAND} -E make_directory ${CMAKE_CURRENT_BINARY_DIR}/icons/${size}
        COMMAND ${RSVG_CONVERT} --width=${size} --height=${size} --output=${icon} ${iconSource}
        DEPENDS ${iconSource} VERBATIM)
    list(APPEND icons ${icon})
    install(FILES ${icon} DESTINATION ${iconFolder}/${size}x${size}/apps COMPONENT desktop)
endforeach()
add_custom_target(linewatch_icons ALL DEPENDS ${icons})
install(FILES ${iconSource} DESTINATION ${iconFolder}/scalable/apps COMPONENT desktop)
