#include <array>

#include <maillage/report/info.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"

namespace maillage::tools {

namespace {

constexpr std::array options_taken{Option::output,   Option::format,      Option::overwrite,
                                   Option::encoding, Option::keep_column, Option::max_input};
constexpr std::array formats{FormatChoice{"text", ".txt"}, FormatChoice{"json", ".json"}};

int run_info(const Arguments& arguments, Session& session) {
    const formats::LoadOptions options = load_options(arguments);
    Result result(target_of(arguments), formats, "text", "text");
    formats::Loaded loaded = load(arguments, options, session);
    say_what_was_read(loaded, session);
    const report::Overview overview = report::overview(loaded.data);
    result.write(
        result.format() == "json"
            ? report::info_as_json(loaded.data, overview, loaded.ignored_files)
            : report::info_as_text(loaded.data, overview, loaded.ignored_files, session.language));
    return 0;
}

}  // namespace

extern const Command info_command;
const Command info_command{
    .name = "info",
    .alias = "infos",
    .summary = {"Dit ce que contient un jeu de données, et ce qu’on peut en mesurer.",
                "Says what a dataset holds, and what can be measured on it."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_info,
};

}  // namespace maillage::tools
