# Run during the build by cmake/maillage_atlas.cmake: copies the viewer beside the build, lets npm
# fetch its packages when the lock changed, and has esbuild bundle it into a C++ source.

# Under AUTO the rest of the program is built all the same.
function(leave_out reason)
    if(WANTED STREQUAL "AUTO")
        message(NOTICE "The atlas is left out: ${reason}")
        file(TOUCH ${FOLDER}/failed)
        file(COPY_FILE ${STUB} ${OUTPUT})
        file(TOUCH ${OUTPUT})
    else()
        message(FATAL_ERROR "The atlas cannot be built: ${reason}")
    endif()
endfunction()

file(MAKE_DIRECTORY ${FOLDER})
file(REMOVE_RECURSE ${FOLDER}/src)
file(COPY ${VIEWER}/src ${VIEWER}/package.json ${VIEWER}/package-lock.json ${VIEWER}/build.mjs
          ${VIEWER}/tsconfig.json DESTINATION ${FOLDER})
file(SHA256 ${FOLDER}/package-lock.json wanted)
set(installed "")
if(EXISTS ${FOLDER}/installed)
    file(READ ${FOLDER}/installed installed)
endif()
if(NOT installed STREQUAL wanted)
    file(REMOVE ${FOLDER}/installed)
    execute_process(COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --prefer-offline
                            --fetch-retries=1 --fetch-timeout=60000
                    WORKING_DIRECTORY ${FOLDER} RESULT_VARIABLE failed
                    OUTPUT_QUIET ERROR_VARIABLE said)
    if(failed)
        string(REGEX MATCH "[^\n]*[^\n ][^\n]*" first "${said}")
        leave_out("npm could not fetch its packages (${first})")
        return()
    endif()
    file(WRITE ${FOLDER}/installed ${wanted})
endif()
execute_process(COMMAND ${NODE} build.mjs ${OUTPUT} WORKING_DIRECTORY ${FOLDER}
                RESULT_VARIABLE failed ERROR_VARIABLE said)
if(failed)
    # Packages are there: what fails now is the viewer itself, and must be seen.
    message(FATAL_ERROR "${said}")
endif()
