#include <algorithm>
#include <cmath>

#include <maillage/base/numbers.hpp>
#include <maillage/metrics/cost.hpp>
#include <maillage/metrics/minima.hpp>
#include <maillage/report/report.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"

namespace maillage::tools {

extern const Command report_command;

namespace {

constexpr std::array own_options{Option::by,
                                 Option::washout,
                                 Option::innovation_territories,
                                 Option::innovation_sites,
                                 Option::valley,
                                 Option::metric,
                                 Option::section,
                                 Option::table,
                                 Option::details,
                                 Option::csv_dialect,
                                 Option::csv_raw,
                                 Option::replicates,
                                 Option::seed,
                                 Option::threads};
constexpr auto options_taken =
    all_of(output_options, own_options, question_options, naming_options, reading_options);

std::vector<FormatChoice> formats() {
    const auto known = report::formats();
    std::vector<FormatChoice> choices(known.size());
    std::ranges::transform(known, choices.begin(), [](const report::Format& format) {
        return FormatChoice{format.id, format.suffix, format.binary};
    });
    return choices;
}

/// Everything about the shape of the report; `section` views the words of the format.
report::Options shape_of(const Arguments& arguments, const Result& result) {
    report::Options shape;
    shape.format = result.format();
    // One metric makes no page of sentences.
    shape.table = arguments.has(Option::table) || arguments.has(Option::metric);
    shape.details = arguments.has(Option::details);
    if (const auto section = arguments.choice(Option::section, metrics::dynamics))
        shape.section = metrics::dynamics[*section].code;
    shape.width = result.file() ? report::Options{}.width : terminal_width();
    constexpr std::array<std::string_view, 1> dialects{"excel-fr"};
    shape.excel_fr = arguments.choice(Option::csv_dialect, dialects).has_value();
    shape.raw_csv = arguments.has(Option::csv_raw);
    return shape;
}

/// Before the wait, not after it.
void say_what_takes_long(const model::Dataset& data, const metrics::Request& request,
                         const Session& session) {
    constexpr double least_seconds = 5;
    const auto whole = [&](double number) {
        return base::readable(static_cast<std::int64_t>(std::llround(number)), session.language);
    };
    for (const metrics::LongFigure& figure : metrics::long_figures(data, request, least_seconds))
        session.say(base::Message{"M419",
                                  {std::string(figure.growth->metric),
                                   std::string(figure.growth->order.in(session.language)),
                                   whole(figure.actors), whole(figure.pairs),
                                   base::readable(figure.seconds, 1, session.language)},
                                  {}}
                        .text(session.language) +
                    ".");
}

int run_report(const Arguments& arguments, Session& session) {
    const Question question(arguments);
    const formats::LoadOptions options = load_options(arguments);
    Result result(target_of(arguments), formats(), "table", "csv");
    const report::Options shape = shape_of(arguments, result);
    const privacy::Persons persons = persons_of(arguments, result);

    formats::Loaded loaded = load(arguments, options, session);
    accept(loaded, arguments, session);
    const privacy::Naming naming(loaded.data, persons);
    metrics::Request request = question.in(loaded.data);
    request.actor_label = [&](model::ActorId actor) { return naming.id(actor); };
    say_what_takes_long(loaded.data, request, session);
    session.log().step("compute");
    metrics::Request needed = request;
    needed.metrics = report::metrics_of(request, shape);
    metrics::Values values =
        metrics::with_minima(metrics::compute(loaded.data, needed), request.detail);
    const report::Document document{loaded.data,
                                    request,
                                    values,
                                    metrics::calendar(loaded.data, request),
                                    session.language,
                                    loaded.issues.count(base::Severity::error),
                                    loaded.issues.count(base::Severity::warning)};
    const auto verdicts = report::verdicts_of(document, shape);
    metrics::try_verdicts(loaded.data, request, verdicts, values);
    session.log().step("write");
    result.write(report::write_report(document, shape));
    keep_audit(report_command, arguments, result, loaded.data);
    return 0;
}

}  // namespace

const Command report_command{
    .name = "report",
    .alias = "rapport",
    .summary =
        {"Où en sont les rencontres, les alliances et les projets\u202f: une page, un tableau.",
         "Where meetings, alliances and projects stand: one page, one table."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_report,
};

}  // namespace maillage::tools
