#include <algorithm>
#include <utility>

#include <maillage/drawing/figures.hpp>

namespace maillage::drawing {

Figures::Figures(const Viewpoint& from, std::vector<std::string> metrics, metrics::Detail detail) {
    metrics::Request asked = from.request;
    asked.territories = {from.scope.view.territory};
    asked.metrics = std::move(metrics);
    asked.detail = detail;
    asked.replicates = 0;
    rows_ = std::move(metrics::compute(from.scope.data, asked).rows);
    std::erase_if(rows_, [&](const metrics::Estimate& row) {
        return row.period != from.scope.window.period;
    });
}

std::optional<std::int64_t> Figures::count(std::string_view metric, std::string_view key) const {
    const auto found = std::ranges::find_if(rows_, [&](const metrics::Estimate& row) {
        return row.metric == metric && row.key == key;
    });
    if (found == rows_.end() || !found->value) return std::nullopt;
    return static_cast<std::int64_t>(*found->value);
}

}  // namespace maillage::drawing
