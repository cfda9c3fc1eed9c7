#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <maillage/metrics/estimate.hpp>

namespace maillage::test {

/// The record of a metric, key and territory, or null.
[[nodiscard]] inline const metrics::Estimate* find(const metrics::Values& values,
                                                   std::string_view metric,
                                                   std::string_view key = "",
                                                   std::string_view territory = "*") {
    for (const auto& row : values.rows)
        if (row.metric == metric && row.key == key && row.territory == territory) return &row;
    return nullptr;
}

/// Its value; nothing when there is no record or no value.
[[nodiscard]] inline std::optional<double> value(const metrics::Values& values,
                                                 std::string_view metric, std::string_view key = "",
                                                 std::string_view territory = "*") {
    const auto* row = find(values, metric, key, territory);
    return row == nullptr ? std::nullopt : row->value;
}

}  // namespace maillage::test
