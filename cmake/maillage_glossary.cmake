# Compiles docs/glossary.md into the library: `maillage explain WORD` reads it.
function(maillage_glossary output_variable)
    set(page ${PROJECT_SOURCE_DIR}/docs/glossary.md)
    set_property(DIRECTORY ${PROJECT_SOURCE_DIR} APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${page})
    file(READ ${page} text)
    set(source ${PROJECT_BINARY_DIR}/glossary.cpp)
    file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Made by cmake/maillage_glossary.cmake from docs/glossary.md.
#include <string_view>

namespace maillage::report {
std::string_view glossary_page();
std::string_view glossary_page() {
    return R\"page(@text@)page\";
}
}  // namespace maillage::report
")
    set(${output_variable} ${source} PARENT_SCOPE)
endfunction()
