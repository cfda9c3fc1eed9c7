#include <limits>

#include <maillage/base/error.hpp>
#include <maillage/report/packed.hpp>
#include <maillage/report/report.hpp>
#include <maillage/report/workbook.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;

namespace {

std::string two_sheets() {
    report::Workbook book(std::nullopt);
    for (const char* name : {"one", "two"}) {
        book.add_sheet(name, report::Paper::portrait, {20, 10});
        for (std::size_t row = 0; row < 500; ++row) {
            book.text(row, 0, "=row " + std::to_string(row * row));
            book.number(row, 1, static_cast<double>(row) / 7);
        }
    }
    book.number(500, 0, std::numeric_limits<double>::infinity());
    book.text(500, 1, "");
    return std::move(book).bytes();
}

std::size_t cells_in(const std::vector<report::PackedFile>& files) {
    std::size_t cells = 0;
    for (const report::PackedFile& file : files) cells += file.cells;
    return cells;
}

}  // namespace

TEST_CASE("a workbook holds every cell, none for a number there is not, and the same bytes") {
    const std::string bytes = two_sheets();
    const auto files = report::look_into(bytes);
    REQUIRE(files);
    CHECK(cells_in(*files) == 2000);
    for (const report::PackedFile& file : *files) {
        INFO(file.name);
        CHECK(file.is_ended);
    }
    CHECK(two_sheets() == bytes);
}

TEST_CASE("a workbook that lost something is seen") {
    const std::string bytes = two_sheets();
    for (std::size_t kept = 0; kept < bytes.size(); kept += 97)
        CHECK_FALSE(report::look_into(bytes.substr(0, kept)));
    // A block lost within a sheet.
    std::string torn = bytes;
    torn.replace(2000, 512, 512, '\0');
    CHECK_FALSE(report::look_into(torn));
}

TEST_CASE("more values than a sheet has rows are refused before anything is written") {
    const auto data = test::sketch("public a");
    metrics::Values values;
    metrics::Estimate record;
    record.metric = "actor_count";
    record.territory = "*";
    values.rows.assign(report::Workbook::most_rows, record);
    const metrics::Request request;
    report::Options options;
    options.format = "xlsx";
    options.table = true;
    CHECK_THROWS_AS(
        report::write_report({data, request, values, {}, base::Language::english}, options),
        base::LimitError);
}
