#include <nlohmann/json.hpp>

#include <maillage/base/version.hpp>
#include <maillage/report/info.hpp>

namespace maillage::report {

namespace {

using Json = nlohmann::ordered_json;
using model::Dataset;

Json text_or_null(std::string_view text) {
    return text.empty() ? Json() : Json(text);
}

Json day_or_null(std::optional<base::Day> day) {
    return day ? Json(base::iso(*day)) : Json();
}

Json tables_of(const Dataset& data) {
    Json tables = Json::array();
    for (std::size_t i = 0; i < data.tables.size(); ++i) {
        const model::TableInfo& table = data.tables[i];
        if (!table.present) continue;
        tables.push_back({{"table", model::table_words[i].code},
                          {"file", table.file},
                          {"sha256", table.sha256},
                          {"rows", table.rows},
                          {"discarded", table.refused},
                          {"columns", table.columns}});
    }
    return tables;
}

Json relations_of(const Overview::Relations& relations) {
    return {{"count", relations.count},
            {"undated", relations.undated},
            {"first", day_or_null(relations.first)},
            {"last", day_or_null(relations.last)}};
}

Json islands_of(const Overview::Islands& islands) {
    return {{"groups", islands.groups}, {"largest", islands.largest}, {"alone", islands.alone}};
}

template <class Table, class Counts>
Json by_word(const Table& words, const Counts& counts) {
    Json object = Json::object();
    for (std::size_t i = 0; i < words.size(); ++i)
        if (counts[i] > 0) object[std::string(words[i].code)] = counts[i];
    return object;
}

Json metrics_of(const Overview& overview) {
    Json metrics = Json::array();
    for (const Overview::Answer& answer : overview.answers)
        metrics.push_back(
            {{"id", answer.metric->id},
             {"status", metrics::status_codes[static_cast<std::size_t>(answer.status)]},
             {"reason", text_or_null(answer.reason)}});
    return metrics;
}

Json coverage_of(const Overview& overview) {
    Json coverage = Json::object();
    for (const Overview::Coverage& line : overview.coverage)
        coverage[std::string(line.code)] = {{"part", line.part}, {"whole", line.whole}};
    return coverage;
}

}  // namespace

std::string info_as_json(const Dataset& data, const Overview& overview,
                         std::span<const std::string> ignored_files) {
    Json info;
    info["version"] = base::version();
    info["command"] = "info";
    info["title"] = data.settings.title;
    info["simulated"] = data.settings.simulated;
    info["as_of"] = day_or_null(overview.as_of);
    info["tables"] = tables_of(data);
    info["actors"] = {{"count", data.actors.size()},
                      {"kinds", by_word(model::kinds, overview.actors_by_kind)},
                      {"persons", overview.persons}};
    info["territories"] = by_word(model::levels, overview.territories_by_level);
    info["events"] = relations_of(overview.events);
    info["partnerships"] = relations_of(overview.partnerships);
    info["experiments"] = relations_of(overview.experiments);
    info["components"] = {{"events", islands_of(overview.meeting)},
                          {"partnerships", islands_of(overview.allying)}};
    info["coverage"] = coverage_of(overview);
    info["metrics"] = metrics_of(overview);
    info["ignored_files"] =
        Json(std::vector<std::string>(ignored_files.begin(), ignored_files.end()));
    return info.dump(1, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace maillage::report
