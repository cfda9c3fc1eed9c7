#include <array>

#include <maillage/base/version.hpp>

#include "tools/arguments.hpp"
#include "tools/output.hpp"
#include "tools/session.hpp"

namespace maillage::tools {

namespace {

constexpr std::array options_taken{Option::format};
constexpr std::array formats{FormatChoice{"text", ".txt"}, FormatChoice{"json", ".json"}};

int run_version(const Arguments& arguments, Session& /*session*/) {
    Result result(target_of(arguments), formats, "text", "text");
    const std::string version(base::version());
    result.write(result.format() == "json"
                     ? "{\"name\": \"maillage\", \"version\": \"" + version + "\"}\n"
                     : "maillage " + version + "\n");
    return 0;
}

}  // namespace

extern const Command version_command;
const Command version_command{
    .name = "version",
    .alias = "version",
    .summary = {"Dit la version du programme.", "Says the version of the program."},
    .operands = {},
    .options = options_taken,
    .run = run_version,
};

}  // namespace maillage::tools
