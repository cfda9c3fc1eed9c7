// Meetings and alliances as a user hands them over: the whole engine answers.

#include <array>
#include <stdexcept>
#include <string>

#include <maillage/metrics/run.hpp>

#include "cases.hpp"
#include "support/answers.hpp"
#include "support/sketch.hpp"

namespace maillage::outside {

namespace {

using Relations = std::vector<std::vector<std::uint32_t>>;

std::string actor(std::size_t number) {
    return "a" + std::to_string(number);
}

/// Actors by their kinds, then `line(row)` for each relation with its members.
template <class Line>
std::string text_of(const std::vector<std::uint32_t>& kinds, const Relations& relations,
                    Line line) {
    constexpr std::array words{"company", "association", "public"};
    std::string text =
        "territory T\nas_of 2021-12-31\nempty events\nempty attendance\nempty partnerships\n";
    for (std::size_t i = 0; i < kinds.size(); ++i)
        text += std::string(words[kinds[i]]) + ' ' + actor(i) + " /T\n";
    for (std::size_t row = 0; row < relations.size(); ++row) {
        text += line(row);
        for (const std::uint32_t member : relations[row]) text += ' ' + actor(member);
        text += '\n';
    }
    return text;
}

metrics::Values answers(const std::string& text, std::vector<std::string> metrics) {
    metrics::Request request;
    request.metrics = std::move(metrics);
    request.detail = metrics::Detail::rows;
    request.replicates = 0;
    request.threads = 1;
    return metrics::compute(test::sketch(text), request);
}

/// What a metric says of the whole, and under the same name with `_each` what it says of each node.
class Writer {
  public:
    Writer(const metrics::Values& values, Case& one) : values_(values), one_(one) {}

    void whole(std::string_view name, std::string_view metric, const std::string& measure = {}) {
        one_.found(name, {value(metric, key(measure, {}, {}))});
    }
    void each(std::string_view name, std::string_view metric, const std::string& measure,
              const std::string& column, const std::vector<std::string>& labels) {
        Values found;
        for (const std::string& label : labels)
            found.push_back(value(metric, key(measure, column, label)));
        one_.found(name, found);
    }

  private:
    const metrics::Values& values_;
    Case& one_;

    /// A row without value is undefined; no row is a mistake of this program.
    [[nodiscard]] std::optional<double> value(std::string_view metric,
                                              const std::string& key) const {
        const auto* row = test::find(values_, metric, key);
        if (row == nullptr) throw std::logic_error("no row " + std::string(metric) + ' ' + key);
        return row->value;
    }
    static std::string key(const std::string& measure, const std::string& column,
                           const std::string& label) {
        std::string key = measure.empty() ? "" : "measure=" + measure;
        if (!column.empty()) key += (key.empty() ? "" : ";") + column + '=' + label;
        return key;
    }
};

/// Actors who came, in order: the others are no attendees, and have no row.
std::vector<std::uint32_t> attendees(std::uint32_t actors, const Relations& relations) {
    std::vector<bool> came(actors, false);
    for (const auto& relation : relations)
        for (const std::uint32_t member : relation) came[member] = true;
    std::vector<std::uint32_t> those;
    for (std::uint32_t i = 0; i < actors; ++i)
        if (came[i]) those.push_back(i);
    return those;
}

void write_strengths(const metrics::Values& values, const std::vector<std::uint32_t>& came,
                     Case& one) {
    std::vector<std::uint32_t> first, second;
    Values weights;
    for (const std::uint32_t a : came)
        for (const std::uint32_t b : came) {
            if (a >= b) continue;
            const std::string pair =
                std::min(actor(a), actor(b)) + '|' + std::max(actor(a), actor(b));
            const auto weight = test::value(values, "dialogue_tie_strength", "actors=" + pair);
            first.push_back(a);
            second.push_back(b);
            weights.push_back(weight);
        }
    one.given("first", first);
    one.given("second", second);
    one.found("strength_of_pairs", weights);
}

void write_each_of_meetings(const metrics::Values& values, const std::vector<std::uint32_t>& came,
                            std::size_t meetings, Case& one) {
    std::vector<std::string> actors, events;
    for (const std::uint32_t number : came) actors.push_back(actor(number));
    for (std::size_t row = 0; row < meetings; ++row) events.push_back("m" + std::to_string(row));
    Writer writer(values, one);
    writer.each("latapy", "dialogue_latapy_clustering", "", "actor", actors);
    writer.each("latapy_min", "dialogue_latapy_clustering", "min", "actor", actors);
    writer.each("latapy_max", "dialogue_latapy_clustering", "max", "actor", actors);
    writer.each("strength", "dialogue_actor_strength", "", "actor", actors);
    for (const auto& [side, labels] : {std::pair("actor", actors), std::pair("event", events)}) {
        const std::string of = std::string("_of_") + side + "s";
        writer.each("redundancy" + of, "dialogue_redundancy", "", side, labels);
        writer.each("degree" + of, "dialogue_two_mode_centrality", "", side, labels);
        writer.each("closeness" + of, "dialogue_two_mode_centrality", "closeness", side, labels);
        writer.each("betweenness" + of, "dialogue_two_mode_centrality", "betweenness", side,
                    labels);
    }
}

}  // namespace

void write_meetings(Random& random, Case& one) {
    const std::uint32_t actors = 1 + random.below(9);
    const Relations relations = random_relations(random, actors);
    const auto came = attendees(actors, relations);
    give_memberships(one, relations);
    one.given("came", came);
    const auto values = answers(
        text_of(std::vector<std::uint32_t>(actors, 0), relations,
                [](std::size_t row) {
                    return "meeting m" + std::to_string(row) + " 2021-03-0" +
                           std::to_string(row + 1) + " /T:";
                }),
        {"dialogue_latapy_clustering", "dialogue_redundancy", "dialogue_robins_alexander",
         "dialogue_two_mode_centrality", "dialogue_two_mode_density", "dialogue_tie_strength",
         "dialogue_actor_strength", "dialogue_cohesion", "dialogue_chao1", "dialogue_chao2"});
    Writer writer(values, one);
    writer.whole("robins_alexander", "dialogue_robins_alexander");
    writer.whole("two_mode_density", "dialogue_two_mode_density");
    writer.whole("mean_latapy", "dialogue_latapy_clustering");
    writer.whole("connectedness", "dialogue_cohesion");
    writer.whole("components", "dialogue_cohesion", "components");
    writer.whole("giant_share", "dialogue_cohesion", "giant_share");
    writer.whole("chao1", "dialogue_chao1");
    writer.whole("chao2", "dialogue_chao2");
    for (const std::string chao : {"chao1", "chao2"}) {
        const auto* row = test::find(values, "dialogue_" + chao);
        one.found(chao + "_low", {row == nullptr ? std::nullopt : row->ci_low});
        one.found(chao + "_high", {row == nullptr ? std::nullopt : row->ci_high});
    }
    write_strengths(values, came, one);
    write_each_of_meetings(values, came, relations.size(), one);
}

void write_alliances(Random& random, Case& one) {
    const std::uint32_t actors = 1 + random.below(12);
    Relations relations = random_relations(random, actors);
    // Alliances have two parties or more.
    std::erase_if(relations, [](const auto& relation) { return relation.size() < 2; });
    std::vector<std::uint32_t> kinds(actors);
    const std::uint32_t different = 1 + random.below(3);
    for (auto& kind : kinds) kind = random.below(different);
    one.given("kinds", kinds);
    one.given("actors", std::vector<std::uint32_t>{actors});
    give_memberships(one, relations);
    const auto values =
        answers(text_of(kinds, relations,
                        [](std::size_t row) {
                            return "alliance p" + std::to_string(row) + " 2021-02-01.. /T:";
                        }),
                {"emergence_density", "emergence_degree", "emergence_cohesion",
                 "emergence_transitivity", "emergence_local_clustering", "emergence_assortativity",
                 "emergence_degree_centralization", "emergence_betweenness_centralization",
                 "emergence_brokerage_roles", "fragility_distance_fragmentation"});
    std::vector<std::string> labels;
    for (std::uint32_t i = 0; i < actors; ++i) labels.push_back(actor(i));
    Writer writer(values, one);
    writer.whole("density", "emergence_density");
    writer.whole("connectedness", "emergence_cohesion");
    writer.whole("components", "emergence_cohesion", "components");
    writer.whole("giant_share", "emergence_cohesion", "giant_share");
    writer.whole("assortativity", "emergence_assortativity");
    writer.whole("transitivity", "emergence_transitivity");
    writer.whole("mean_local_clustering", "emergence_local_clustering");
    writer.each("degree", "emergence_degree", "", "actor", labels);
    writer.each("local_clustering", "emergence_local_clustering", "", "actor", labels);
    writer.whole("degree_centralization", "emergence_degree_centralization");
    writer.whole("betweenness_centralization", "emergence_betweenness_centralization");
    writer.whole("distance_fragmentation", "fragility_distance_fragmentation");
    writer.whole("open_paths", "emergence_brokerage_roles");
    for (const std::string role :
         {"coordinator", "itinerant", "gatekeeper_representative", "liaison"}) {
        writer.whole(role, "emergence_brokerage_roles", role);
        writer.each(role + "_each", "emergence_brokerage_roles", role, "actor", labels);
    }
}

}  // namespace maillage::outside
