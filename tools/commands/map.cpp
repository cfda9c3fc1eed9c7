#include <maillage/base/error.hpp>
#include <maillage/drawing/map.hpp>
#include <maillage/formats/positions.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"
#include "tools/two_windows.hpp"

namespace maillage::tools {

extern const Command map_command;

namespace {

using drawing::MapFormat;

constexpr std::array own_options{
    Option::paper,  Option::portrait, Option::citizens, Option::view, Option::before, Option::after,
    Option::layout, Option::outlines, Option::pin,      Option::seed, Option::threads};
constexpr auto options_taken =
    all_of(output_options, own_options, question_options, naming_options, reading_options);
constexpr std::array formats{FormatChoice{"svg", ".svg", false}, FormatChoice{"pdf", ".pdf", true},
                             FormatChoice{"png", ".png", true}, FormatChoice{"dot", ".dot", false}};

std::string word_of(Option option) {
    return std::string(text_of(option).word);
}

drawing::View view_of(const Arguments& arguments) {
    return static_cast<drawing::View>(
        arguments.choice(Option::view, drawing::view_codes).value_or(0));
}

MapFormat format_of(std::string_view id) {
    for (std::size_t i = 0; i < formats.size(); ++i)
        if (formats[i].id == id) return static_cast<MapFormat>(i);
    return MapFormat::svg;
}

/// Two dates are those of one view, which has no other period.
void read_windows(const Arguments& arguments, drawing::MapOptions& options) {
    options.windows = windows_asked(arguments);
    const bool two_dates = options.view == drawing::View::change;
    if (options.windows && !two_dates)
        throw base::UsageError({"U028", {word_of(Option::before), "--view change"}, {}});
    for (const Option other : {Option::from, Option::to, Option::year})
        if (two_dates && arguments.has(other))
            throw base::UsageError({"U075", {word_of(other)}, {}});
}

/// A table, or a ring in the order of dates, has no places to choose.
bool has_its_own_places(drawing::View view) {
    return view == drawing::View::chain || view == drawing::View::dialogue ||
           view == drawing::View::experiments;
}

void check_places(const Arguments& arguments, drawing::View view) {
    if (!has_its_own_places(view)) return;
    const std::string_view code = drawing::view_codes[static_cast<std::size_t>(view)];
    for (const Option option : {Option::layout, Option::outlines, Option::pin})
        if (arguments.has(option))
            throw base::UsageError({"U053", {word_of(option), std::string(code)}, {}});
}

drawing::MapOptions options_of(const Arguments& arguments, const Result& result) {
    constexpr std::array<std::string_view, 2> papers{"A4", "A3"};
    constexpr std::array<std::string_view, 4> layouts{"force", "packed", "geo", "layered"};
    drawing::MapOptions options;
    options.view = view_of(arguments);
    read_windows(arguments, options);
    check_places(arguments, options.view);
    options.format = format_of(result.format());
    options.paper =
        static_cast<drawing::Paper>(arguments.choice(Option::paper, papers).value_or(0));
    if (arguments.has(Option::portrait)) options.orientation = drawing::Orientation::portrait;
    options.citizens = citizens_of(arguments);
    options.layout =
        static_cast<drawing::Layout>(arguments.choice(Option::layout, layouts).value_or(0));
    options.seed = arguments.number(Option::seed, 0, ~std::uint64_t{0}).value_or(options.seed);
    return options;
}

/// Positions to keep, and where those of the new map go.
struct Pins {
    std::optional<std::filesystem::path> file;
    bool exists = false;
    base::Overwrite overwrite = base::Overwrite::refuse;

    /// Those of an earlier map are kept; new ones are written when none exist, or when the map
    /// replaces the one that they were of.
    [[nodiscard]] bool writes() const {
        return file && (!exists || overwrite == base::Overwrite::replace);
    }
};

/// The file given, else one that lies beside the map: carte.positions.csv beside carte.pdf.
Pins pins_of(const Arguments& arguments, const Result& result, const drawing::MapOptions& options) {
    Pins pins;
    const bool is_force =
        options.layout == drawing::Layout::force && !has_its_own_places(options.view);
    if (const auto given = arguments.value(Option::pin)) {
        if (!is_force) throw base::UsageError({"U052", {}, {}});
        pins.file = *given;
    } else if (result.file() && is_force) {
        std::filesystem::path beside = *result.file();
        beside.replace_extension(".positions.csv");
        if (std::filesystem::exists(beside)) pins.file = beside;
    }
    pins.exists = pins.file && std::filesystem::exists(*pins.file);
    pins.overwrite = target_of(arguments).overwrite;
    return pins;
}

int run_map(const Arguments& arguments, Session& session) {
    const Question question(arguments);
    const formats::LoadOptions reading = load_options(arguments);
    Result result(target_of(arguments), formats, "", "");
    drawing::MapOptions options = options_of(arguments, result);
    const privacy::Persons persons = persons_of(arguments, result);
    const Pins pins = pins_of(arguments, result, options);
    std::unique_ptr<base::OutputFile> positions;
    if (pins.writes()) positions = std::make_unique<base::OutputFile>(*pins.file, pins.overwrite);
    if (pins.exists) options.pinned = formats::read_positions(*pins.file);

    formats::Loaded loaded = load(arguments, reading, session);
    accept(loaded, arguments, session);
    const privacy::Naming naming(loaded.data, persons);
    const metrics::Request request = question.in(loaded.data);
    if (options.windows) check_observed(*options.windows, loaded.data, request);
    if (request.territories.size() > 1)
        throw base::UsageError({"U033", {std::to_string(request.territories.size())}, {}});
    options.language = session.language;
    options.errors = loaded.issues.count(base::Severity::error);
    options.outlines = outlines_of(arguments, reading, loaded.data);
    session.log().step("draw");
    const drawing::Map map = drawing::draw_map(loaded.data, request, naming, options);
    result.write(map.bytes);
    if (positions) {
        positions->write(formats::write_positions(map.positions));
        positions->commit();
    }
    keep_audit(map_command, arguments, result, loaded.data);
    return 0;
}

}  // namespace

const Command map_command{
    .name = "map",
    .alias = "carte",
    .summary = {"Dessine la carte des alliances, à imprimer en A4 ou en A3.",
                "Draws the map of alliances, to be printed on A4 or A3."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_map,
};

}  // namespace maillage::tools
