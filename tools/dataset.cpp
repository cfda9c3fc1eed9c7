#include "tools/dataset.hpp"

#include <set>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/formats/outlines.hpp>
#include <maillage/report/issues.hpp>

namespace maillage::tools {

namespace {

using base::Severity;

/// "acteurs 16, rencontres 4, partenariats 10": the main tables that are there.
std::string counts_of(const model::Dataset& data, base::Language language) {
    std::string text;
    for (const model::Table table :
         {model::Table::territories, model::Table::actors, model::Table::events,
          model::Table::attendance, model::Table::partnerships, model::Table::experiments}) {
        const model::TableInfo& info = data.table(table);
        if (!info.present) continue;
        const model::Word& words = model::table_words[static_cast<std::size_t>(table)];
        text += (text.empty() ? "" : ", ") + std::string(words.label.in(language)) + " " +
                base::readable(static_cast<std::int64_t>(info.rows), language);
    }
    return text;
}

std::uint64_t rows_left_out(const model::Dataset& data) {
    std::uint64_t count = 0;
    for (const model::TableInfo& table : data.tables) count += table.refused;
    return count;
}

void say_issues(const std::vector<base::Issue>& issues, const Session& session) {
    if (session.json_errors) {
        write_error(report::issues_as_json_lines(issues, session.language));
        return;
    }
    report::IssueStyle style;
    style.language = session.language;
    style.colored = session.colored;
    write_error(report::issues_as_text(issues, style));
}

}  // namespace

formats::LoadOptions load_options(const Arguments& arguments) {
    formats::LoadOptions options;
    options.keep_columns = arguments.list(Option::keep_column);
    options.encoding = arguments.value(Option::encoding).value_or("");
    options.max_input = arguments.size(Option::max_input).value_or(options.max_input);
    return options;
}

formats::Loaded load(const Arguments& arguments, const formats::LoadOptions& options,
                     Session& session) {
    session.log().step("read");
    formats::Loaded loaded = formats::load(arguments.operands().front(), options);
    session.follow(loaded.data.settings.language);
    return loaded;
}

void accept(formats::Loaded& loaded, const Arguments& arguments, const Session& session) {
    const std::uint64_t errors = loaded.issues.count(Severity::error);
    if (errors > 0 && !arguments.has(Option::lenient)) {
        if (session.json_errors) say_issues(loaded.issues.sorted(), session);
        throw base::DataError(
            {"U050", {std::to_string(errors)}, {base::excerpt_of(arguments.operands().front())}});
    }
    say_what_was_read(loaded, session);
}

void say_what_was_read(formats::Loaded& loaded, const Session& session) {
    if (session.json_errors || session.verbosity >= base::Verbosity::steps)
        say_issues(loaded.issues.sorted(), session);
    const bool french = session.language == base::Language::french;
    session.say((french ? "lu\u202f: " : "read: ") + counts_of(loaded.data, session.language) +
                (french ? "\u202f; " : "; ") +
                report::count_of_issues(loaded.issues, files_read(loaded.data), session.language));
    const std::uint64_t left_out = rows_left_out(loaded.data);
    if (left_out == 0) return;
    const std::string number =
        base::readable(static_cast<std::int64_t>(left_out), session.language);
    session.say(french ? "lignes laissées de côté\u202f: " + number : "rows left out: " + number);
}

std::size_t files_read(const model::Dataset& data) {
    std::set<std::string_view> files;
    for (const model::TableInfo& info : data.tables)
        if (info.present) files.insert(info.file);
    return files.size();
}

std::vector<model::Outline> outlines_of(const Arguments& arguments,
                                        const formats::LoadOptions& reading,
                                        const model::Dataset& data) {
    std::vector<std::filesystem::path> files;
    if (const auto given = arguments.value(Option::outlines)) files.emplace_back(*given);
    const std::filesystem::path folder(arguments.operands().front());
    for (const char* name : {"territories.geojson", "territories.topojson"})
        if (files.empty() && std::filesystem::exists(folder / name)) files.push_back(folder / name);
    if (files.empty()) return {};
    return formats::read_outlines(files.front(), data, reading.max_input);
}

}  // namespace maillage::tools
