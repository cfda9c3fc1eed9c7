#include <algorithm>
#include <array>
#include <cmath>

#include <maillage/simulation/csv_text.hpp>
#include <maillage/simulation/ids.hpp>
#include <maillage/simulation/statements.hpp>

namespace maillage::simulation {

using model::Kind;

namespace {

/// How often a kind of organisation that says its levers offers this one, and needs it.
struct LeverHabit {
    std::string_view lever;
    std::array<double, model::kinds.size()> offers, needs;
};
// In the order of the kinds: public, company, association, citizen, academic, other.
constexpr std::array<LeverHabit, 6> habits{{
    {"locaux", {0.6, 0.1, 0.05, 0, 0.3, 0}, {0, 0.05, 0.6, 0.6, 0, 0}},
    {"financement", {0.5, 0.25, 0, 0, 0, 0}, {0.1, 0.05, 0.7, 0.4, 0.4, 0}},
    {"compétences", {0.1, 0.6, 0.2, 0, 0.6, 0}, {0.3, 0, 0.4, 0.2, 0, 0}},
    {"bénévoles", {0, 0, 0.3, 0.7, 0.1, 0}, {0.2, 0, 0.4, 0.1, 0, 0}},
    {"réseau", {0.3, 0.2, 0.3, 0.1, 0.2, 0}, {0.1, 0.4, 0.2, 0.4, 0.4, 0}},
    {"véhicules", {0, 0, 0, 0, 0, 0}, {0.1, 0, 0.25, 0.2, 0, 0}},
}};

constexpr Day before_any_impact = 540;
constexpr Day old = 5 * 365;

/// The alliances that each actor leads, in one column, by day of start.
class LedBy {
  public:
    LedBy(std::size_t actors, const std::vector<Alliance>& alliances)
        : first_(actors + 1), alliances_(alliances.size()) {
        for (const Alliance& alliance : alliances) ++first_[alliance.parties[0] + 1];
        for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
        std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
        for (std::uint32_t i = 0; i < alliances.size(); ++i)
            alliances_[next[alliances[i].parties[0]]++] = i;
    }
    [[nodiscard]] std::span<const std::uint32_t> operator[](std::uint32_t actor) const {
        return std::span(alliances_).subspan(first_[actor], first_[actor + 1] - first_[actor]);
    }

  private:
    std::vector<std::uint32_t> first_, alliances_;
};

class Writer {
  public:
    Writer(const Country& country, const History& history, const std::vector<Project>& projects,
           std::uint64_t seed)
        : country_(country), history_(history), projects_(projects), seed_(seed) {}

    std::vector<TextFile> write() {
        levers();
        impacts();
        ratings();
        engagements();
        benchmarks();
        return std::move(files_);
    }

  private:
    const Country& country_;
    const History& history_;
    const std::vector<Project>& projects_;
    std::uint64_t seed_;
    std::vector<TextFile> files_;

    void keep(CsvText table) { files_.push_back({table.name(), table.take()}); }

    [[nodiscard]] bool is_person(std::uint32_t actor) const {
        return country_.actors[actor].person;
    }

    /// Half of the organisations say what they can offer and what they need.
    void levers() {
        RandomStream stream(seed_, "simulation.levers");
        CsvText table("levers.csv", "actor,lever,offer,need");
        const auto level = [&](double share) {
            return chance(stream, share) ? std::to_string(between(stream, 1, 4)) : "";
        };
        for (std::uint32_t i = 0; i < country_.actors.size(); ++i) {
            if (is_person(i) || !chance(stream, 0.5)) continue;
            const auto kind = static_cast<std::size_t>(country_.actors[i].kind);
            for (const LeverHabit& habit : habits) {
                const std::string offer = level(habit.offers[kind]);
                const std::string need = level(habit.needs[kind]);
                if (!offer.empty() || !need.empty())
                    table.row({actor_id(i), habit.lever, offer, need});
            }
        }
        keep(std::move(table));
    }

    /// An alliance or a project that may have written impacts down.
    struct Object {
        std::string id;
        Day start, last;  ///< It lives no longer: a dated impact is a sign of life.
        const std::vector<std::uint32_t>& parties;
    };

    /// Of those begun eighteen months ago or more, three in ten; five years ago, six in ten.
    void impacts() {
        RandomStream stream(seed_, "simulation.impacts");
        CsvText table("impacts.csv",
                      "object,impact,actor,sub_impact,indicator,value,date,evidence");
        const auto look_back = [&](const Object& object) {
            const Day age = history_.as_of - object.start;
            if (age >= before_any_impact && chance(stream, age < old ? 0.3 : 0.6))
                write_impacts(table, object, stream);
        };
        for (std::size_t i = 0; i < history_.alliances.size(); ++i) {
            const Alliance& alliance = history_.alliances[i];
            look_back({alliance_id(i), alliance.start,
                       std::min(alliance.truly_ends, history_.as_of), alliance.parties});
        }
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            const Project& project = projects_[i];
            look_back({project_id(i), project.stages[0].day, project.end.value_or(history_.as_of),
                       project.members});
        }
        keep(std::move(table));
    }

    /// For each party three times in ten, for some of them five times, else for the common good
    /// alone; which has a row of its own when no party has any.
    void write_impacts(CsvText& table, const Object& object, RandomStream& stream) const {
        constexpr std::array<double, 3> all_some_none{0.3, 0.5, 0.2};
        constexpr std::array<double, 3> of_party{1, 0.5, 0};
        const double share = of_party[pick(stream, all_some_none)];
        bool written = false;
        for (const std::uint32_t party : object.parties) {
            if (is_person(party) || !chance(stream, share)) continue;
            write_impact(table, object, party, stream);
            written = true;
        }
        if (!written || chance(stream, 0.25)) write_impact(table, object, {}, stream);
    }

    void write_impact(CsvText& table, const Object& object, std::optional<std::uint32_t> actor,
                      RandomStream& stream) const {
        constexpr std::array<double, 3> of_impact{0.6, 0.25, 0.15};
        constexpr std::array<std::string_view, 3> indicators{"personnes touchées", "idées reprises",
                                                             "structures prêtes"};
        const std::size_t impact = pick(stream, of_impact);
        const bool counted = chance(stream, 0.5);
        // Of what ended sooner, the impact is written on its last day.
        const Day first = std::min(object.start + before_any_impact, object.last);
        table.row({object.id, model::impact_kinds[impact].code, actor ? actor_id(*actor) : "",
                   part_of(impact, actor, stream), counted ? indicators[impact] : "",
                   counted ? std::to_string(between(stream, 1, 120)) : "",
                   chance(stream, 0.9) ? base::iso(between(stream, first, object.last)) : "",
                   chance(stream, 0.4) ? "bilan" : ""});
    }

    /// What makes up an impact: of performance, by the kind of the party; one time in ten, unsaid.
    [[nodiscard]] std::string_view part_of(std::size_t impact, std::optional<std::uint32_t> actor,
                                           RandomStream& stream) const {
        constexpr std::array<std::array<std::string_view, 2>, 3> parts{
            {{}, {"territorial", "societal"}, {"people", "territories"}}};
        const std::uint32_t which = stream.below(2);
        if (chance(stream, 0.1)) return "";
        if (impact > 0) return parts[impact][which];
        if (!actor) return "";
        const Kind kind = country_.actors[*actor].kind;
        return kind == Kind::company       ? "csr"
               : kind == Kind::public_body ? "public_policy"
                                           : "hybrid_model";
    }

    struct Partner {
        std::uint32_t actor;
        Day since;
    };

    /// The organisations in the alliances it leads, by actor, each since its first day there. The
    /// last six months are too short to rate anybody.
    [[nodiscard]] std::vector<Partner> partners_of(std::uint32_t leader, const LedBy& led) const {
        std::vector<Partner> partners;
        for (const std::uint32_t i : led[leader]) {
            const Alliance& alliance = history_.alliances[i];
            if (alliance.start + 180 > history_.as_of) break;
            for (const std::uint32_t party : alliance.parties)
                if (party != leader && !is_person(party))
                    partners.push_back({party, alliance.start});
        }
        std::ranges::stable_sort(partners, {}, &Partner::actor);
        const auto same = [](const Partner& a, const Partner& b) { return a.actor == b.actor; };
        partners.erase(std::unique(partners.begin(), partners.end(), same), partners.end());
        return partners;
    }

    /// Of the organisations that lead alliances with three partners or more, half are rated by
    /// three to five of them, one in ten by two, which is too few to be told.
    void ratings() {
        RandomStream stream(seed_, "simulation.ratings");
        CsvText table("ratings.csv", "rater,rated,item,score,date");
        const LedBy led(country_.actors.size(), history_.alliances);
        for (std::uint32_t i = 0; i < country_.actors.size(); ++i) {
            if (is_person(i)) continue;
            std::vector<Partner> partners = partners_of(i, led);
            if (partners.size() < 3) continue;
            constexpr std::array<double, 3> enough_two_none{10, 3, 17};
            const std::size_t how_many = pick(stream, enough_two_none);
            if (how_many == 2) continue;
            const int most = static_cast<int>(std::min<std::size_t>(partners.size(), 5));
            rate(table, i, partners, how_many == 0 ? between(stream, 3, most) : 2, stream);
        }
        keep(std::move(table));
    }

    /// Some of the partners, drawn one after the other. They agree in part on who is rated.
    void rate(CsvText& table, std::uint32_t rated, std::vector<Partner>& partners, int raters,
              RandomStream& stream) const {
        const double merit = 2.9 + 0.5 * normal(stream);
        for (std::size_t i = 0; i < static_cast<std::size_t>(raters); ++i) {
            const auto left = static_cast<std::uint32_t>(partners.size() - i);
            std::swap(partners[i], partners[i + stream.below(left)]);
            const double esteem = merit + 0.4 * normal(stream);
            const std::string day =
                chance(stream, 0.92)
                    ? base::iso(between(stream, partners[i].since + 90, history_.as_of))
                    : "";
            write_scores(table, {actor_id(partners[i].actor), actor_id(rated)}, day, esteem,
                         stream);
        }
    }

    /// Now and then an item is left blank, never the first of trust nor of value.
    static void write_scores(CsvText& table, const std::array<std::string, 2>& who,
                             const std::string& day, double esteem, RandomStream& stream) {
        for (std::size_t item = 0; item < model::rating_item_codes.size(); ++item) {
            const double felt = esteem + 1.6 * stream.uniform() - 0.8;
            if (chance(stream, 0.08) && item % 3 != 0) continue;
            const auto score = std::clamp(std::lround(felt), 1L, 4L);
            table.row({who[0], who[1], model::rating_item_codes[item], std::to_string(score), day});
        }
    }

    /// One company in four lets its employees take part, from some year on.
    void engagements() {
        RandomStream stream(seed_, "simulation.engagements");
        CsvText table("engagements.csv", "actor,year,mean,motor,people,returning,hours");
        for (std::uint32_t i = 0; i < country_.actors.size(); ++i)
            if (country_.actors[i].kind == Kind::company && chance(stream, 0.25))
                engage(table, actor_id(i), stream);
        keep(std::move(table));
    }

    /// Six in ten of those of a year come back the next; others join them. One year in seven is not
    /// noted.
    void engage(CsvText& table, const std::string& actor, RandomStream& stream) const {
        const std::string_view mean = model::engagement_means[stream.below(3)].code;
        const std::uint32_t motor = stream.below(4);
        const int last = base::year_of(history_.as_of);
        const int first = between(stream, base::year_of(history_.first), last);
        int people = 0;
        for (int year = first; year <= last; ++year) {
            int returning = 0;
            for (int one = 0; one < people; ++one) returning += chance(stream, 0.6) ? 1 : 0;
            people = returning + (year == first ? between(stream, 3, 30) : between(stream, 1, 10));
            const std::string hours = std::to_string(people * between(stream, 2, 14));
            const bool counted = chance(stream, 0.9), timed = chance(stream, 0.9);
            if (chance(stream, 1.0 / 7)) continue;
            table.row({actor, std::to_string(year), mean,
                       motor < 2 ? model::engagement_motors[motor].code : "",
                       std::to_string(people), counted ? std::to_string(returning) : "",
                       timed ? hours : ""});
        }
    }

    /// Figures from nowhere: no study stands behind them, and each says so.
    void benchmarks() {
        RandomStream stream(seed_, "simulation.benchmarks");
        CsvText table("benchmarks.csv", "id,value,n,population,question,source,date");
        constexpr std::array<std::string_view, 3> questions{
            "Avez-vous un partenaire d’une autre nature que la vôtre ? (valeur simulée)",
            "Vos alliances ont-elles été évaluées ? (valeur simulée)",
            "Vos salariés s’engagent-ils hors de l’entreprise ? (valeur simulée)"};
        const std::string day = base::iso(history_.as_of - 200);
        for (std::size_t i = 0; i < questions.size(); ++i) {
            const std::string share =
                numbered("0.", static_cast<std::size_t>(between(stream, 15, 85)), 2);
            const std::string asked = std::to_string(10 * between(stream, 20, 100));
            // The last one does not tell how many were asked.
            table.row({numbered("repere_simule_", i + 1, 1), share,
                       i + 1 < questions.size() ? asked : "", "valeur simulée", questions[i],
                       "reperes_simules", day});
        }
        const std::string mean =
            std::to_string(between(stream, 2, 6)) + "." + std::to_string(between(stream, 1, 9));
        table.row({"repere_simule_4", mean, "", "valeur simulée",
                   "Combien de partenaires avez-vous ? (valeur simulée)", "reperes_simules", day});
        keep(std::move(table));
    }
};

}  // namespace

std::vector<TextFile> write_statements(const Country& country, const History& history,
                                       const std::vector<Project>& projects, const Recipe& recipe) {
    return Writer(country, history, projects, recipe.seed).write();
}

}  // namespace maillage::simulation
