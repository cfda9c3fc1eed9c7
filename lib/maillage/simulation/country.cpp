#include <algorithm>
#include <array>
#include <cmath>
#include <tuple>

#include <maillage/simulation/country.hpp>
#include <maillage/simulation/names.hpp>

namespace maillage::simulation {

using model::Kind;

namespace {

/// Communes of very unlike sizes: weight of the n-th.
double size_of_commune(std::uint32_t n) {
    return 1 / std::pow(n % 10 + 1.0, 0.85);
}

/// Each commune has its town hall, each inter-communal body its seat and its animation, each
/// department its council.
std::vector<SimulatedActor> institutions(const Country& country) {
    std::vector<SimulatedActor> made;
    for (std::uint32_t c = 0; c < country.communes; ++c) {
        const std::string place = commune_name(c);
        made.push_back({Kind::public_body, "mairie", "Mairie de " + place, c});
        if (c % Country::communes_per_epci == 0) {
            made.push_back({Kind::public_body, "epci", "Communauté de communes de " + place, c});
            made.back().catalyst = true;
            made.push_back({Kind::association, "", "Agence d’animation, " + place, c});
            made.back().catalyst = true;
        }
        if (c % (Country::communes_per_epci * Country::epcis_per_department) == 0)
            made.push_back({Kind::public_body, "département", "Département de " + place, c});
    }
    return made;
}

/// The kinds left to draw so that the whole has 8 % of public bodies, 30 % of companies...
std::vector<Kind> other_kinds(std::uint32_t actors, const std::vector<SimulatedActor>& already) {
    constexpr std::array<std::pair<Kind, double>, 5> shares{{{Kind::public_body, 0.08},
                                                             {Kind::company, 0.30},
                                                             {Kind::academic, 0.05},
                                                             {Kind::citizen, 0.17},
                                                             {Kind::association, 1.0}}};
    std::vector<Kind> kinds;
    const std::size_t wanted = actors - std::min<std::size_t>(actors, already.size());
    for (const auto& [kind, share] : shares) {
        const auto has = std::ranges::count(already, kind, &SimulatedActor::kind);
        const auto aim = std::lround(actors * share) - static_cast<long>(has);
        for (long i = 0; i < aim && kinds.size() < wanted; ++i) kinds.push_back(kind);
    }
    return kinds;
}

void add_others(Country& country, std::uint32_t actors, RandomStream& stream) {
    std::vector<double> sizes;
    for (std::uint32_t c = 0; c < country.communes; ++c)
        sizes.push_back((sizes.empty() ? 0 : sizes.back()) + size_of_commune(c));
    for (const Kind kind : other_kinds(actors, country.actors)) {
        SimulatedActor actor{kind, "", "", 0};
        const auto place = std::ranges::upper_bound(sizes, stream.uniform() * sizes.back());
        actor.commune =
            std::min(static_cast<std::uint32_t>(place - sizes.begin()), country.communes - 1);
        actor.person = kind == Kind::citizen && chance(stream, 0.4);
        actor.subkind = kind == Kind::public_body                ? "établissement public"
                        : kind == Kind::citizen && !actor.person ? "collectif"
                                                                 : "";
        country.actors.push_back(std::move(actor));
    }
}

/// Names are given commune by commune, so that no two are the same.
void name_actors(std::vector<SimulatedActor>& actors) {
    std::array<std::uint32_t, model::kinds.size()> used{};
    std::uint32_t persons = 0;
    for (std::size_t i = 0; i < actors.size(); ++i) {
        if (i == 0 || actors[i].commune != actors[i - 1].commune) {
            used.fill(actors[i].commune % 12);
            persons = 0;
        }
        SimulatedActor& actor = actors[i];
        if (!actor.name.empty()) continue;
        const std::string place = commune_name(actor.commune);
        actor.name = actor.person ? "Habitant " + std::to_string(++persons) + ", " + place
                                  : body_name(actor.kind,
                                              used[static_cast<std::size_t>(actor.kind)]++, place);
    }
}

double draw_activity(const SimulatedActor& actor, RandomStream& stream) {
    constexpr std::array<double, 6> of_kind{2.5, 0.8, 1.3, 0.6, 1.2, 1};
    const double own = std::exp(0.9 * normal(stream));
    const bool institution = actor.catalyst || actor.subkind == "département";
    return own * of_kind[static_cast<std::size_t>(actor.kind)] * (institution ? 3 : 1) *
           (actor.person ? 0.5 : 1);
}

}  // namespace

Range Country::of_communes(std::uint32_t first, std::uint32_t last) const {
    return {first_actor_of[std::min(first, communes)], first_actor_of[std::min(last, communes)]};
}

Range Country::of_epci(std::uint32_t epci) const {
    return of_communes(epci * communes_per_epci, (epci + 1) * communes_per_epci);
}

Range Country::of_department(std::uint32_t department) const {
    constexpr std::uint32_t length = communes_per_epci * epcis_per_department;
    return of_communes(department * length, (department + 1) * length);
}

std::uint32_t Country::draw(Range range, RandomStream& stream) const {
    const double low = activity_before[range.first];
    const double high = activity_before[range.last];
    const auto first = activity_before.begin() + range.first + 1;
    const auto last = activity_before.begin() + range.last;
    const auto found = std::upper_bound(first, last, low + stream.uniform() * (high - low));
    return range.first + static_cast<std::uint32_t>(found - first);
}

Country make_country(const Recipe& recipe) {
    RandomStream stream(recipe.seed, "simulation.country");
    Country country;
    country.communes = std::max(2U, recipe.actors / 20);
    country.epcis =
        (country.communes + Country::communes_per_epci - 1) / Country::communes_per_epci;
    country.departments =
        (country.epcis + Country::epcis_per_department - 1) / Country::epcis_per_department;

    country.actors = institutions(country);
    add_others(country, recipe.actors, stream);
    std::ranges::stable_sort(country.actors, {}, &SimulatedActor::commune);
    name_actors(country.actors);

    country.first_actor_of.assign(country.communes + 1, 0);
    country.catalysts.resize(country.epcis);
    country.activity_before.push_back(0);
    for (std::uint32_t i = 0; i < country.actors.size(); ++i) {
        SimulatedActor& actor = country.actors[i];
        ++country.first_actor_of[actor.commune + 1];
        if (actor.catalyst) country.catalysts[country.epci_of(i)].push_back(i);
        actor.activity = draw_activity(actor, stream);
        actor.seat_known = actor.kind != Kind::company || !chance(stream, 0.04);
        country.activity_before.push_back(country.activity_before.back() + actor.activity);
    }
    for (std::uint32_t c = 0; c < country.communes; ++c)
        country.first_actor_of[c + 1] += country.first_actor_of[c];
    return country;
}

}  // namespace maillage::simulation
