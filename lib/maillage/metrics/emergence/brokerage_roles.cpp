#include <algorithm>
#include <array>
#include <numeric>
#include <string>

#include <maillage/graph/open_paths.hpp>
#include <maillage/graph/projection.hpp>
#include <maillage/graph/triangles.hpp>
#include <maillage/metrics/forgotten_alliances.hpp>
#include <maillage/metrics/relabelling.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

using graph::Role;
using graph::Roles;
using Groups = std::vector<std::uint8_t>;

constexpr std::array metrics_of_entry{
    Metric{
        .id = "emergence_brokerage_roles",
        .dynamic = Dynamic::emergence,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "pairs",
        .title = {"Paires reliées par un allié commun", "Pairs joined by a common ally"},
        .question = {"Qui relie la mairie et les citoyens ?",
                     "Who joins the town hall and the citizens?"},
        .definition =
            {"Paires d’acteurs de V sans alliance commune, comptées une fois pour chaque allié "
             "qu’elles ont en commun ; en tout, et par natures (a, b, c) d’un bout, du milieu et "
             "de "
             "l’autre bout : measure=coordinator (aaa), itinerant (aba), gatekeeper_representative "
             "(aab), liaison (abc). À côté : ce que donnent les mêmes alliances redistribuées par "
             "coïncidence. Avec le détail : measure=…_composition, moyenne exacte et écart-type "
             "quand les natures sont redistribuées au hasard entre les acteurs ; "
             "measure=…_by_sphere, les mêmes rôles entre sphères, aussi selon celle du milieu "
             "(sphere=) ; une ligne par acteur (actor=), et measure=kept : la part des tirages "
             "sans un dixième des alliances où le même rôle fait plus de la moitié de ses paires.",
             "Pairs of actors of V without a common alliance, counted once for each ally they "
             "share; in all, and by kinds (a, b, c) of one end, the middle and the other end: "
             "measure=coordinator (aaa), itinerant (aba), gatekeeper_representative (aab), liaison "
             "(abc). Beside: what the same alliances give when dealt out again by coincidence. "
             "With details: measure=..._composition, exact mean and standard deviation when kinds "
             "are dealt out again among the actors; measure=..._by_sphere, the same roles between "
             "spheres, also by that of the middle (sphere=); one row per actor (actor=), and "
             "measure=kept: the share of the draws without a tenth of the alliances in which the "
             "same role makes more than half of its pairs."},
        .reading = {"{0} paires sans alliance commune ont un allié commun au milieu.",
                    "{0} pairs without a common alliance have a common ally in the middle."},
        .limits = {"Décrit une place dans les alliances notées, pas ce que l’acteur y fait. Une "
                   "alliance oubliée change ces chiffres.",
                   "Describes a place among the alliances recorded, not what the actor does there. "
                   "One forgotten alliance changes these figures."},
        .source = "Gould & Fernandez 1989, 10.2307/270949"},
    Metric{
        .id = "brokerage_sphere_liaison",
        .dynamic = Dynamic::territory,
        .tier = 1,
        .nature = FigureNature::compared,
        .unit = "pairs",
        .title = {"Élus et habitants reliés par une organisation",
                  "Elected people and citizens joined by an organisation"},
        .question = {"Les organisations font-elles le relais entre élus et citoyens ?",
                     "Do organisations stand between elected people and citizens?"},
        .definition =
            {"Paires d’un acteur de la sphère des élus et institutions et d’un de celle des "
             "habitants, sans alliance commune, comptées une fois pour chaque organisation alliée "
             "aux deux. À côté : ce que donnent les mêmes alliances redistribuées par coïncidence. "
             "Avec le détail, une ligne par organisation (actor=).",
             "Pairs of an actor of the political sphere and one of the citizen sphere, without a "
             "common alliance, counted once for each organisation allied with both. Beside: what "
             "the same alliances give when dealt out again by coincidence. With details, one row "
             "per organisation (actor=)."},
        .reading = {"{0} paires d’élus et d’habitants ont une organisation alliée en commun.",
                    "{0} pairs of elected people and citizens have an allied organisation in "
                    "common."},
        .limits = {"Un acteur public sans précision est lu comme élu ou institution. Une alliance "
                   "directe entre les deux n’y est pas : elle se passe de relais.",
                   "A public body without details is read as political. A direct alliance of the "
                   "two is not counted: it needs nobody in between."},
        .source = "ours"}};

constexpr std::array tables{model::Table::partnerships};
constexpr std::string_view of_kinds = "emergence_brokerage_roles",
                           of_spheres = "brokerage_sphere_liaison";
constexpr std::array<std::string_view, graph::role_count> role_names{
    "coordinator", "itinerant", "gatekeeper_representative", "liaison"};
constexpr auto liaison = static_cast<std::size_t>(Role::liaison);
constexpr auto organisation = static_cast<std::size_t>(model::Sphere::organisation);
/// Pairs of allies to walk over all draws: some seconds.
constexpr std::int64_t most_paths = 2'000'000'000;

/// Paths in all.
std::int64_t total(const Roles& roles) {
    return std::accumulate(roles.begin(), roles.end(), std::int64_t{0});
}

Groups kinds_of(const Scope& scope) {
    Groups groups;
    for (const model::Kind kind : scope.kinds_of_vertices())
        groups.push_back(static_cast<std::uint8_t>(kind));
    return groups;
}

Groups spheres_of(const Scope& scope) {
    Groups groups;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        groups.push_back(static_cast<std::uint8_t>(scope.data.actors[actor].sphere));
    });
    return groups;
}

Roles sum_of(const std::vector<Roles>& actors) {
    Roles sum{};
    for (const Roles& roles : actors)
        for (std::size_t r = 0; r < sum.size(); ++r) sum[r] += roles[r];
    return sum;
}

/// Where each actor stands, by kind and by sphere.
struct Places {
    std::vector<Roles> kinds, spheres;
};

Places places_in(const graph::CompressedGraph& ties, const Groups& kinds, const Groups& spheres) {
    return {graph::open_paths_by_role(ties, kinds), graph::open_paths_by_role(ties, spheres)};
}

/// The figures of one network: roles by kind, all paths, roles by sphere and sphere of the middle.
constexpr std::size_t sphere_count = model::spheres.size();
using Figures = std::array<double, (1 + sphere_count) * graph::role_count + 1>;
constexpr std::size_t of_all = graph::role_count;
constexpr std::size_t of_sphere(std::size_t role, std::size_t middle) {
    return of_all + 1 + role * sphere_count + middle;
}

Figures figures_of(const Places& places, const Groups& spheres) {
    const Roles sum = sum_of(places.kinds);
    Figures figures{};
    for (std::size_t r = 0; r < sum.size(); ++r) figures[r] = static_cast<double>(sum[r]);
    figures[of_all] = static_cast<double>(total(sum));
    for (std::size_t v = 0; v < spheres.size(); ++v)
        for (std::size_t r = 0; r < graph::role_count; ++r)
            figures[of_sphere(r, spheres[v])] += static_cast<double>(places.spheres[v][r]);
    return figures;
}

/// x (x - 1) (x - 2), or fewer factors.
double falling(double x, int factors) {
    double product = 1;
    for (int i = 0; i < factors; ++i) product *= x - i;
    return product;
}

/// Mean of each role when the kinds are dealt out again among the actors: `paths` times the chance
/// that three actors have the kinds asked.
std::array<double, graph::role_count> composition(const Groups& kinds, double paths) {
    std::array<double, graph::role_count> means{};
    if (kinds.size() < 3) return means;
    const auto n = static_cast<double>(kinds.size());
    std::array<double, model::kinds.size()> counts{};
    for (const std::uint8_t kind : kinds) ++counts[kind];
    double same = 0, two = 0;
    for (const double count : counts) {
        same += falling(count, 3);
        two += falling(count, 2) * (n - count);
    }
    const double all = falling(n, 3);
    return {paths * same / all, paths * two / all, paths * 2 * two / all,
            paths * (all - same - 3 * two) / all};
}

struct OpenPath {
    graph::Vertex middle, one, other;
};

std::vector<OpenPath> open_paths(const graph::CompressedGraph& ties) {
    std::vector<OpenPath> paths;
    for (graph::Vertex middle = 0; middle < ties.vertices(); ++middle)
        for (const graph::Vertex one : ties.neighbours(middle))
            for (const graph::Vertex other : ties.neighbours(middle))
                if (one < other && !std::ranges::binary_search(ties.neighbours(one), other))
                    paths.push_back({middle, one, other});
    return paths;
}

/// The roles of the same paths under every labelling; none where they are too many, which is said.
Labellings labellings_of(const Scope& scope, Results& results) {
    const graph::CompressedGraph& ties = scope.ties();
    std::vector<OpenPath> paths;  // found with the first labelling, not where there is none
    Labellings dealt = relabelled(
        scope, graph::role_count, static_cast<std::size_t>(graph::two_paths(ties)),
        [&](std::span<const model::Kind> kinds, std::span<double> roles) {
            if (paths.empty()) paths = open_paths(ties);
            const auto kind = [&](graph::Vertex v) { return static_cast<std::uint8_t>(kinds[v]); };
            std::ranges::fill(roles, 0);
            for (const auto& [middle, one, other] : paths)
                ++roles[static_cast<std::size_t>(
                    graph::role_of(kind(middle), kind(one), kind(other)))];
            return true;
        });
    if (dealt.empty() && scope.study.replicates > 0) results.note("M465");
    return dealt;
}

void write_composition(const Scope& scope, Results& results, const Groups& kinds,
                       const Figures& figures) {
    const auto means = composition(kinds, figures[of_all]);
    const Labellings dealt = figures[of_all] > 0 ? labellings_of(scope, results) : Labellings{};
    for (std::size_t r = 0; r < means.size(); ++r) {
        const std::string measure = std::string(role_names[r]) + "_composition";
        Estimate& row = results.value(of_kinds, {{KeyName::measure, measure}}, figures[r]);
        row.n = static_cast<std::int64_t>(kinds.size());
        row.null_model = dealt.empty() ? "null_kind_permutation_exact" : "null_kind_permutation";
        row.null_mean = means[r];
        if (dealt.empty()) continue;
        const auto found = dealt.summary(figures[r], r);
        row.null_sd = found.sd;
        row.p = found.p;
        if (found.z) row.z = (figures[r] - means[r]) / found.sd;
    }
}

void write_actors(const Scope& scope, Results& results, const Places& places,
                  const Groups& spheres) {
    std::size_t v = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::string label = results.actor(actor);
        const auto write = [&](std::string_view metric, KeyParts key, std::int64_t paths) {
            results.value(metric, key, static_cast<double>(paths)).nature = FigureNature::counted;
        };
        write(of_kinds, {{KeyName::actor, label}}, total(places.kinds[v]));
        for (std::size_t r = 0; r < graph::role_count; ++r)
            write(of_kinds, {{KeyName::measure, role_names[r]}, {KeyName::actor, label}},
                  places.kinds[v][r]);
        if (spheres[v] == organisation)
            write(of_spheres, {{KeyName::actor, label}}, places.spheres[v][liaison]);
        ++v;
    });
}

/// The role that makes more than half of the pairs of an actor.
std::optional<std::size_t> main_role(const Roles& roles) {
    for (std::size_t r = 0; r < roles.size(); ++r)
        if (2 * roles[r] > total(roles)) return r;
    return std::nullopt;
}

/// In how many draws without a tenth of the alliances the main role of each actor that has one
/// stays the same.
void write_kept(const Scope& scope, Results& results, const Places& places, const Groups& kinds) {
    if (graph::two_paths(scope.ties()) > most_paths / draws_of_names) return results.note("M460");
    std::vector<std::int64_t> kept(kinds.size(), 0);
    for_each_forgetting(scope, [&](const graph::Incidence& alliances) {
        const auto drawn = graph::open_paths_by_role(graph::projected(alliances), kinds);
        for (std::size_t v = 0; v < kept.size(); ++v)
            kept[v] += main_role(drawn[v]) == main_role(places.kinds[v]) ? 1 : 0;
    });
    std::size_t v = 0;
    scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
        const std::size_t vertex = v++;
        if (!main_role(places.kinds[vertex])) return;
        const std::string label = results.actor(actor);
        Estimate& row =
            results.share(of_kinds, {{KeyName::measure, "kept"}, {KeyName::actor, label}},
                          kept[vertex], draws_of_names, {});
        row.unit = "share";
        row.nature = FigureNature::estimated;
    });
}

/// The figures of every draw; none where that would take too long, which is said.
std::vector<std::vector<double>> draws_of(const Scope& scope, Results& results, const Groups& kinds,
                                          const Groups& spheres, std::int64_t paths) {
    const Coincidence& chance = scope.alliances_by_chance();
    if (chance.is_drawn() && paths > most_paths / std::int64_t{scope.study.replicates}) {
        results.note("M411");
        return std::vector<std::vector<double>>(Figures{}.size());
    }
    return chance.statistics(
        Figures{}.size(), [&](const graph::Incidence& table, std::span<double> found) {
            const Figures figures =
                figures_of(places_in(graph::projected(table), kinds, spheres), spheres);
            std::copy(figures.begin(), figures.end(), found.begin());
        });
}

/// Figures beside what coincidence gives for them.
class Rows {
  public:
    Rows(const Scope& scope, Results& results, const Figures& figures,
         std::vector<std::vector<double>> draws)
        : scope_(scope), results_(results), figures_(figures), draws_(std::move(draws)) {}

    void write(std::string_view metric, KeyParts key, std::size_t figure) {
        write(metric, key, figures_[figure], draws_[figure]);
    }

    /// One row for each role between spheres, and for each sphere that has its middle.
    void write_spheres(const Groups& spheres) {
        for (std::size_t r = 0; r < graph::role_count; ++r) {
            const std::string measure = std::string(role_names[r]) + "_by_sphere";
            double sum = 0;
            std::vector<double> sums(draws_.front().size(), 0);
            for (std::size_t s = 0; s < sphere_count; ++s) {
                const std::size_t figure = of_sphere(r, s);
                sum += figures_[figure];
                for (std::size_t i = 0; i < sums.size(); ++i) sums[i] += draws_[figure][i];
                if (std::ranges::find(spheres, s) != spheres.end())
                    write(of_kinds,
                          {{KeyName::measure, measure}, {KeyName::sphere, model::spheres[s].code}},
                          figure);
            }
            write(of_kinds, {{KeyName::measure, measure}}, sum, std::move(sums));
        }
    }

  private:
    const Scope& scope_;
    Results& results_;
    const Figures& figures_;
    std::vector<std::vector<double>> draws_;

    void write(std::string_view metric, KeyParts key, double value, std::vector<double> draws) {
        Estimate& row = results_.value(metric, key, value);
        row.n = static_cast<std::int64_t>(scope_.ties().vertices());
        row.n_effective = static_cast<std::int64_t>(scope_.running_partnerships.size());
        scope_.alliances_by_chance().compare(results_, row, std::move(draws));
    }
};

void compute_roles(const Scope& scope, Results& results) {
    const Groups kinds = kinds_of(scope), spheres = spheres_of(scope);
    const Places places = places_in(scope.ties(), kinds, spheres);
    const Figures figures = figures_of(places, spheres);
    Rows rows(scope, results, figures,
              draws_of(scope, results, kinds, spheres, graph::two_paths(scope.ties())));
    rows.write(of_kinds, {}, of_all);
    for (std::size_t r = 0; r < graph::role_count; ++r)
        rows.write(of_kinds, {{KeyName::measure, role_names[r]}}, r);
    rows.write(of_spheres, {}, of_sphere(liaison, organisation));
    if (!results.wants_rows()) return;
    rows.write_spheres(spheres);
    write_composition(scope, results, kinds, figures);
    write_actors(scope, results, places, spheres);
    write_kept(scope, results, places, kinds);
}

}  // namespace

extern const Entry emergence_brokerage_roles;
const Entry emergence_brokerage_roles{"P12", metrics_of_entry, tables, compute_roles};

}  // namespace maillage::metrics
