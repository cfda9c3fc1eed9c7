#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <maillage/base/language.hpp>
#include <maillage/metrics/estimate.hpp>
#include <maillage/model/tables.hpp>

namespace maillage::metrics {

class Scope;
class Results;

/// One id of the catalogue: what it is called, asks, says and rests on.
struct Metric {
    std::string_view id;
    Dynamic dynamic;
    int tier;  ///< 1 first release, 2 next, 3 later.
    FigureNature nature;
    std::string_view unit;   ///< `count`, `share`, `worlds`...
    base::Words title;       ///< "Alliances nées"
    base::Words question;    ///< "Combien d’alliances naissent chaque année ?"
    base::Words definition;  ///< The formula in words and symbols, undefined cases.
    base::Words reading;     ///< How to read one figure aloud.
    base::Words limits;
    std::string_view source;  ///< Reference with DOI, or "ours".
    /// Independent units (`n_effective`) under which a report gives no value.
    std::int64_t minimum = 0;
};

/// How the time of an entry grows with the data. What is not linear is left out of reports on much
/// data unless it is asked for by name.
enum class Cost : std::uint8_t { linear, superlinear };

/// What is easily misread is given to who asks for it by name, never by a report of everything.
enum class Asked : std::uint8_t { with_all, by_name };

/// One entry of the catalogue = one source file, which may give several ids in one pass.
struct Entry {
    std::string_view code;  ///< D2, P1b, X4...
    std::span<const Metric> metrics;
    std::span<const model::Table> tables;  ///< Needed; one absent: `no_data`, `table_absent`.
    void (*compute)(const Scope& scope, Results& results);
    Cost cost = Cost::linear;
    Asked asked = Asked::with_all;
};

/// Every entry, in the order of the folders; made by CMake from lib/maillage/metrics.
[[nodiscard]] std::span<const Entry* const> catalogue();

/// The names of the entries, beside `catalogue()`: `<room>_<file>`, as their method pages are
/// called.
[[nodiscard]] std::span<const std::string_view> entry_names();

/// The metric of an id; null when there is none.
[[nodiscard]] const Metric* find_metric(std::string_view id);

}  // namespace maillage::metrics
