#include <algorithm>
#include <set>
#include <string>

#include <maillage/metrics/run.hpp>
#include <maillage/report/figures.hpp>

#include "support/catch.hpp"
#include "support/random_world.hpp"

using namespace maillage;

TEST_CASE("every measure of a record has words in French") {
    // Words that French spells as the code does.
    const std::set<std::string> same{"sites", "composition", "alliances", "supports"};
    metrics::Request request;
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
