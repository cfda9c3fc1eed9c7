# Compiles through ccache when it is on the machine and nobody chose another launcher.
find_program(MAILLAGE_CCACHE ccache)
if(MAILLAGE_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${MAILLAGE_CCACHE})
endif()
