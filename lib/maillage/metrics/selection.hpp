#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>

// From the words of a person to the parts of a Request.
namespace maillage::metrics {

/// Territories by id, official code or name, `*` for everything, in the order given. Codes belong
/// to communes first; names are compared by key.
///
/// Errors   UsageError for one that is unknown, with the nearest, or that names several.
[[nodiscard]] std::vector<model::TerritoryId> find_territories(const model::Dataset& data,
                                                               std::span<const std::string> names);

/// Territories of a level (`all`: everything as one) that lie in one of `within`, by any parent; in
/// all the dataset when `within` is empty. In byte order of their ids.
///
/// Errors   UsageError when there is none, with the levels present.
[[nodiscard]] std::vector<model::TerritoryId> territories_of_level(
    const model::Dataset& data, std::span<const model::TerritoryId> within, std::string_view level);

/// Words that `territories_of_level` takes.
[[nodiscard]] std::vector<model::Word> level_words();

/// Reads `COLUMN=VALUE`; types and intensities may be given in French or English.
///
/// Errors   UsageError for another form, an unknown column, type or intensity, with the nearest.
[[nodiscard]] Filter read_filter(std::string_view text);

/// Errors   UsageError when a source or a theme is in no relation of the dataset, with the nearest.
void check_filters(const model::Dataset& data, std::span<const Filter> filters);

/// Errors   UsageError for an id that is not in the catalogue, with the nearest.
void check_metrics(std::span<const std::string> ids);

}  // namespace maillage::metrics
