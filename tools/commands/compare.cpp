#include <maillage/base/error.hpp>
#include <maillage/metrics/change.hpp>
#include <maillage/report/changes.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"
#include "tools/two_windows.hpp"

namespace maillage::tools {

extern const Command compare_command;

namespace {

constexpr std::array own_options{
    Option::before,        Option::after,   Option::territory,   Option::level,
    Option::metric,        Option::section, Option::details,     Option::as_of,
    Option::observed_from, Option::only,    Option::attribution, Option::include_legal_ties,
    Option::silent_months, Option::washout, Option::csv_dialect, Option::csv_raw,
    Option::replicates,    Option::seed,    Option::threads};
constexpr auto options_taken = all_of(output_options, own_options, naming_options, reading_options);
constexpr std::array formats{FormatChoice{"table", ".txt"}, FormatChoice{"csv", ".csv"},
                             FormatChoice{"json", ".json"}, FormatChoice{"md", ".md"}};

report::Options shape_of(const Arguments& arguments, const Result& result) {
    report::Options shape;
    shape.format = result.format();
    shape.details = arguments.has(Option::details);
    if (const auto section = arguments.choice(Option::section, metrics::dynamics))
        shape.section = metrics::dynamics[*section].code;
    shape.width = result.file() ? report::Options{}.width : terminal_width();
    constexpr std::array<std::string_view, 1> dialects{"excel-fr"};
    shape.excel_fr = arguments.choice(Option::csv_dialect, dialects).has_value();
    shape.raw_csv = arguments.has(Option::csv_raw);
    return shape;
}

int run_compare(const Arguments& arguments, Session& session) {
    const Question question(arguments);
    const std::optional<metrics::TwoWindows> asked = windows_asked(arguments);
    const formats::LoadOptions options = load_options(arguments);
    Result result(target_of(arguments), formats, "table", "csv");
    const report::Options shape = shape_of(arguments, result);
    const privacy::Persons persons = persons_of(arguments, result);

    formats::Loaded loaded = load(arguments, options, session);
    accept(loaded, arguments, session);
    const privacy::Naming naming(loaded.data, persons);
    metrics::Request request = question.in(loaded.data);
    request.actor_label = [&](model::ActorId actor) { return naming.id(actor); };
    const auto windows = asked ? asked : metrics::last_two_years(loaded.data, request);
    if (!windows) throw base::UsageError({"U035", {}, {}});
    check_observed(*windows, loaded.data, request);
    session.log().step("compute");
    const metrics::Changes changes =
        metrics::changes(loaded.data, request, windows->before, windows->after);
    request.from = windows->before.first;
    request.to = windows->after.last;
    metrics::Values notes;
    notes.notes = changes.notes;
    const report::Document document{
        loaded.data,
        request,
        notes,
        {metrics::calendar(loaded.data, request).as_of, {windows->before, windows->after}},
        session.language,
        loaded.issues.count(base::Severity::error),
        loaded.issues.count(base::Severity::warning)};
    session.log().step("write");
    result.write(report::write_changes({document, changes}, shape));
    keep_audit(compare_command, arguments, result, loaded.data);
    return 0;
}

}  // namespace

const Command compare_command{
    .name = "compare",
    .alias = "comparer",
    .summary = {"Ce qui a changé entre deux dates\u202f: rencontres, alliances, projets.",
                "What changed between two dates: meetings, alliances, projects."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_compare,
};

}  // namespace maillage::tools
