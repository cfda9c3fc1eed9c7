#include <algorithm>

#include <maillage/report/report.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

namespace {

/// A record of a territory whose name says everything a spreadsheet may misread.
metrics::Values awkward() {
    metrics::Values values;
    auto& row = values.rows.emplace_back();
    row.metric = "actor_count";
    row.territory = "=1+1";
    row.territory_name = "Pays, dit « l’\"Autre\" »; bas";
    row.level = "epci";
    row.period = "2023";
    row.key = "kind=public";
    row.value = 0.1;
    row.unit = "count";
    row.n = 12;
    row.range_low = 1e-7;
    row.status = metrics::Status::ok;
    return values;
}

std::string written(const metrics::Values& values, report::Options options) {
    const auto data = test::sketch("public a");
    const metrics::Request request;
    const report::Document document{data, request, values, {}, base::Language::french};
    options.format = "csv";
    return report::write_report(document, options);
}

}  // namespace

TEST_CASE("csv holds the fields of a record in their order, LF, empty where absent") {
    CHECK(
        written(awkward(), {}) ==
        "metric,dynamic,territory,territory_name,level,period,key,value,unit,n,n_effective,"
        "numerator,denominator,range_low,range_high,ci_low,ci_high,ci_method,null_mean,null_sd,z,"
        "p,null_model,coverage,status,reason,attribution,nature\n"
        "actor_count,territory,'=1+1,\"Pays, dit « l’\"\"Autre\"\" »; bas\",epci,2023,kind=public,"
        "0.1,count,12,,,,1e-07,,,,,,,,,,,ok,,seat,counted\n");
}

TEST_CASE("a machine may ask for cells as they are") {
    report::Options raw;
    raw.raw_csv = true;
    CHECK(written(awkward(), raw).find(",=1+1,") != std::string::npos);
}

TEST_CASE("the French dialect of spreadsheets: byte order mark, semicolons, decimal comma") {
    report::Options french;
    french.excel_fr = true;
    const std::string text = written(awkward(), french);
    CHECK(text.starts_with("\xEF\xBB\xBFmetric;dynamic;"));
    CHECK(text.find(";0,1;count;12;") != std::string::npos);
    CHECK(text.find("\"Pays, dit") != std::string::npos);
}

TEST_CASE("a section keeps the records of one dynamic") {
    auto values = awkward();
    values.rows.push_back(values.rows.front());
    values.rows.back().dynamic = metrics::Dynamic::dialogue;
    report::Options one;
    one.section = "dialogue";
    CHECK(std::ranges::count(written(values, one), '\n') == 2);
}
