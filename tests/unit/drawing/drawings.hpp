#pragma once

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

#include <maillage/drawing/map.hpp>

#include "support/sketch.hpp"

namespace maillage::test {

/// A map of a sketch in one call.
[[nodiscard]] inline std::string map_of(const model::Dataset& data,
                                        const drawing::MapOptions& options,
                                        const metrics::Request& request = {}) {
    const privacy::Naming naming(data, privacy::Persons::pseudonymised);
    return drawing::draw_map(data, request, naming, options).bytes;
}

[[nodiscard]] inline std::size_t count_of(std::string_view text, std::string_view what) {
    std::size_t count = 0;
    for (std::size_t at = text.find(what); at != text.npos; at = text.find(what, at + 1)) ++count;
    return count;
}

/// What a program says of some bytes, given to it as a file; nothing when it is not installed.
[[nodiscard]] inline std::optional<std::string> said_by(const std::string& program,
                                                        const std::string& arguments,
                                                        const std::string& bytes,
                                                        const std::string& after = "") {
    if (std::system(("command -v " + program + " >/dev/null 2>&1").c_str()) != 0)
        return std::nullopt;
    std::string name =
        (std::filesystem::temp_directory_path() / "maillage-drawing-XXXXXX").string();
    const int made = mkstemp(name.data());
    if (made < 0) return std::nullopt;
    std::ofstream(name, std::ios::binary) << bytes;
    FILE* pipe =
        popen((program + " " + arguments + " " + name + " " + after + " 2>&1").c_str(), "r");
    std::string said;
    for (int c = std::fgetc(pipe); c != EOF; c = std::fgetc(pipe)) said += static_cast<char>(c);
    const int status = pclose(pipe);
    std::filesystem::remove(name);
    return status == 0 ? said : "failed: " + said;
}

}  // namespace maillage::test
