#include <array>

#include <maillage/report/issues.hpp>

#include "tools/dataset.hpp"
#include "tools/output.hpp"

namespace maillage::tools {

namespace {

constexpr std::array options_taken{Option::strict,   Option::report,      Option::overwrite,
                                   Option::encoding, Option::keep_column, Option::max_input};
constexpr std::array formats{FormatChoice{"text", ".txt"}, FormatChoice{"csv", ".csv"},
                             FormatChoice{"json", ".json"}};

report::IssueStyle style_of(const Session& session) {
    report::IssueStyle style;
    style.language = session.language;
    style.colored = session.colored;
    return style;
}

/// Every issue, in the format of the file.
std::string whole_list(const std::vector<base::Issue>& issues, std::string_view format,
                       base::Language language) {
    if (format == "csv") return report::issues_as_csv(issues, language);
    if (format == "json") return report::issues_as_json(issues, language);
    report::IssueStyle style;
    style.language = language;
    style.most_of_a_code = 0;
    return report::issues_as_text(issues, style);
}

int run_check(const Arguments& arguments, Session& session) {
    const formats::LoadOptions options = load_options(arguments);
    std::optional<Result> file;
    if (const auto path = arguments.value(Option::report))
        file.emplace(Target{path, {}, target_of(arguments).overwrite}, formats, "", "");
    formats::Loaded loaded = load(arguments, options, session);
    const auto& issues = loaded.issues.sorted();
    if (file) file->write(whole_list(issues, file->format(), session.language));
    if (session.json_errors)
        write_error(report::issues_as_json_lines(issues, session.language));
    else
        write_output(
            report::issues_as_text(issues, style_of(session)) +
            report::count_of_issues(loaded.issues, files_read(loaded.data), session.language) +
            "\n");
    const bool failed =
        loaded.issues.has_errors() ||
        (arguments.has(Option::strict) && loaded.issues.count(base::Severity::warning) > 0);
    return failed ? 1 : 0;
}

}  // namespace

extern const Command check_command;
const Command check_command{
    .name = "check",
    .alias = "verifier",
    .summary = {"Vérifie les tableaux\u202f: chaque défaut, avec sa ligne et son remède.",
                "Checks the tables: each defect, with its line and its cure."},
    .operands = {"DATASET", "DATASET"},
    .fewest = 1,
    .most = 1,
    .options = options_taken,
    .run = run_check,
};

}  // namespace maillage::tools
