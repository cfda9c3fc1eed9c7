#include <fstream>

#include <nlohmann/json.hpp>

#include <maillage/base/error.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using Json = nlohmann::ordered_json;

namespace {

bool is_of_type(const Json& value, const std::string& type) {
    if (type == "null") return value.is_null();
    if (type == "string") return value.is_string();
    if (type == "integer") return value.is_number_integer();
    if (type == "number") return value.is_number();
    if (type == "boolean") return value.is_boolean();
    if (type == "array") return value.is_array();
    return type == "object" && value.is_object();
}

/// Holds a value to the part of JSON Schema that ours uses; members also stand in its order.
void check(const Json& value, const Json& schema, const std::string& where) {
    INFO(where << ": " << value.dump().substr(0, 200));
    if (schema.contains("const")) CHECK(value == schema["const"]);
    if (schema.contains("enum"))
        CHECK(std::ranges::find(schema["enum"], value) != schema["enum"].end());
    if (schema.contains("type")) {
        const Json types =
            schema["type"].is_array() ? schema["type"] : Json::array({schema["type"]});
        CHECK(std::ranges::any_of(
            types, [&](const Json& type) { return is_of_type(value, type.get<std::string>()); }));
    }
    if (schema.contains("items"))
        for (const Json& item : value) check(item, schema["items"], where + "[]");
    if (!schema.contains("properties")) return;
    REQUIRE(value.size() == schema["properties"].size());
    auto member = value.begin();
    for (auto expected = schema["properties"].begin(); expected != schema["properties"].end();
         ++expected, ++member) {
        CHECK(member.key() == expected.key());
        check(member.value(), expected.value(), where + "." + member.key());
    }
}

Json schema() {
    std::ifstream file(MAILLAGE_SOURCE_DIR "/docs/schema/report-1.json");
    return Json::parse(file);
}

std::string written(const model::Dataset& data, const metrics::Request& request,
                    const metrics::Values& values) {
    report::Options options;
    options.format = "json";
    return report::write_report({data, request, values, metrics::calendar(data, request)}, options);
}

}  // namespace

TEST_CASE("json follows its schema, key by key") {
    const auto data = test::sketch(R"(
        territory T
        public town /T
        company firm /T
        meeting m1 2021-03-01 /T: town firm
        alliance p1 2021-06-01 /T grant: town firm
        as_of 2023-12-31
    )");
    metrics::Request request;
    request.territories = {{}, {0}};
    request.from = base::day_of(2021, 1, 1);
    request.only = {{"source", "a\"b"}};
    const auto values = metrics::compute(data, request);
    const Json json = Json::parse(written(data, request, values));
    check(json, schema(), "report");
    CHECK(json["options"]["territory"] == Json::array({"*", "T"}));
    CHECK(json["options"]["from"] == "2021-01-01");
    CHECK(json["as_of"] == "2023-12-31");
    CHECK(json["inputs"].size() == 6);
    CHECK(json["values"].size() == values.rows.size());
    CHECK(json["values"][0]["metric"] == "actor_count");
    CHECK(json["values"][0]["value"] == 2);
    CHECK(json["values"][0]["reason"].is_null());
}

TEST_CASE("json says how tables were drawn, and how far a p may be off") {
    std::string world, alliances;
    for (int i = 0; i < 12; ++i) world += "public a" + std::to_string(i) + "\n";
    for (int i = 0; i < 6; ++i)
        alliances += "alliance p" + std::to_string(i) + " 2021-06-01: a" + std::to_string(i) +
                     " a" + std::to_string(i + 6) + "\n";
    const auto data = test::sketch(world + alliances);
    metrics::Request request;
    request.replicates = 100;
    const auto values = metrics::compute(data, request);
    const Json json = Json::parse(written(data, request, values));
    check(json, schema(), "report");
    CHECK(json["seed"] == 1);
    CHECK(json["replicates"] == 100);
    CHECK(json["monte_carlo_error"] == 0.05);
    REQUIRE(json["draws"].size() == 1);
    const auto& draws = json["draws"][0];
    CHECK(draws["table"] == "alliances");
    CHECK(draws["territory"] == "*");
    // Six alliances trade two by two in each round.
    CHECK(draws["rounds"] >= 10);
    CHECK(draws["trades"].get<int>() == 3 * draws["rounds"].get<int>());
    CHECK(draws["memberships"] == 12);
    CHECK(draws["moved"] > 0);
    request.replicates = 0;
    const auto none = metrics::compute(data, request);
    const Json silent = Json::parse(written(data, request, none));
    CHECK(silent["draws"].empty());
    CHECK(silent["monte_carlo_error"].is_null());
}

TEST_CASE("json stands one value a line") {
    const auto data = test::sketch("public a\ncompany b");
    const metrics::Request request;
    const auto values = metrics::compute(data, request);
    const std::string text = written(data, request, values);
    std::size_t lines = 0;
    for (std::size_t at = text.find("\n  {\"metric\": "); at != std::string::npos;
         at = text.find("\n  {\"metric\": ", at + 1))
        ++lines;
    CHECK(lines == values.rows.size() + Json::parse(text)["methods"].size());
}

TEST_CASE("json is valid UTF-8 whatever a name holds, and never a number that is none") {
    const auto data = test::sketch("public a");
    const metrics::Request request;
    metrics::Values values;
    auto& row = values.rows.emplace_back();
    row.metric = "actor_count";
    row.territory = "*";
    row.territory_name = "a\xFF\x01\"\\\n\xE2\x82";
    row.level = "all";
    row.value = std::numeric_limits<double>::quiet_NaN();
    const Json json = Json::parse(written(data, request, values));
    CHECK(json["values"][0]["territory_name"] == "a\uFFFD\u0001\"\\\n\uFFFD\uFFFD");
    CHECK(json["values"][0]["value"].is_null());
}

TEST_CASE("a format or a section that does not exist is refused") {
    const auto data = test::sketch("public a");
    const metrics::Request request;
    const metrics::Values values;
    const report::Document document{data, request, values, {}};
    report::Options options;
    options.format = "odt";
    CHECK_THROWS_AS(report::write_report(document, options), base::UsageError);
    options = {};
    options.section = "dialog";
    CHECK_THROWS_AS(report::write_report(document, options), base::UsageError);
}
