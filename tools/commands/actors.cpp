#include <maillage/base/error.hpp>
#include <maillage/report/actor_table.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"
#include "tools/request.hpp"

namespace maillage::tools {

extern const Command actors_command;

namespace {

constexpr std::array own_options{Option::sort,     Option::kind,   Option::top,
                                 Option::citizens, Option::metric, Option::csv_dialect,
                                 Option::csv_raw,  Option::seed,   Option::threads};
constexpr auto options_taken =
    all_of(output_options, own_options, question_options, naming_options, reading_options);
constexpr std::array formats{FormatChoice{"table", ".txt"}, FormatChoice{"csv", ".csv"},
                             FormatChoice{"json", ".json"}, FormatChoice{"md", ".md"},
                             FormatChoice{"xlsx", ".xlsx", true}};
/// Lines of a table to be read; more are a list to be opened elsewhere.
constexpr std::size_t most_lines = 500;

const report::ActorColumn* column_of(const Arguments& arguments) {
    const auto typed = arguments.value(Option::sort);
    if (!typed) return nullptr;
    const report::ActorColumn* column = report::find_actor_column(*typed);
    if (column != nullptr) return column;
    std::vector<std::string_view> names;
    for (const report::ActorColumn& one : report::actor_columns())
        names.insert(names.end(), {one.id, one.head.fr, one.head.en});
    const std::string_view near = base::nearest(*typed, names);
    throw base::UsageError(
        {"U041",
         {base::excerpt_of(*typed)},
         near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
}

report::ActorQuestion question_of(const Arguments& arguments, const Result& result) {
    report::ActorQuestion question;
    question.sort = column_of(arguments);
    for (const std::size_t kind : arguments.choices(Option::kind, model::kinds))
        question.kinds.push_back(static_cast<model::Kind>(kind));
    question.usual = result.format() == "table" || result.format() == "md";
    const auto top = arguments.number(Option::top, 0, UINT32_MAX);
    question.top = top.value_or(question.usual ? most_lines : 0);
    question.citizens = citizens_of(arguments);
    question.metrics = arguments.list(Option::metric);
    report::check_actor_metrics(question.metrics);
    return question;
}

report::Options shape_of(const Arguments& arguments, const Result& result) {
    report::Options shape;
    shape.format = result.format();
    shape.width = result.file() ? report::Options{}.width : terminal_width();
    constexpr std::array<std::string_view, 1> dialects{"excel-fr"};
    shape.excel_fr = arguments.choice(Option::csv_dialect, dialects).has_value();
    shape.raw_csv = arguments.has(Option::csv_raw);
    return shape;
}

int run_actors(const Arguments& arguments, Session& session) {
    const Question question(arguments);
    const formats::LoadOptions options = load_options(arguments);
    Result result(target_of(arguments), formats, "table", "csv");
    const report::ActorQuestion asked = question_of(arguments, result);
    const report::Options shape = shape_of(arguments, result);
    const privacy::Persons persons = persons_of(arguments, result);

    formats::Loaded loaded = load(arguments, options, session);
    accept(loaded, arguments, session);
    const privacy::Naming naming(loaded.data, persons);
    const metrics::Request request = question.in(loaded.data);
    if (request.territories.size() > 1)
        throw base::UsageError({"U042", {std::to_string(request.territories.size())}, {}});
    session.log().step("compute");
    const report::ActorTable table =
        report::actor_table(loaded.data, request, naming, session.language, asked);
    const report::Document document{loaded.data,
                                    request,
                                    table.values,
                                    metrics::calendar(loaded.data, request),
                                    session.language,
                                    loaded.issues.count(base::Severity::error),
                                    loaded.issues.count(base::Severity::warning)};
    session.log().step("write");
    result.write(report::write_actors(document, table, shape));
    keep_audit(actors_command, arguments, result, loaded.data);
    return 0;
}

}  // namespace

const Command actors_command{
    .name = "actors",
    .alias = "acteurs",
    .summary = {"Une ligne par acteur\u202f: rencontres, alliés, place entre les autres.",
                "One line per actor: meetings, allies, place between the others."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_actors,
};

}  // namespace maillage::tools
