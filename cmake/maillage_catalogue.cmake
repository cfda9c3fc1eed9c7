# Writes the table of the catalogue of metrics from the folder lib/maillage/metrics: the source
# <room>/<name>.cpp defines `const Entry maillage::metrics::<room>_<name>`, and nothing else is to be
# edited when an entry is added.
function(maillage_catalogue output_variable)
    file(GLOB entries CONFIGURE_DEPENDS RELATIVE ${PROJECT_SOURCE_DIR}/lib/maillage/metrics
         ${PROJECT_SOURCE_DIR}/lib/maillage/metrics/*/*.cpp)
    list(SORT entries)
    set(declarations "")
    set(rows "")
    set(names "")
    foreach(entry IN LISTS entries)
        string(REGEX REPLACE "\\.cpp$" "" name ${entry})
        string(REPLACE "/" "_" name ${name})
        string(APPEND declarations "extern const Entry ${name};\n")
        string(APPEND rows "        &${name},\n")
        string(APPEND names "        \"${name}\",\n")
    endforeach()
    set(source ${PROJECT_BINARY_DIR}/catalogue.cpp)
    file(CONFIGURE OUTPUT ${source} @ONLY CONTENT
"// Made by cmake/maillage_catalogue.cmake from the folder lib/maillage/metrics.
#include <iterator>

#include <maillage/metrics/metric.hpp>

namespace maillage::metrics {
@declarations@
std::span<const Entry* const> catalogue() {
    static const Entry* const entries[] = {
@rows@        nullptr};
    return {entries, std::size(entries) - 1};
}

std::span<const std::string_view> entry_names() {
    static constexpr std::string_view names[] = {
@names@        {}};
    return {names, std::size(names) - 1};
}
}  // namespace maillage::metrics
")
    set(${output_variable} ${source} PARENT_SCOPE)
endfunction()
