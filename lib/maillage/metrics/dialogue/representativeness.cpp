// Who came, beside whom one said should come. With p(k) the share of kind k among those who came
// and t(k) its target,
//
//     r(k) = p(k) / t(k),   D = 1/2 sum |p(k) - t(k)|,   KL = sum p(k) ln(p(k) / t(k)).
//
// r needs one target only; D and KL need all of them. The registry is no target: it tells who is
// known, not who should be there, and is compared with in detail only.

#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/metrics/attendance.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{
    Metric{.id = "dialogue_representativeness",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "ratio",
           .title = {"Part de chaque nature, rapportée à sa cible",
                     "Share of each kind, over its target"},
           .question = {"Qui manque par rapport à ceux qui vivent ici ?",
                        "Who is missing, compared with those who live here?"},
           .definition =
               {"Pour une nature, part parmi les participants distincts sur part visée (table "
                "cibles ; dernière date jusqu’à la fin de la période). measure=attendees, "
                "registered : participants, acteurs du territoire. Sans cibles, pas de rapport ; "
                "en détail, measure=registry : rapport à la liste des acteurs. Indéfini quand la "
                "cible est nulle ou absente, ou sans présence.",
                "For a kind, share among distinct attendees over the share aimed at (table "
                "targets; last date up to the end of the window). measure=attendees, registered: "
                "attendees, actors of the territory. No ratio without targets; in detail, "
                "measure=registry: ratio to the list of actors. Undefined when the target is zero "
                "or absent, or without attendance."},
           .reading = {"1 : autant que visé ; 0,5 : moitié moins ; 2 : deux fois plus.",
                       "1: as many as aimed at; 0.5: half; 2: twice."},
           .limits = {"Un acteur compte un, qu’il soit venu une fois ou dix.",
                      "An actor counts one, whether it came once or ten times."},
           .source = "ours"},
    Metric{.id = "dialogue_dissimilarity",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "share",
           .title = {"Écart aux cibles", "Distance to the targets"},
           .question = {"Quelle part des participants serait d’une autre nature si les cibles "
                        "étaient tenues ?",
                        "What share of attendees would be of another kind if the targets were "
                        "met?"},
           .definition = {"Moitié de la somme des |p - t|, p part de chaque nature parmi les "
                          "participants, t sa cible. En détail, measure=registry : contre la liste "
                          "des acteurs. Indéfini sans présence, ou quand les cibles ne font pas un "
                          "tout.",
                          "Half the sum of |p - t|, p share of each kind among attendees, t its "
                          "target. In detail, measure=registry: against the list of actors. "
                          "Undefined without attendance, or when the targets do not make a whole."},
           .reading = {"0 : comme visé ; 1 : tout autre.", "0: as aimed at; 1: all others."},
           .limits = {"Ne dit pas quelle nature manque.", "Does not say which kind is missing."},
           .source = "Duncan & Duncan 1955, doi:10.2307/2088328"},
    Metric{.id = "dialogue_kl",
           .dynamic = Dynamic::dialogue,
           .tier = 1,
           .nature = FigureNature::counted,
           .unit = "nats",
           .title = {"Divergence aux cibles", "Divergence from the targets"},
           .question = {"De combien les participants s’écartent-ils des cibles ?",
                        "How far do attendees depart from the targets?"},
           .definition = {"Somme des p ln(p / t), en nats. En détail, measure=registry : contre la "
                          "liste des acteurs. Indéfini sans présence, quand les cibles ne font pas "
                          "un tout, ou quand une nature est venue dont la cible est nulle.",
                          "Sum of p ln(p / t), in nats. In detail, measure=registry: against the "
                          "list of actors. Undefined without attendance, when the targets do not "
                          "make a whole, or when a kind came whose target is zero."},
           .reading = {"0 : comme visé ; grandit avec l’écart.",
                       "0: as aimed at; grows with the gap."},
           .limits = {"Sans borne haute.", "Without upper bound."},
           .source = "Kullback & Leibler 1951, doi:10.1214/aoms/1177729694"}};

constexpr std::array tables{model::Table::events, model::Table::attendance};

constexpr std::string_view of_kinds = "dialogue_representativeness",
                           distance = "dialogue_dissimilarity", divergence = "dialogue_kl";

constexpr std::size_t kind_count = model::kinds.size();
using Counts = std::array<std::int64_t, kind_count>;
using Shares = std::array<double, kind_count>;

/// What the attendees are compared with.
struct Aim {
    Shares shares{};
    bool whole = false;  ///< The shares add up to one.
};

Aim made_whole(Shares weights, double total) {
    for (double& weight : weights) weight /= total;
    return {weights, true};
}

/// Targets in force at the end of the window: of each kind, the last one decided by then.
Aim targets_of(const Scope& scope) {
    std::array<const model::KindTarget*, kind_count> last{};
    for (const model::KindTarget& target : scope.data.kind_targets) {
        const bool later =
            target.date.known() && scope.last_day && target.date.first() > *scope.last_day;
        if (!later) last[static_cast<std::size_t>(target.kind)] = &target;
    }
    Shares shares{}, counts{};
    double of_shares = 0, of_counts = 0;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        if (last[kind] == nullptr) continue;
        of_shares += shares[kind] = last[kind]->share.value_or(0);
        of_counts += counts[kind] = last[kind]->count.value_or(0);
    }
    if (of_shares == 0) return of_counts > 0 ? made_whole(counts, of_counts) : Aim{};
    // Rounded shares need not add up to one exactly.
    constexpr double rounding = 0.01;
    const bool whole = std::abs(of_shares - 1) <= rounding + 1e-12;
    return whole ? made_whole(shares, of_shares) : Aim{shares, false};
}

Aim registry_of(const Counts& registered) {
    Shares counts{};
    double total = 0;
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        total += counts[kind] = static_cast<double>(registered[kind]);
    return total > 0 ? made_whole(counts, total) : Aim{};
}

struct Comparison {
    std::array<std::optional<double>, kind_count> ratios;
    std::optional<double> distance, divergence;
};

Comparison compare(const Counts& came, const Aim& aim) {
    Comparison result;
    double total = 0, apart = 0, sum = 0;
    for (const std::int64_t count : came) total += static_cast<double>(count);
    if (total == 0) return result;
    bool possible = true;
    for (std::size_t kind = 0; kind < kind_count; ++kind) {
        const double p = static_cast<double>(came[kind]) / total, t = aim.shares[kind];
        if (t > 0) result.ratios[kind] = p / t;
        apart += std::abs(p - t) / 2;
        if (p > 0 && t > 0) sum += p * std::log(p / t);
        if (p > 0 && t == 0) possible = false;
    }
    if (aim.whole) result.distance = std::min(apart, 1.0);
    if (aim.whole && possible) result.divergence = std::max(sum, 0.0);
    return result;
}

/// Distinct attendees per kind, and what they become when one meeting is left out.
class Room {
  public:
    explicit Room(const Scope& scope)
        : scope_(scope), came_(scope.study.events.incidence, scope.events.relations) {
        for (const Attendance::Visitor& visitor : came_.visitors()) ++counts_[kind(visitor.actor)];
    }
    [[nodiscard]] const Counts& counts() const { return counts_; }
    [[nodiscard]] Counts without(std::uint32_t event) const {
        Counts rest = counts_;
        for (const graph::Vertex actor : scope_.study.events.incidence.members(event))
            if (came_.times(actor) == 1) --rest[kind(actor)];
        return rest;
    }

  private:
    const Scope& scope_;
    Attendance came_;
    Counts counts_{};

    [[nodiscard]] std::size_t kind(std::uint32_t actor) const {
        return static_cast<std::size_t>(scope_.data.actors[actor].kind);
    }
};

/// Writes what one aim gives: the targets (no measure) or the registry.
class Writer {
  public:
    Writer(const Scope& scope, Results& results, const Room& room, const Aim& aim,
           std::string_view measure)
        : scope_(scope), results_(results), room_(room), aim_(aim), measure_(measure) {
        for (const std::uint32_t event : scope.events.relations) {
            const Comparison rest = compare(room.without(event), aim);
            for (std::size_t kind = 0; kind < kind_count; ++kind)
                if (rest.ratios[kind]) ratios_[kind].see(*rest.ratios[kind]);
            if (rest.distance) distance_.see(*rest.distance);
            if (rest.divergence) divergence_.see(*rest.divergence);
        }
    }

    void write() {
        const Comparison all = compare(room_.counts(), aim_);
        for (std::size_t kind = 0; kind < kind_count; ++kind) {
            if (room_.counts()[kind] == 0 && aim_.shares[kind] == 0) continue;
            const std::string_view code = model::kinds[kind].code;
            const KeyParts plain{{KeyName::kind, code}};
            const KeyParts named{{KeyName::measure, measure_}, {KeyName::kind, code}};
            put(of_kinds, measure_.empty() ? plain : named, all.ratios[kind], ratios_[kind],
                "zero_total");
        }
        const KeyParts plain{}, named{{KeyName::measure, measure_}};
        const KeyParts& key = measure_.empty() ? plain : named;
        const std::string_view reason = aim_.whole ? "zero_total" : "not_comparable";
        put(distance, key, all.distance, distance_, reason);
        put(divergence, key, all.divergence, divergence_, reason);
    }

  private:
    const Scope& scope_;
    Results& results_;
    const Room& room_;
    const Aim& aim_;
    std::string_view measure_;
    std::array<LeaveOneOut, kind_count> ratios_;
    LeaveOneOut distance_, divergence_;

    void put(std::string_view id, KeyParts key, const std::optional<double>& value,
             const LeaveOneOut& range, std::string_view reason) {
        const bool none = scope_.events.relations.empty();
        Estimate& row = value ? results_.value(id, key, *value)
                              : results_.undefined(id, key, none ? "no_event" : reason);
        std::int64_t people = 0;
        for (const std::int64_t count : room_.counts()) people += count;
        row.n = people;
        row.n_effective = static_cast<std::int64_t>(scope_.events.relations.size());
        if (value) range.write(row);
    }
};

Counts registered_in(const Scope& scope) {
    Counts counts{};
    scope.view.seats.for_each([&](std::uint32_t actor) {
        if (scope.is_active(actor))
            ++counts[static_cast<std::size_t>(scope.data.actors[actor].kind)];
    });
    return counts;
}

void write_counts(Results& results, std::string_view measure, const Counts& counts) {
    for (std::size_t kind = 0; kind < kind_count; ++kind)
        results
            .value(of_kinds,
                   {{KeyName::measure, measure}, {KeyName::kind, model::kinds[kind].code}},
                   static_cast<double>(counts[kind]))
            .unit = "count";
}

void compute_representativeness(const Scope& scope, Results& results) {
    const Room room(scope);
    const Counts registered = registered_in(scope);
    write_counts(results, "attendees", room.counts());
    write_counts(results, "registered", registered);
    if (scope.data.has(model::Table::targets))
        Writer(scope, results, room, targets_of(scope), "").write();
    else
        for (const std::string_view id : {of_kinds, distance, divergence})
            results.without_value(id, {}, Status::no_data, "table_absent");
    if (!results.wants_rows()) return;
    // A list made of those who came says nothing of those who did not.
    const Aim registry = is_made_of_attendees(scope) ? Aim{} : registry_of(registered);
    Writer(scope, results, room, registry, "registry").write();
}

}  // namespace

extern const Entry dialogue_representativeness;
const Entry dialogue_representativeness{"D6", metrics_of_entry, tables, compute_representativeness};

}  // namespace maillage::metrics
