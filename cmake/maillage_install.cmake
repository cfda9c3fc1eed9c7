# `cmake --install`: headers as they stand in the tree, the library, the program, the manual.
include(CMakePackageConfigHelpers)
install(TARGETS maillage EXPORT maillage_targets)
install(TARGETS maillage_program)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/lib/maillage DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        FILES_MATCHING PATTERN "*.hpp")
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
