#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::report {

/// What is known of a word: the id of a metric or the code of its entry (`D17`), the code of a
/// message (`E203`), a word of the glossary or of a vocabulary, or a word in the title of metrics
/// (then their list). Case and accents do not matter. Nothing when it is none of these.
[[nodiscard]] std::optional<std::string> explanation(std::string_view word,
                                                     base::Language language);
/// The same metrics, message or words as JSON, in both languages; titles are not searched.
[[nodiscard]] std::optional<std::string> explanation_as_json(std::string_view word);

/// Every metric, one a line, by dynamic; then the comparisons and methods.
[[nodiscard]] std::string list_of_metrics(base::Language language);
/// Every metric as an array of objects, one a line: id, entry, role, dynamic, tier, nature, unit,
/// title, question, page; comparisons and methods have no entry, nature and unit.
[[nodiscard]] std::string list_of_metrics_as_json();

/// The id, code or word nearest to one that cannot be explained; empty when none is near.
[[nodiscard]] std::string_view nearest_explained(std::string_view word);

}  // namespace maillage::report
