#include "support/oracle.hpp"

#include <fstream>
#include <map>
#include <sstream>

#include "support/answers.hpp"
#include "support/catch.hpp"

namespace maillage::test {

namespace {

std::string text_of(const nlohmann::json& record, const char* field) {
    const auto found = record.find(field);
    return found == record.end() ? std::string() : found->get<std::string>();
}

std::optional<double> number_of(const nlohmann::json& record, const char* field) {
    const auto found = record.find(field);
    if (found == record.end() || !found->is_number()) return std::nullopt;
    return found->get<double>();
}

OracleRecord record_of(const nlohmann::json& json) {
    OracleRecord record{text_of(json, "metric"),      text_of(json, "id"),
                        text_of(json, "key"),         text_of(json, "territory"),
                        text_of(json, "period"),      text_of(json, "options"),
                        text_of(json, "scope"),       text_of(json, "object"),
                        number_of(json, "value"),     {},
                        number_of(json, "numerator"), number_of(json, "denominator")};
    if (json.at("value").is_object()) record.reason = json.at("value").at("reason");
    // The headline of a metric has no measure.
    if (record.metric == "kind_diversity_registry" && record.key == "measure=hill1")
        record.key.clear();
    return record;
}

/// A period is a year or a day.
void set_period(metrics::Request& request, const std::string& period) {
    if (period.empty()) return;
    const base::Date date = base::read_date(period).date;
    request.from = date.first();
    request.to = date.last();
}

void set_options(metrics::Request& request, const std::string& options) {
    std::istringstream words(options);
    for (std::string word; words >> word;) {
        if (word == "--include-legal-ties") {
            request.include_legal_ties = true;
        } else {
            REQUIRE(word == "--only");
            words >> word;
            const std::size_t equals = word.find('=');
            request.only.push_back({word.substr(0, equals), word.substr(equals + 1)});
        }
    }
}

void check_record(const metrics::Values& values, const OracleRecord& record) {
    INFO(record.metric << " " << record.territory << " " << record.period << " " << record.key
                       << " " << record.options);
    const auto* row = find(values, record.metric, record.key, record.territory);
    REQUIRE(row != nullptr);
    if (!record.value) {
        CHECK(row->reason == record.reason);
        return;
    }
    REQUIRE(row->value.has_value());
    // Other tools print ten digits at least; integers are exact.
    CHECK(*row->value == Approx(*record.value).epsilon(1e-9).margin(1e-12));
    if (record.numerator) CHECK(row->numerator == record.numerator);
    if (record.denominator) CHECK(row->denominator == record.denominator);
}

}  // namespace

nlohmann::json read_json(const std::filesystem::path& file) {
    std::ifstream stream(file);
    REQUIRE(stream.good());
    return nlohmann::json::parse(stream);
}

std::vector<OracleRecord> oracle_records(const std::filesystem::path& dataset) {
    const auto expected = read_json(dataset / "oracle" / "expected.json");
    std::vector<OracleRecord> records;
    for (const auto& json : expected.at("values")) records.push_back(record_of(json));
    return records;
}

void check_oracle(const model::Dataset& data, const std::vector<OracleRecord>& records) {
    // One computation for all records of the same options and period.
    std::map<std::pair<std::string, std::string>, std::vector<OracleRecord>> groups;
    for (const OracleRecord& record : records)
        groups[{record.options, record.period}].push_back(record);
    for (const auto& [name, group] : groups) {
        metrics::Request request;
        request.replicates = 0;  // other tools give what was observed
        set_options(request, name.first);
        set_period(request, name.second);
        for (const OracleRecord& record : group) {
            request.metrics.push_back(record.metric);
            if (record.territory == "*") continue;
            const auto territory = data.find_territory(record.territory);
            REQUIRE(territory.known());
            request.territories.push_back(territory);
        }
        const metrics::Values values = metrics::compute(data, request);
        for (const OracleRecord& record : group) check_record(values, record);
    }
}

}  // namespace maillage::test
