#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::metrics {

/// What an id of the catalogue is for, beside the metrics, which are values of `report`: a value of
/// `compare`, or the interval, null model or rule of some value.
enum class Role : std::uint8_t { comparison, method };
inline constexpr std::array<std::string_view, 2> role_codes{"comparison", "method"};

/// One such id: what it is called, asks, says and rests on.
struct Method {
    std::string_view id;
    Role role;
    int tier;
    base::Words title;
    base::Words question;
    base::Words definition;  ///< The formula in words and symbols, undefined cases.
    base::Words limits;
    std::string_view source;  ///< Reference with DOI, or "ours".
    std::string_view page;    ///< docs/method/....md
    /// How `ci_method` or `null_model` of a record calls it, where that is not the id.
    std::string_view also{};
};

/// Every one, comparisons first, by id.
[[nodiscard]] std::span<const Method> methods();
/// The method of an id, or of a word of a record; null when there is none.
[[nodiscard]] const Method* find_method(std::string_view id);

}  // namespace maillage::metrics
