#include <array>

#include <maillage/graph/projection.hpp>
#include <maillage/metrics/pair_history.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "experiments_lineage",
    .dynamic = Dynamic::experiments,
    .tier = 2,
    .nature = FigureNature::compared,
    .unit = "share",
    .title = {"Projets précédés d’alliances", "Projects preceded by alliances"},
    .question = {"Les projets réunissent-ils des structures déjà alliées, ou déjà vues, plus que "
                 "par coïncidence ?",
                 "Do projects join bodies that were allied, or had met, more than by coincidence?"},
    .definition =
        {"Pour chaque projet né dans la période, part des paires de ses membres de V qui avaient "
         "en commun une alliance commencée strictement avant son début ; moyenne sur ces projets. "
         "measure=prior_dialogue : une rencontre au lieu d’une alliance. À côté : ce que donnent "
         "les mêmes projets (dates, tailles) redistribués entre les acteurs, chacun gardant son "
         "nombre de projets. measure=days_meeting_to_partnership, days_partnership_to_start : "
         "jours, en moyenne, des paires qui se sont vues, puis alliées, puis ont commencé un "
         "projet. Indéfini sans projet né de deux membres de V.",
         "For each experiment begun in the window, share of the pairs of its members of V that "
         "had in common a partnership started strictly before it began; mean over these "
         "experiments. measure=prior_dialogue: a meeting instead of a partnership. Beside: what "
         "the same experiments (dates, sizes) give when dealt out again among the actors, each "
         "keeping its number of experiments. measure=days_meeting_to_partnership, "
         "days_partnership_to_start: mean days of the pairs that met, then allied, then began an "
         "experiment. Undefined without a new experiment of two members of V."},
    .reading = {"{0} des paires réunies par un projet étaient déjà alliées.",
                "{0} of the pairs that a project joins were allied before."},
    .limits =
        {"Seulement ce qui est noté, et les projets dont le début est connu. Un écart avec la "
         "coïncidence n’est pas une cause.",
         "Only what was written down, and experiments of known start. A gap with coincidence "
         "is no cause."},
    .source = "ours"}};

constexpr std::array tables{model::Table::experiments};
constexpr std::string_view id = "experiments_lineage";
constexpr std::string_view dialogue = "prior_dialogue";

/// Mean share of pairs with a history before the start, over experiments with a pair.
struct MeanShare {
    double sum = 0;
    std::int64_t experiments = 0;

    void see(const PairHistory::Count& count) {
        if (count.pairs == 0) return;
        sum += static_cast<double>(count.before) / static_cast<double>(count.pairs);
        ++experiments;
    }
    [[nodiscard]] double value() const { return sum / static_cast<double>(experiments); }
};

/// The experiments that begin in the window and their members of V.
class Lineage {
  public:
    explicit Lineage(const Scope& scope) : scope_(scope) {
        if (scope.window.first) begun_ = scope.new_experiments.relations;
        network_ = graph::restricted(scope.study.experiments.incidence, begun_, actors());
        chance_.emplace(scope.by_chance(
            {network_, begun_, actors(), scope.study.experiments,
             [&](std::uint32_t i) -> const model::Relation& { return experiment(i); },
             TwoModeTable::Blocks::territory},
            "experiments"));
    }

    template <class Rows>
    [[nodiscard]] PairHistory history(const Family& family, const Rows& rows) const {
        return {network_, actors(), family.incidence,
                [&](std::uint32_t i) -> const model::Date& { return rows[i].start; }};
    }

    /// One figure and its rows; `measure` is empty for the headline.
    void write(Results& results, const PairHistory& history, std::string_view measure) const {
        const MeanShare mean = share_in(network_, history);
        const KeyParts named{{KeyName::measure, measure}};
        const KeyParts key = measure.empty() ? KeyParts{} : named;
        if (results.wants_rows()) write_rows(results, history, measure);
        if (mean.experiments == 0) {
            results.undefined(id, key, reason());
            return;
        }
        Estimate& row = results.value(id, key, mean.value());
        row.n = row.n_effective = mean.experiments;
        chance_->compare(results, row, [&](const graph::Incidence& table) {
            return share_in(table, history).value();
        });
    }

    /// The days from one step to the next, of the pairs that went through all in this order.
    void write_days(Results& results, const PairHistory& met, const PairHistory& allied) const {
        double to_partnership = 0, to_start = 0;
        std::int64_t chains = 0;
        for (std::size_t i = 0; i < network_.relations(); ++i)
            for_each_pair(network_.members(i), [&](graph::Vertex a, graph::Vertex b) {
                const base::Day first = met.shared_by(a, b), second = allied.shared_by(a, b);
                const base::Day start = experiment(begun_[i]).start.first();
                if (first >= second || second >= start) return;
                to_partnership += second - first;
                to_start += start - second;
                ++chains;
            });
        write_mean(results, "days_meeting_to_partnership", to_partnership, chains);
        write_mean(results, "days_partnership_to_start", to_start, chains);
    }

  private:
    const Scope& scope_;
    std::vector<std::uint32_t> begun_;
    graph::Incidence network_;
    std::optional<Coincidence> chance_;

    [[nodiscard]] const graph::Ranges& actors() const { return scope_.view.experiments.actors; }
    [[nodiscard]] const model::Experiment& experiment(std::uint32_t i) const {
        return scope_.data.experiments.rows[i];
    }
    [[nodiscard]] std::string_view reason() const {
        const auto& relations = scope_.view.experiments.relations;
        const bool undated =
            !relations.empty() && scope_.new_experiments.undated == relations.size();
        return undated ? "unknown_dates" : "no_relation";
    }

    template <class Visit>
    static void for_each_pair(std::span<const graph::Vertex> members, Visit visit) {
        for (std::size_t i = 0; i < members.size(); ++i)
            for (std::size_t j = i + 1; j < members.size(); ++j) visit(members[i], members[j]);
    }

    [[nodiscard]] MeanShare share_in(const graph::Incidence& table,
                                     const PairHistory& history) const {
        MeanShare mean;
        for (std::size_t i = 0; i < table.relations(); ++i)
            mean.see(history.count(table.members(i), experiment(begun_[i]).start));
        return mean;
    }

    void write_rows(Results& results, const PairHistory& history, std::string_view measure) const {
        for (std::size_t i = 0; i < network_.relations(); ++i) {
            const model::Experiment& project = experiment(begun_[i]);
            const auto [pairs, before] = history.count(network_.members(i), project.start);
            if (pairs == 0) continue;
            const KeyParts alone{{KeyName::experiment, project.id}};
            const KeyParts named{{KeyName::measure, measure}, {KeyName::experiment, project.id}};
            results.share(id, measure.empty() ? alone : named, before, pairs, {}).nature =
                FigureNature::counted;
        }
    }

    static void write_mean(Results& results, std::string_view measure, double sum,
                           std::int64_t chains) {
        if (chains == 0) return;
        Estimate& row =
            results.value(id, {{KeyName::measure, measure}}, sum / static_cast<double>(chains));
        row.unit = "days";
        row.n = chains;
        row.nature = FigureNature::counted;
    }
};

void compute_lineage(const Scope& scope, Results& results) {
    const Lineage lineage(scope);
    const bool events = scope.data.has(model::Table::events);
    const bool partnerships = scope.data.has(model::Table::partnerships);
    const PairHistory met = lineage.history(scope.study.events, scope.data.events.rows);
    const PairHistory allied =
        lineage.history(scope.study.partnerships, scope.data.partnerships.rows);
    if (partnerships)
        lineage.write(results, allied, {});
    else
        results.without_value(id, {}, Status::no_data, "table_absent");
    if (events) lineage.write(results, met, dialogue);
    if (events && partnerships) lineage.write_days(results, met, allied);
}

}  // namespace

extern const Entry experiments_lineage;
const Entry experiments_lineage{"X10", metrics_of_entry, tables, compute_lineage};

}  // namespace maillage::metrics
