// Directed networks of real datasets (German toxic chemicals, the five of emon, Knoke), against R's
// sna and igraph: every value of their oracles. Without directions the engine is asked; with them,
// the arithmetic of directed_network.cpp.

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include <maillage/formats/load.hpp>

#include "oracle/directed_network.hpp"
#include "support/answers.hpp"
#include "support/catch.hpp"
#include "support/oracle.hpp"

using namespace maillage;
using test::DirectedNetwork;

namespace {

/// Pairs inside groups and across.
struct Sides {
    double inside = 0, across = 0;
    [[nodiscard]] double ei() const { return (across - inside) / (across + inside); }
};

template <class Tied>
Sides sides(const DirectedNetwork& network, Tied tied) {
    Sides found;
    for (std::size_t a = 0; a < network.size(); ++a)
        for (std::size_t b = a + 1; b < network.size(); ++b)
            if (tied(a, b))
                ++(network.groups[a] == network.groups[b] ? found.inside : found.across);
    return found;
}

Sides ties_of(const DirectedNetwork& network) {
    return sides(network, [&](std::size_t a, std::size_t b) {
        return network.arcs[a][b] + network.arcs[b][a] > 0;
    });
}

double pairs(const DirectedNetwork& network) {
    const auto n = static_cast<double>(network.size());
    return n * (n - 1);
}

double groups(const DirectedNetwork& network) {
    return static_cast<double>(std::set(network.groups.begin(), network.groups.end()).size());
}

/// Arcs that are returned.
double returned(const DirectedNetwork& network) {
    double count = 0;
    for (std::size_t a = 0; a < network.size(); ++a)
        for (std::size_t b = 0; b < network.size(); ++b)
            count += network.arcs[a][b] * network.arcs[b][a];
    return count;
}

double mutual_or_empty(const DirectedNetwork& network) {
    double count = 0;
    for (std::size_t a = 0; a < network.size(); ++a)
        for (std::size_t b = 0; b < a; ++b) count += network.arcs[a][b] == network.arcs[b][a];
    return count / (pairs(network) / 2);
}

double weak_transitivity(const DirectedNetwork& network) {
    double paths = 0, closed = 0;
    for (std::size_t i = 0; i < network.size(); ++i)
        for (std::size_t j = 0; j < network.size(); ++j)
            for (std::size_t k = 0; k < network.size(); ++k) {
                if (k == i || network.arcs[i][j] * network.arcs[j][k] == 0) continue;
                ++paths;
                closed += network.arcs[i][k];
            }
    return closed / paths;
}

/// Sum of the gaps to the largest.
template <class Of>
double gaps(const DirectedNetwork& network, Of of) {
    double largest = 0, sum = 0;
    for (std::size_t actor = 0; actor < network.size(); ++actor) {
        largest = std::max(largest, of(actor));
        sum += of(actor);
    }
    return static_cast<double>(network.size()) * largest - sum;
}

double out_centralization(const DirectedNetwork& network) {
    return gaps(network, [&](std::size_t actor) { return network.out_degree(actor); }) /
           std::pow(network.size() - 1, 2);
}

double in_centralization(const DirectedNetwork& network) {
    return gaps(network, [&](std::size_t actor) { return network.in_degree(actor); }) /
           std::pow(network.size() - 1, 2);
}

double betweenness_centralization(const DirectedNetwork& network) {
    const auto through = test::betweenness(network);
    return gaps(network, [&](std::size_t actor) { return through[actor]; }) /
           (std::pow(network.size() - 1, 2) * static_cast<double>(network.size() - 2));
}

double strong_components(const DirectedNetwork& network) {
    const auto steps = test::distances(network);
    double count = 0;
    for (std::size_t a = 0; a < network.size(); ++a) {
        bool first = true;
        for (std::size_t b = 0; b < a; ++b) first &= steps[a][b] < 0 || steps[b][a] < 0;
        count += first;
    }
    return count;
}

double mean_distance(const DirectedNetwork& network) {
    double sum = 0, count = 0;
    for (const auto& row : test::distances(network))
        for (const int step : row) {
            sum += std::max(step, 0);
            count += step > 0;
        }
    return sum / count;
}

double diameter(const DirectedNetwork& network) {
    int longest = 0;
    for (const auto& row : test::distances(network))
        longest = std::max(longest, std::ranges::max(row));
    return longest;
}

/// (share of arcs inside groups - s) / (1 - s); s: what the ends of each group alone would give.
double nominal_assortativity(const DirectedNetwork& network) {
    std::map<std::uint32_t, double> out, in;
    double inside = 0, expected = 0;
    for (std::size_t a = 0; a < network.size(); ++a) {
        out[network.groups[a]] += network.out_degree(a);
        in[network.groups[a]] += network.in_degree(a);
        for (std::size_t b = 0; b < network.size(); ++b)
            if (network.groups[a] == network.groups[b]) inside += network.arcs[a][b];
    }
    const double arcs = network.ties();
    for (const auto& [group, ends] : out) expected += ends * in[group] / (arcs * arcs);
    return (inside / arcs - expected) / (1 - expected);
}

/// Correlation of the degrees of both ends of a tie.
double degree_assortativity(const DirectedNetwork& directed) {
    const DirectedNetwork network = directed.undirected();
    double n = 0, sum = 0, squares = 0, products = 0;
    for (std::size_t a = 0; a < network.size(); ++a)
        for (std::size_t b = 0; b < network.size(); ++b) {
            if (network.arcs[a][b] == 0) continue;
            const double one = network.out_degree(a);
            ++n;
            sum += one;
            squares += one * one;
            products += one * network.out_degree(b);
        }
    return (products / n - sum * sum / n / n) / (squares / n - sum * sum / n / n);
}

double modularity(const DirectedNetwork& directed) {
    const DirectedNetwork network = directed.undirected();
    std::map<std::uint32_t, double> ends;
    for (std::size_t a = 0; a < network.size(); ++a)
        ends[network.groups[a]] += network.out_degree(a);
    const double all = network.ties();
    double found = 2 * ties_of(network).inside / all;
    for (const auto& [group, count] : ends) found -= count * count / (all * all);
    return found;
}

using OfNetwork = double (*)(const DirectedNetwork&);
const std::map<std::string_view, OfNetwork> of_network{
    {"ties", [](const DirectedNetwork& network) { return network.ties(); }},
    {"density", [](const DirectedNetwork& network) { return network.ties() / pairs(network); }},
    {"reciprocity_edgewise",
     [](const DirectedNetwork& network) { return returned(network) / network.ties(); }},
    {"reciprocity_dyadic", mutual_or_empty},
    {"transitivity_weak_sna", weak_transitivity},
    {"centralization_outdegree", out_centralization},
    {"centralization_indegree", in_centralization},
    {"centralization_betweenness", betweenness_centralization},
    {"components_strong", strong_components},
    {"mean_distance", mean_distance},
    {"diameter", diameter},
    {"groups", groups},
    {"internal_ties", [](const DirectedNetwork& network) { return ties_of(network).inside; }},
    {"external_ties", [](const DirectedNetwork& network) { return ties_of(network).across; }},
    {"EI_index_undirected", [](const DirectedNetwork& network) { return ties_of(network).ei(); }},
    {"EI_expected_density",
     [](const DirectedNetwork& network) {
         return sides(network, [](std::size_t, std::size_t) { return true; }).ei();
     }},
    {"assortativity_nominal_directed", nominal_assortativity},
    {"assortativity_degree_undirected", degree_assortativity},
    {"modularity_by_group_undirected", modularity},
};

std::vector<double> closeness(const DirectedNetwork& network) {
    std::vector<double> found;
    for (const auto& row : test::distances(network.undirected())) {
        double sum = 0;
        for (const int step : row) sum += std::max(step, 0);
        found.push_back(1 / sum);
    }
    return found;
}

/// First eigenvector of the ties, its largest entry 1, by iteration.
std::vector<double> eigenvector(const DirectedNetwork& directed) {
    const DirectedNetwork network = directed.undirected();
    std::vector<double> at(network.size(), 1), next;
    for (int round = 0; round < 2000; ++round) {
        next = at;
        for (std::size_t a = 0; a < network.size(); ++a)
            for (std::size_t b = 0; b < network.size(); ++b) next[a] += network.arcs[a][b] * at[b];
        const double largest = std::ranges::max(next);
        for (std::size_t a = 0; a < network.size(); ++a) at[a] = next[a] / largest;
    }
    return at;
}

using OfActors = std::vector<double> (*)(const DirectedNetwork&);
const std::map<std::string_view, OfActors> of_actors{
    {"outdegree",
     [](const DirectedNetwork& network) {
         std::vector<double> found;
         for (std::size_t a = 0; a < network.size(); ++a) found.push_back(network.out_degree(a));
         return found;
     }},
    {"indegree",
     [](const DirectedNetwork& network) {
         std::vector<double> found;
         for (std::size_t a = 0; a < network.size(); ++a) found.push_back(network.in_degree(a));
         return found;
     }},
    {"betweenness", test::betweenness},
    {"closeness_igraph_all", closeness},
    {"eigen_undirected", eigenvector},
};

struct Asked {
    std::string_view metric, key;
};
/// What the engine answers, directions forgotten: of the whole, of an actor.
const std::map<std::string_view, Asked> of_engine{
    {"n", {"actor_count", ""}},
    {"clustering_global_undirected", {"emergence_transitivity", ""}},
    {"centralization_degree_undirected", {"emergence_degree_centralization", ""}},
    {"components_weak", {"emergence_cohesion", "measure=components"}},
    {"largest_weak", {"emergence_cohesion", "measure=giant_share"}},
    {"connectedness_krackhardt", {"emergence_cohesion", ""}},
    {"clustering_avg_undirected", {"emergence_local_clustering", ""}},
    {"betweenness_undirected", {"emergence_betweenness", "actor="}},
    {"constraint", {"emergence_constraint", "actor="}},
    {"coreness", {"emergence_coreness", "actor="}},
};

std::string source_of(const std::string& scope) {
    static const std::map<std::string, std::string, std::less<>> sources{
        {"all arcs", ""},
        {"relation=information", "knoki"},
        {"relation=money", "knokm"},
        {"relation=political_information", "pol"},
        {"relation=scientific_information_sent_to", "scito"},
        {"relation=scientific_information_received_from", "scifrom"},
        {"relation=influence_attribution", "infrep"}};
    return sources.at(scope);
}

/// One relation of a dataset, and everything asked of it.
class Answers {
  public:
    Answers(const model::Dataset& data, const std::string& source)
        : network_(test::directed_network(data, source)),
          brokers_(test::directed_brokerage(network_)) {
        metrics::Request request;
        request.replicates = 0;
        request.include_legal_ties = true;  // money is granted
        request.detail = metrics::Detail::rows;
        for (const auto& [name, asked] : of_engine) request.metrics.emplace_back(asked.metric);
        if (!source.empty()) request.only.push_back({"source", source});
        values_ = metrics::compute(data, request);
    }

    [[nodiscard]] double to(const test::OracleRecord& record) const {
        if (const auto found = of_network.find(record.name); found != of_network.end())
            return found->second(network_);
        if (const auto found = of_actors.find(record.name); found != of_actors.end())
            return found->second(network_).at(index(record.object));
        if (const auto found = of_engine.find(record.name); found != of_engine.end())
            return of_the_engine(found->second, record);
        REQUIRE(record.name.starts_with("brokerage_"));
        return brokerage(record);
    }

  private:
    DirectedNetwork network_;
    std::vector<test::DirectedRoles> brokers_;
    metrics::Values values_;

    [[nodiscard]] std::size_t index(const std::string& actor) const {
        const auto found = std::ranges::find(network_.actors, actor);
        REQUIRE(found != network_.actors.end());
        return static_cast<std::size_t>(found - network_.actors.begin());
    }

    [[nodiscard]] double of_the_engine(const Asked& asked, const test::OracleRecord& record) const {
        const auto* row = test::find(values_, asked.metric, std::string(asked.key) + record.object);
        REQUIRE(row != nullptr);
        if (record.name == "largest_weak") return row->numerator.value();
        // The mean of the other tool counts 0 for actors of fewer than two allies.
        if (record.name == "clustering_avg_undirected")
            return row->value.value() * static_cast<double>(row->n.value()) /
                   static_cast<double>(network_.size());
        return row->value.value();
    }

    /// `role` counts paths of one role; beyond the last, all.
    static double paths(const test::DirectedRoles& roles, std::size_t role) {
        if (role < roles.size()) return roles[role];
        double sum = 0;
        for (const double count : roles) sum += count;
        return sum;
    }

    /// brokerage_node_ROLE or brokerage_ROLE_FIGURE.
    [[nodiscard]] double brokerage(const test::OracleRecord& record) const {
        const std::string words = record.name.substr(record.name.find('_') + 1);
        const std::string first = words.substr(0, words.find('_'));
        const std::string second = words.substr(words.find('_') + 1);
        const std::string& named = first == "node" ? second : first;
        const auto role = static_cast<std::size_t>(std::ranges::find(test::directed_roles, named) -
                                                   test::directed_roles.begin());
        REQUIRE((role < test::directed_roles.size() || named == "total"));
        if (first == "node") return paths(brokers_.at(index(record.object)), role);
        double raw = 0;
        for (const auto& roles : brokers_) raw += paths(roles, role);
        if (second == "raw") return raw;
        const auto moments = test::brokerage_moments(network_).at(role);
        if (second == "expected") return moments.mean;
        if (second == "sd") return std::sqrt(moments.variance);
        REQUIRE(second == "z");
        return (raw - moments.mean) / std::sqrt(moments.variance);
    }
};

/// Every record of the directed networks of a dataset.
void check_networks(std::string_view name) {
    const auto folder = test::reference_folder(name);
    if (!folder) return;
    const model::Dataset data = formats::load(*folder).data;
    std::map<std::string, std::vector<test::OracleRecord>> of_scope;
    for (auto& record : test::oracle_records(*folder))
        if (record.metric.empty() && record.scope != "two-mode")
            of_scope[record.scope].push_back(record);
    REQUIRE_FALSE(of_scope.empty());
    for (const auto& [scope, records] : of_scope) {
        const Answers answers(data, source_of(scope));
        for (const test::OracleRecord& record : records) {
            INFO(name << " " << scope << " " << record.name << " " << record.object);
            CHECK(answers.to(record) == Approx(record.value.value()).epsilon(1e-9).margin(1e-9));
        }
    }
}

}  // namespace

TEST_CASE("German toxic chemicals: four directed relations", "[oracle]") {
    check_networks("data/german_toxic_chemicals");
}

TEST_CASE("emon: five directed networks of rescue", "[oracle]") {
    for (const char* name : {"Cheyenne", "HurrFrederic", "LakePomona", "MtSi", "Wichita"})
        check_networks(std::string("data/emon/") + name);
}

TEST_CASE("Knoke: information and money, directed", "[oracle]") {
    check_networks("data/knoke_bureaucracies");
}
