#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace maillage::formats {

/// The closed vocabularies that columns of the format use.
enum class Vocabulary : std::uint8_t {
    none,
    level,
    kind,
    sphere,
    domain,
    function,
    scale,
    partnership_type,
    intensity,
    role,
    contribution,
    objective,
    attendance_role,
    nature,
    taken_up,
    stage,
    need,
    lever,
    evaluation_mode,
    impact,
    sub_impact,
    funding_source,
    stake,
    rating_item,
    engagement_mean,
    engagement_motor
};

/// What a word says beside its value.
enum class Hint : std::uint8_t {
    none,
    person,   ///< A natural person: `habitant`.
    group,    ///< A group of persons: `collectif`.
    doubtful  ///< Read as the value, with a warning: `mission locale`.
};

/// Words read as one value. Lists are separated by `|`; case, accents, spaces, `_`, `-` do not
/// matter.
struct WordGroup {
    std::string_view code;   ///< The value, as we write it.
    std::string_view names;  ///< Its own names in other languages, the French one first.
    std::string_view also;   ///< More precise words read as the value.
    Hint hint = Hint::none;
};

/// The groups of a vocabulary: the first ones stand in the order of the enumerators of the model;
/// groups that repeat a code come last.
[[nodiscard]] std::span<const WordGroup> groups_of(Vocabulary vocabulary);

/// Calls `visit` with each part of a list separated by `|`.
template <class Visit>
void for_each_part(std::string_view list, Visit visit) {
    while (!list.empty()) {
        const std::size_t at = list.find('|');
        visit(list.substr(0, at));
        list.remove_prefix(at == std::string_view::npos ? list.size() : at + 1);
    }
}

}  // namespace maillage::formats
