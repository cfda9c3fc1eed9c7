
#include <maillage/atlas/atlas.hpp>
#include <maillage/base/error.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"

namespace maillage::tools {

extern const Command atlas_command;

namespace {

constexpr std::array own_options{Option::citizens, Option::outlines, Option::replicates,
                                 Option::seed, Option::threads};
constexpr auto options_taken =
    all_of(output_options, own_options, question_options, naming_options, reading_options);
constexpr std::array formats{FormatChoice{"html", ".html", false}};

atlas::AtlasOptions options_of(const Arguments& arguments) {
    atlas::AtlasOptions options;
    options.citizens = citizens_of(arguments);
    options.seed = arguments.number(Option::seed, 0, ~std::uint64_t{0}).value_or(options.seed);
    return options;
}

int run_atlas(const Arguments& arguments, Session& session) {
    const Question question(arguments);
    const formats::LoadOptions reading = load_options(arguments);
    Result result(target_of(arguments), formats, "", "html");
    atlas::AtlasOptions options = options_of(arguments);
    const privacy::Persons persons = persons_of(arguments, result);
    if (!atlas::is_available()) throw base::InputError({"S040", {}, {}});

    formats::Loaded loaded = load(arguments, reading, session);
    accept(loaded, arguments, session);
    const privacy::Naming naming(loaded.data, persons);
    options.outlines = outlines_of(arguments, reading, loaded.data);
    options.language = session.language;
    options.errors = loaded.issues.count(base::Severity::error);
    options.warnings = loaded.issues.count(base::Severity::warning);
    session.log().step("atlas");
    result.write(atlas::write_atlas(loaded.data, question.in(loaded.data), naming, options));
    keep_audit(atlas_command, arguments, result, loaded.data);
    return 0;
}

}  // namespace

const Command atlas_command{
    .name = "atlas",
    .alias = "atlas",
    .summary = {"Réunit réseau, territoires, tendances et projets dans une page à explorer, hors "
                "ligne.",
                "Gathers network, territories, trends and projects into one page to explore, "
                "offline."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_atlas,
};

}  // namespace maillage::tools
