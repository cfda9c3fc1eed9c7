# Installs BUILD into a folder of its own and builds the project of this folder against it.
set(prefix ${BUILD}/consumer/prefix)
set(steps
    "${CMAKE_COMMAND}|--install|${BUILD}|--prefix|${prefix}"
    "${CMAKE_COMMAND}|-S|${SOURCE}|-B|${BUILD}/consumer/build|-G|Ninja|-DCMAKE_PREFIX_PATH=${prefix}|-DCMAKE_CXX_FLAGS=${FLAGS}"
    "${CMAKE_COMMAND}|--build|${BUILD}/consumer/build"
    "${BUILD}/consumer/build/consumer")
foreach(step IN LISTS steps)
    string(REPLACE "|" ";" command "${step}")
    execute_process(COMMAND ${command} RESULT_VARIABLE result OUTPUT_VARIABLE output
                    ERROR_VARIABLE output)
    if(NOT result EQUAL 0)
        message(FATAL_ERROR "${step}\n${output}")
    endif()
endforeach()
message("${output}")
if(NOT output MATCHES "entries, no_data")
    message(FATAL_ERROR "the consumer printed: ${output}")
endif()
