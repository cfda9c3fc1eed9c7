# `cmake --install`: headers as they stand in the tree, the library, the program, the manual.
include(CMakePackageConfigHelpers)
install(TARGETS maillage EXPORT maillage_targets)
install(TARGETS maillage_program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/maillage DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp" PATTERN viewer EXCLUDE)
install(EXPORT maillage_targets NAMESPACE maillage:: FILE maillage-targets.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/maillage)
configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/maillage-config.cmake.in
        ${PROJECT_BINARY_DIR}/maillage-config.cmake
        INSTALL_DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/maillage)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/maillage-config-version.cmake
        COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/maillage-config.cmake
              ${PROJECT_BINARY_DIR}/maillage-config-version.cmake
        DESTINATION ${CMAKE_INSTALL_LIBDIR}/cmake/maillage)

# Man pages, where scdoc is found.
find_program(MAILLAGE_SCDOC scdoc)
if(MAILLAGE_SCDOC)
    file(GLOB man_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/man/*.scd)
    foreach(source IN LISTS man_sources)
        cmake_path(GET source STEM name)
        set(page ${PROJECT_BINARY_DIR}/man/${name}.1)
        add_custom_command(OUTPUT ${page} COMMAND ${MAILLAGE_SCDOC} < ${source} > ${page}
                           DEPENDS ${source} VERBATIM)
        list(APPEND man_pages ${page})
    endforeach()
    file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/man)
    add_custom_target(man_pages ALL DEPENDS ${man_pages})
    install(FILES ${man_pages} DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
endif()
