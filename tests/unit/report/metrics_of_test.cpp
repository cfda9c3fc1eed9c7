#include <maillage/metrics/minima.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/report.hpp>
#include <maillage/report/table.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"

using namespace maillage;

namespace {

std::string report_of(const model::Dataset& data, metrics::Request request,
                      std::vector<std::string> computed, const report::Options& shape) {
    metrics::Request asked = request;
    asked.metrics = std::move(computed);
    const auto values = metrics::with_minima(metrics::compute(data, asked), asked.detail);
    return report::write_report(
        {data, request, values, metrics::calendar(data, request), base::Language::french, 0, 0},
        shape);
}

}  // namespace

TEST_CASE("a page needs no other metric than those computed for it") {
    metrics::Request request;
    request.replicates = 19;
    const report::Options page;
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        INFO(seed);
        CHECK(report_of(data, request, report::metrics_of(request, page), page) ==
              report_of(data, request, {}, page));
    }
}

TEST_CASE("a table shows every metric that is shown of the whole catalogue") {
    metrics::Request request;
    request.replicates = 0;
    report::Options shape;
    shape.table = true;
    const auto shown = [&](const model::Dataset& data, std::vector<std::string> computed) {
        metrics::Request asked = request;
        asked.metrics = std::move(computed);
        const auto values = metrics::compute(data, asked);
        const report::Document document{
            data, request, values, metrics::calendar(data, request), base::Language::french, 0, 0};
        std::string lines;
        for (const auto& group : report::make_table(document, shape).groups)
            for (const auto& line : group.lines)
                lines += std::string(group.metric->id) + " " + std::string(line.key) + "\n";
        return lines;
    };
    for (std::uint32_t seed = 1; seed <= 20; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        INFO(seed);
        CHECK(shown(data, report::metrics_of(request, shape)) == shown(data, {}));
    }
}

TEST_CASE("other shapes need the whole catalogue, or what was asked") {
    metrics::Request request;
    for (const std::string_view format : {"csv", "json", "md", "html", "xlsx"}) {
        report::Options shape;
        shape.format = format;
        CHECK(report::metrics_of(request, shape).empty());
    }
    report::Options details;
    details.table = details.details = true;
    CHECK(report::metrics_of(request, details).empty());
    request.metrics = {"actor_count"};
    CHECK(report::metrics_of(request, {}) == request.metrics);
}
