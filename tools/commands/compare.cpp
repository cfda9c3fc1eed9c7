#include <maillage/base/error.hpp>
#include <maillage/metrics/change.hpp>
#include <maillage/report/changes.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"

namespace maillage::tools {

extern const Command compare_command;

namespace {

using metrics::TwoWindows;

constexpr std::array own_options{
    Option::before,        Option::after,   Option::territory,   Option::level,
    Option::metric,        Option::section, Option::details,     Option::as_of,
    Option::observed_from, Option::only,    Option::attribution, Option::include_legal_ties,
    Option::silent_months, Option::washout, Option::csv_dialect, Option::csv_raw,
    Option::replicates,    Option::seed,    Option::threads};
constexpr auto options_taken = all_of(output_options, own_options, naming_options, reading_options);
constexpr std::array formats{FormatChoice{"table", ".txt"}, FormatChoice{"csv", ".csv"},
                             FormatChoice{"json", ".json"}, FormatChoice{"md", ".md"}};

base::Date date_of(Option option, const std::string& typed, std::string_view part) {
    const base::DateReading reading = base::read_date(part);
    if (reading.outcome != base::DateReading::Outcome::read)
        throw base::UsageError(
            {"U007", {std::string(text_of(option).word), base::excerpt_of(typed)}, {}});
    return reading.date;
}

/// `2019`, or the first and last day `2019-01-01/2019-06-30`.
metrics::Calendar::Window window(const Arguments& arguments, Option option) {
    const std::string typed = *arguments.value(option);
    const std::string_view text = typed;
    const std::size_t slash = std::min(text.find('/'), text.size());
    // Days may be written 14/03/2021, with slashes of their own.
    const bool is_range = text.size() - slash > 1 && slash >= 4;
    const base::Date first = date_of(option, typed, is_range ? text.substr(0, slash) : text);
    const base::Date last = is_range ? date_of(option, typed, text.substr(slash + 1)) : first;
    if (first.first() > last.last())
        throw base::UsageError({"U020", {base::iso(first.first()), base::iso(last.last())}, {}});
    return metrics::window_of(first.first(), last.last());
}

/// The two periods as they were typed; nothing when neither was.
std::optional<TwoWindows> windows_asked(const Arguments& arguments) {
    if (!arguments.has(Option::before) && !arguments.has(Option::after)) return std::nullopt;
    for (const auto& [one, other] :
         {std::pair(Option::before, Option::after), std::pair(Option::after, Option::before)})
        if (!arguments.has(other))
            throw base::UsageError(
                {"U028", {std::string(text_of(one).word), std::string(text_of(other).word)}, {}});
    TwoWindows two{window(arguments, Option::before), window(arguments, Option::after)};
    if (*two.before.last >= *two.after.first)
        throw base::UsageError({"U034", {two.before.period, two.after.period}, {}});
    return two;
}

/// Of a period that lies beyond the data nothing is known.
void check_observed(const metrics::Calendar::Window& period, std::optional<base::Day> as_of) {
    if (as_of && *period.first > *as_of)
        throw base::UsageError({"U036", {period.period, base::iso(*as_of)}, {}});
}

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
    const std::optional<TwoWindows> asked = windows_asked(arguments);
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
    check_observed(windows->after, metrics::calendar(loaded.data, request).as_of);
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
