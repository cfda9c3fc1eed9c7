#pragma once

#include <cstdint>
#include <initializer_list>
#include <numeric>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/base/message.hpp>
#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/deletion.hpp>
#include <maillage/model/words.hpp>

namespace maillage::metrics {

enum class Dynamic : std::uint8_t {
    dialogue,
    emergence,
    experiments,
    fragility,
    territory,
    coverage,
    impacts
};
inline constexpr std::array<model::Word, 7> dynamics{{
    {"dialogue", {"Dialogue", "Dialogue"}, {"Se rencontrer", "Meeting"}},
    {"emergence", {"Émergence", "Emergence"}, {"S’allier", "Allying"}},
    {"experiments", {"Expérimentations", "Experiments"}, {"Expérimenter", "Experimenting"}},
    {"fragility", {"Fragilité", "Fragility"}, {"Fragilité", "Fragility"}},
    {"territory", {"Territoire", "Territory"}, {"Territoire", "Territory"}},
    {"coverage", {"Couverture", "Coverage"}, {"Couverture", "Coverage"}},
    {"impacts", {"Impacts", "Impacts"}, {"Impacts", "Impacts"}},
}};

/// ok, or why there is no value: no meaning here, a table absent, below a minimum, disclosure.
enum class Status : std::uint8_t { ok, undefined, no_data, too_few, suppressed };
inline constexpr std::array<std::string_view, 5> status_codes{"ok", "undefined", "no_data",
                                                              "too_few", "suppressed"};

/// Counted in the files; compared with a null model; estimated, with bounds.
enum class FigureNature : std::uint8_t { counted, compared, estimated };
inline constexpr std::array<std::string_view, 3> nature_codes{"counted", "compared", "estimated"};

/// Which relations and actors belong to a territory (docs/method/attribution.md).
enum class Attribution : std::uint8_t { standard, seat, place, either };
inline constexpr std::array<std::string_view, 4> attribution_codes{"default", "seat", "place",
                                                                   "union"};

/// Names that may stand in the key of a record, in the order in which they are written.
enum class KeyName : std::uint8_t {
    measure,
    actor,
    actors,
    kind,
    kinds,
    kinds_at_least,
    sphere,
    size,
    experiment,
    phase,
    lever,
    stage,
    stage_to,
    horizon_months,
    event,
    theme,
    stake,
    domain,
    impact,
    objective,
    mode,
    source,
    year,
    territory_to
};
inline constexpr std::array<std::string_view, 24> key_names{
    "measure",  "actor",          "actors",     "kind",   "kinds", "kinds_at_least",
    "sphere",   "size",           "experiment", "phase",  "lever", "stage",
    "stage_to", "horizon_months", "event",      "theme",  "stake", "domain",
    "impact",   "objective",      "mode",       "source", "year",  "territory_to"};

/// `name=value` pairs joined by `;` in the canonical order, values percent-encoded where they hold
/// `;`, `=`, `|` or `%`.
[[nodiscard]] std::string make_key(
    std::initializer_list<std::pair<KeyName, std::string_view>> parts);
/// The value of one name of a key, decoded; nothing when the key does not have it.
[[nodiscard]] std::optional<std::string> key_part(std::string_view key, KeyName name);

/// A number is a record: one row of `report -f csv`, one object of `report -f json`, with these
/// fields in this order. A field that does not apply is absent, never 0.
struct Estimate {
    std::string_view metric;
    Dynamic dynamic = Dynamic::territory;
    std::string_view territory;  ///< `*` for everything.
    std::string_view territory_name;
    std::string_view level;  ///< `all` for `*`.
    std::string period;      ///< `2019`, `2019-03-01/2021-06-30` or `*`.
    std::string key;
    std::optional<double> value;
    std::string_view unit;  ///< `count`, `share`, `worlds`, `days`...
    std::optional<std::int64_t> n;
    std::optional<std::int64_t> n_effective;  ///< Independent units behind n.
    std::optional<double> numerator, denominator;
    std::optional<double> range_low, range_high;
    std::optional<double> ci_low, ci_high;
    std::string_view ci_method;
    std::optional<double> null_mean, null_sd, z, p;
    std::string_view null_model;
    std::optional<double> coverage;  ///< Share of the rows needed that could be used.
    Status status = Status::ok;
    std::string_view reason;  ///< A reason code when status is not ok.
    Attribution attribution = Attribution::seat;
    FigureNature nature = FigureNature::counted;
    /// Not a field of the record: p adjusted for its family of comparisons, which the verdict in
    /// words follows (docs/method/benjamini_hochberg.md).
    std::optional<double> adjusted_p;
};

/// A verdict, and in how many draws without a tenth of the records it stays the same.
struct TriedVerdict {
    std::string_view metric, territory;
    std::string period, key;  ///< Of the record that has the verdict.
    inference::Verdict verdict = inference::Verdict::cannot_say;
    std::uint32_t draws_of_each = 0;  ///< For each thing deleted.
    std::uint32_t replicates = 0;     ///< Of the null model, in each draw.
    std::array<std::uint32_t, deletion_codes.size()> kept{};

    [[nodiscard]] std::uint32_t draws() const {
        return draws_of_each * static_cast<std::uint32_t>(kept.size());
    }
    [[nodiscard]] std::uint32_t kept_in_all() const {
        return std::accumulate(kept.begin(), kept.end(), 0U);
    }
    /// True when it changes in more than a tenth of the draws.
    [[nodiscard]] bool is_to_confirm() const { return 10 * kept_in_all() < 9 * draws(); }
};

/// How the tables of one comparison with coincidence were drawn (docs/method/curveball.md).
struct DrawsMade {
    std::string table;  ///< `meetings`, `alliances`, `new alliances`, `experiments`.
    std::string_view territory;
    std::string period;
    std::uint64_t rounds = 0, trades = 0;  ///< Of each draw.
    std::uint64_t memberships = 0;
    std::uint64_t moved = 0;  ///< Memberships that the trial walk had moved when it stopped.
};

/// The values of a request, sorted by metric, territory (`*` first), period, key; and what must be
/// said beside them (rows left out, assumptions), each note once.
struct Values {
    std::vector<Estimate> rows;
    std::vector<base::Message> notes;
    std::vector<TriedVerdict> tried;  ///< By `try_verdicts`.
    std::vector<DrawsMade> draws;     ///< One for each table, by territory and period.
};

}  // namespace maillage::metrics
