# The viewer of `maillage atlas`: TypeScript below lib/maillage/atlas/viewer, bundled by esbuild and
# compiled into the library. npm works in the folder of the build, never among the sources.
#
#   MAILLAGE_ATLAS=AUTO  with node and npm; without them, or when npm fails, the atlas is left out
#                        and the build says so once
#   MAILLAGE_ATLAS=ON    an error when it cannot be built
#   MAILLAGE_ATLAS=OFF   left out; neither node nor the network is asked for
set(MAILLAGE_ATLAS AUTO CACHE STRING "Build the atlas viewer: AUTO, ON or OFF")
set_property(CACHE MAILLAGE_ATLAS PROPERTY STRINGS AUTO ON OFF)

function(maillage_atlas output_variable)
    set(source ${PROJECT_BINARY_DIR}/atlas_viewer.cpp)
    set(${output_variable} ${source} PARENT_SCOPE)
    set(stub ${PROJECT_SOURCE_DIR}/cmake/maillage_atlas_absent.cpp)
    set(works FALSE)
    if(MAILLAGE_ATLAS)
        find_program(MAILLAGE_NODE NAMES node nodejs)
        find_program(MAILLAGE_NPM npm)
        if(MAILLAGE_NODE AND MAILLAGE_NPM)
            set(works TRUE)
        elseif(MAILLAGE_ATLAS STREQUAL "AUTO")
            message(NOTICE "The atlas is left out: node and npm are not there (Debian: nodejs npm)")
        else()
            message(FATAL_ERROR "MAILLAGE_ATLAS=ON needs node and npm (Debian: nodejs npm)")
        endif()
    endif()
    if(NOT works)
        configure_file(${stub} ${source} COPYONLY)
        return()
    endif()
    # What npm could not do last time is tried again once after each configuration.
    if(EXISTS ${PROJECT_BINARY_DIR}/atlas/failed)
        file(REMOVE ${source} ${PROJECT_BINARY_DIR}/atlas/failed)
    endif()
    set(viewer ${PROJECT_SOURCE_DIR}/lib/maillage/atlas/viewer)
    file(GLOB_RECURSE viewer_sources CONFIGURE_DEPENDS ${viewer}/src/*.ts ${viewer}/src/*.css)
    set(bundle ${PROJECT_SOURCE_DIR}/cmake/maillage_atlas_bundle.cmake)
    add_custom_command(OUTPUT ${source}
        COMMAND ${CMAKE_COMMAND} -DVIEWER=${viewer} -DFOLDER=${PROJECT_BINARY_DIR}/atlas
                -DOUTPUT=${source} -DSTUB=${stub} -DNODE=${MAILLAGE_NODE} -DNPM=${MAILLAGE_NPM}
                -DWANTED=${MAILLAGE_ATLAS} -P ${bundle}
        DEPENDS ${viewer_sources} ${viewer}/package-lock.json ${viewer}/package.json
                ${viewer}/build.mjs ${bundle} ${stub}
        COMMENT "Bundling the viewer of the atlas" VERBATIM)
endfunction()
