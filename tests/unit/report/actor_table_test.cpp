// Records of actors made one line each.

#include <algorithm>
#include <set>

#include <nlohmann/json.hpp>

#include <maillage/base/error.hpp>
#include <maillage/formats/load.hpp>
#include <maillage/report/actor_table.hpp>

#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/random_world.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using base::Language;
using report::ActorQuestion;
using report::ActorTable;

namespace {

/// A dataset and its table of actors.
struct Made {
    model::Dataset data;
    metrics::Request request;
    ActorTable table;

    explicit Made(model::Dataset from, const ActorQuestion& question = {},
                  metrics::Request asked = {})
        : data(std::move(from)), request(std::move(asked)) {
        const privacy::Naming naming(data, privacy::Persons::pseudonymised);
        table = report::actor_table(data, request, naming, Language::english, question);
    }
    explicit Made(std::string_view text, const ActorQuestion& question = {})
        : Made(test::sketch(text), question) {}

    [[nodiscard]] std::vector<std::string> names() const {
        std::vector<std::string> names;
        for (const ActorTable::Row& row : table.rows)
            names.push_back(row.cells[*table.find("name")].text);
        return names;
    }
    [[nodiscard]] const ActorTable::Cell& cell(std::string_view name,
                                               std::string_view column) const {
        const auto all = names();
        const auto at = std::ranges::find(all, name);
        REQUIRE(at != all.end());
        REQUIRE(table.find(column));
        return table.rows[static_cast<std::size_t>(at - all.begin())].cells[*table.find(column)];
    }
    [[nodiscard]] std::string written(std::string_view format,
                                      Language language = Language::english,
                                      std::size_t width = 100) const {
        report::Options options;
        options.format = format;
        options.width = width;
        const report::Document document{data, request, table.values,
                                        metrics::calendar(data, request), language};
        return report::write_actors(document, table, options);
    }
};

constexpr std::string_view valley = R"(
    territory V
    public Town /V
    company Firm /V
    association club /V
    association Choir /V
    citizen jo-the-person /V person
    citizen al-the-person /V person
    meeting m1 2020-03-01 by Town: Town Firm jo-the-person al-the-person
    meeting m2 2021-03-01: Town
    alliance p1 2020-06-01: Town Firm
    alliance p2 2020-06-01: Firm club
    as_of 2021-12-31
)";

ActorQuestion sorted(std::string_view column) {
    ActorQuestion question;
    question.sort = report::find_actor_column(column);
    REQUIRE(question.sort != nullptr);
    return question;
}

}  // namespace

TEST_CASE("one line per actor, by kind then name, persons merged by seat", "[report]") {
    const Made made(valley);
    CHECK(made.names() ==
          std::vector<std::string>{"Town", "Firm", "Choir", "club", "2 citizens (V)"});
    CHECK(made.cell("Firm", "partners").number == 2);
    CHECK(made.cell("Firm", "partners_public").number == 1);
    CHECK(made.cell("Firm", "emergence_brokerage_roles").number == 1);
    CHECK(made.cell("Town", "meetings").number == 2);
    CHECK(made.cell("Town", "last_seen").text == "2021-03-01");
    CHECK(made.cell("Town", "dialogue_catalyst_dependency").number == 1);
    CHECK(made.cell("2 citizens (V)", "persons").number == 2);
    CHECK(made.cell("2 citizens (V)", "meetings").number == 1);  // both came to the same one
    CHECK(made.table.found[static_cast<std::size_t>(model::Kind::citizen)] == 2);
}

TEST_CASE("what is not known is never zero, and says why", "[report]") {
    const Made made(valley);
    CHECK(made.cell("Town", "projects").reason == "table_absent");
    CHECK_FALSE(made.cell("Town", "projects").number);
    CHECK(made.cell("Choir", "emergence_constraint").reason == "isolate");
    CHECK(made.cell("Choir", "last_seen").reason == "unknown_dates");
    CHECK(made.cell("Choir", "partners").number == 0);
    CHECK(made.cell("club", "dialogue_actor_strength").reason == "no_event");
    CHECK(made.cell("2 citizens (V)", "emergence_coreness").reason == "persons_merged");
    CHECK(made.cell("Firm", "fragility_articulation_cut_off").reason == "below_80_percent");
    for (const ActorTable::Row& row : made.table.rows)
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            INFO(made.table.columns[i]->id);
            const ActorTable::Cell& cell = row.cells[i];
            const bool says = cell.number.has_value() || !cell.text.empty();
            const bool may_be_empty = made.table.columns[i]->id == "persons";
            CHECK((says != !cell.reason.empty() || (may_be_empty && cell.reason.empty())));
        }
}

TEST_CASE("persons stand one by one under pseudonyms when asked", "[report]") {
    ActorQuestion question;
    question.citizens = privacy::Citizens::single;
    const Made made(valley, question);
    CHECK(made.table.rows.size() == 6);
    for (const char* format : {"table", "md", "csv", "json"})
        CHECK(made.written(format).find("the-person") == std::string::npos);
    // All are persons: single without asking, as on the map.
    const Made all("citizen a person\ncitizen b person\nalliance p 2020-01-01: a b\n");
    CHECK(all.table.rows.size() == 2);
}

TEST_CASE("sorted by a column: largest first, oldest first, names from A, unknown last",
          "[report]") {
    CHECK(Made(valley, sorted("partners")).names().front() == "Firm");
    CHECK(Made(valley, sorted("name")).names() ==
          std::vector<std::string>{"Choir", "club", "Firm", "Town", "2 citizens (V)"});
    const auto seen = Made(valley, sorted("vu le")).names();
    CHECK(seen == std::vector<std::string>{"2 citizens (V)", "Firm", "club", "Town", "Choir"});
    CHECK(report::find_actor_column("Alliés")->id == "partners");
    CHECK(report::find_actor_column("no such") == nullptr);
}

TEST_CASE("some kinds, the first lines, some metrics", "[report]") {
    ActorQuestion question;
    question.kinds = {model::Kind::association, model::Kind::company};
    question.top = 2;
    const Made made(valley, question);
    CHECK(made.names() == std::vector<std::string>{"Firm", "Choir"});
    CHECK(made.table.left_out == 1);
    question = {};
    question.metrics = {"emergence_coreness"};
    const Made core(valley, question);
    CHECK(core.table.find("emergence_coreness"));
    CHECK_FALSE(core.table.find("meetings"));
    question.metrics = {"emergence_density"};
    CHECK_THROWS_AS(Made(valley, question), base::UsageError);
}

TEST_CASE("every record of a single actor has its cell", "[report]") {
    // Of an actor and something else, as a year, there are several.
    std::set<std::pair<std::string, std::string>> known;
    for (const report::ActorColumn& column : report::actor_columns())
        known.emplace(column.metric, column.measure);
    for (std::uint32_t seed = 0; seed < 20; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        metrics::Request request;
        request.detail = metrics::Detail::rows;
        request.replicates = 0;
        for (const auto& row : metrics::compute(data, request).rows) {
            const bool measured = row.key.starts_with("measure=");
            const auto names = 1 + std::ranges::count(row.key, ';');
            if (!metrics::key_part(row.key, metrics::KeyName::actor) || names != 1 + measured)
                continue;
            INFO(row.metric << " " << row.key);
            const auto measure = metrics::key_part(row.key, metrics::KeyName::measure).value_or("");
            CHECK(known.contains({std::string(row.metric), measure}));
        }
    }
}

TEST_CASE("a line says what the records say, on any world", "[report]") {
    for (std::uint32_t seed = 0; seed < 10; ++seed) {
        ActorQuestion question;
        question.citizens = privacy::Citizens::single;
        const Made made(model::finish(test::random_draft(seed)), question);
        metrics::Request request;
        request.detail = metrics::Detail::rows;
        request.replicates = 0;
        const auto values = metrics::compute(made.data, request);
        const auto id = *made.table.find("actor"), core = *made.table.find("emergence_coreness"),
                   degree = *made.table.find("emergence_degree"),
                   partners = *made.table.find("partners");
        for (const ActorTable::Row& row : made.table.rows) {
            if (row.cells[id].text.starts_with("P-")) continue;
            const std::string key =
                metrics::make_key({{metrics::KeyName::actor, row.cells[id].text}});
            INFO("world " << seed << " " << key);
            CHECK(row.cells[core].number == test::value(values, "emergence_coreness", key));
            // Over everything nobody is seated elsewhere.
            CHECK(row.cells[degree].number == row.cells[partners].number);
        }
    }
}

TEST_CASE("csv and json hold the same lines", "[report]") {
    const Made made(valley);
    const auto json = nlohmann::json::parse(made.written("json"));
    const std::string csv = made.written("csv");
    CHECK(json.at("actors").size() == 5);
    CHECK(std::ranges::count(csv, '\n') == 6);
    const auto& choir = json.at("actors")[2];
    CHECK(choir.at("name") == "Choir");
    CHECK(choir.at("partners") == 0);
    CHECK(choir.at("emergence_constraint").is_null());
    CHECK(choir.at("reasons").at("emergence_constraint") == "isolate");
    CHECK(json.at("actors")[4].at("persons") == 2);
    CHECK(json.at("actors")[4].at("actor").is_null());
    CHECK(csv.find("emergence_constraint=isolate") != std::string::npos);
}

TEST_CASE("a table is as wide as it may be, in both languages", "[report]") {
    const Made made(valley);
    for (const std::size_t width : {40U, 60U, 80U, 100U, 200U})
        for (const Language language : {Language::french, Language::english}) {
            const std::string text = made.written("table", language, width);
            for (std::size_t at = 0; at < text.size();) {
                const std::size_t end = std::min(text.find('\n', at), text.size());
                const std::string line = text.substr(at, end - at);
                INFO(width << ": " << line);
                // The title is never broken.
                CHECK((at == 0 || base::display_width(line) <= width));
                at = end + 1;
            }
        }
}

TEST_CASE("a name beside a place in the network stands with its share of draws", "[report]") {
    std::string star = "public town\n";
    for (int firm = 10; firm < 30; ++firm) {
        const std::string id = "f" + std::to_string(firm);
        star += "company " + id + "\nalliance p" + id + " 2020-01-01: town " + id + "\n";
    }
    const Made made(star);
    CHECK(made.cell("town", "role").text == "itinerant");
    CHECK(made.cell("town", "emergence_brokerage_roles_kept").number == 1);
    CHECK(made.cell("f10", "role").reason == "no_main_role");
    const std::string text = made.written("table", Language::french, 200);
    CHECK(text.find("19 (100\u202f%)") != std::string::npos);
    CHECK(text.find("deux d’une même autre (100\u202f%)") != std::string::npos);
}
