#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>
#include <string>

#include <maillage/metrics/method.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/explain.hpp>
#include <maillage/report/figures.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"

using namespace maillage;

namespace {

/// Asks for every metric, those that are given by name only included.
metrics::Request everything() {
    metrics::Request request;
    for (const auto* entry : metrics::catalogue())
        for (const auto& metric : entry->metrics) request.metrics.emplace_back(metric.id);
    return request;
}

}  // namespace

TEST_CASE("every measure of a record has words in French") {
    // Words that French spells as the code does.
    const std::set<std::string> same{"sites", "composition", "alliances", "supports"};
    metrics::Request request = everything();
    request.detail = metrics::Detail::rows;
    request.replicates = 9;
    std::set<std::string> codes;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        for (const auto& row : metrics::compute(data, request).rows)
            if (const auto code = metrics::key_part(row.key, metrics::KeyName::measure))
                codes.insert(*code);
    }
    CHECK(codes.size() > 50);
    for (const std::string& code : codes) {
        std::string untold = code;
        std::ranges::replace(untold, '_', ' ');
        INFO(code);
        CHECK((same.contains(code) ||
               report::key_in_words("measure=" + code, base::Language::french) != untold));
    }
}

TEST_CASE("the interval and the null model of every record are explained") {
    metrics::Request request = everything();
    request.replicates = 9;
    std::set<std::string> words;
    for (std::uint32_t seed = 1; seed <= 12; ++seed) {
        const auto data = model::finish(test::random_draft(seed));
        for (const auto& row : metrics::compute(data, request).rows)
            for (const std::string_view word : {row.ci_method, row.null_model})
                if (!word.empty()) words.emplace(word);
    }
    CHECK(words.contains("curveball"));
    CHECK(words.size() > 5);
    for (const std::string& word : words) {
        INFO(word);
        CHECK(metrics::find_method(word) != nullptr);
        for (const auto language : {base::Language::french, base::Language::english})
            CHECK(report::explanation(word, language).has_value());
    }
}

TEST_CASE("the page of every method exists and bears its name") {
    for (const metrics::Method& method : metrics::methods()) {
        INFO(method.id);
        std::ifstream page(std::string(MAILLAGE_SOURCE_DIR) + "/" + std::string(method.page));
        const std::string text(std::istreambuf_iterator<char>(page), {});
        CHECK(text.find(method.id) != std::string::npos);
    }
}
