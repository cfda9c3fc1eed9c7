#include "support/random_world.hpp"

#include <algorithm>
#include <random>

namespace maillage::test {

namespace {

using namespace model;

class Maker {
  public:
    explicit Maker(std::uint32_t seed) : random_(seed) {}

    Draft make() {
        make_territories();
        make_actors();
        for (int i = 0; i < 4; ++i) draft_.themes.push_back({name("theme", i), name("theme", i)});
        for (int i = 0; i < 2; ++i)
            draft_.sources.push_back({name("source", i), name("source", i), {}, {}, {}});
        const bool has_places = chance(0.8);
        make_events(has_places);
        make_partnerships(has_places);
        make_experiments(has_places);
        make_stakes();
        make_records();
        mark_tables(has_places);
        if (chance(0.3)) draft_.data.settings.complete.push_back(Table::partnerships);
        if (chance(0.5)) draft_.data.settings.perimeter = Perimeter{"registry", {}, {}};
        make_targets();
        make_statements();
        return std::move(draft_);
    }

  private:
    std::mt19937 random_;
    Draft draft_;

    std::uint32_t below(std::size_t bound) {
        return static_cast<std::uint32_t>(random_() % static_cast<std::uint32_t>(bound));
    }
    bool chance(double p) { return below(1000) < p * 1000; }
    std::string_view name(const std::string& stem, std::size_t i) {
        return draft_.data.text.keep(stem + std::to_string(i));
    }

    Date date() {
        const int year = 2015 + static_cast<int>(below(8));
        if (chance(0.1)) return Date::year(year);
        if (chance(0.1)) return Date::month(year, 1 + below(12));
        return Date(*base::day_of(year, 1 + below(12), 1 + below(28)));
    }
    Date sometimes(double p) { return chance(p) ? date() : Date(); }
    ActorId actor() { return {below(draft_.actors.size())}; }

    /// Shares that make a whole, shares that do not, or counts.
    void make_targets() {
        if (chance(0.3)) return;
        const bool whole = chance(0.5), counted = chance(0.3);
        for (std::uint32_t i = 0; i < kinds.size(); ++i) {
            KindTarget target{static_cast<Kind>(i), {}, {}, sometimes(0.3)};
            if (counted)
                target.count = below(5);
            else
                target.share = whole ? (i < 4 ? 0.25 : 0) : below(4) / 10.0;
            if (whole || chance(0.8)) draft_.kind_targets.push_back(target);
        }
    }

    /// Drawn last, for the same reason as `make_records`.
    void make_statements() {
        for (std::size_t i = 2; i < draft_.actors.size(); i += 5) draft_.actors[i].catalyst = true;
        for (Actor& made : draft_.actors) {
            if (chance(0.4)) made.domains |= static_cast<Domain>(below(domain_words.size()));
            if (chance(0.6)) made.scale = static_cast<Scale>(below(scales.size()));
        }
        for (std::uint32_t i = 0; i < draft_.partnerships.rows.size(); ++i)
            for (std::uint32_t k = below(3); k > 0; --k)
                draft_.partnership_impacts.push_back({i, impact()});
        for (std::uint32_t i = 0; i < draft_.experiments.rows.size(); ++i)
            if (chance(0.5)) draft_.experiment_impacts.push_back({i, impact()});
        for (const auto& member : draft_.partnerships.members)
            if (chance(0.6))
                draft_.pledges.push_back({member.relation, pledge(member.member.actor)});
        for (std::uint32_t k = below(30); k > 0; --k) {
            const std::string_view lever = name("lever", below(4));
            draft_.levers.push_back({actor(), lever, lever, below(5) * 1.0, below(5) * 1.0});
        }
        for (std::uint32_t k = below(80); k > 0; --k)
            draft_.ratings.push_back({actor(), actor(),
                                      static_cast<RatingItem>(below(rating_item_codes.size())),
                                      1.0 + below(4), sometimes(0.5)});
        for (std::uint32_t k = below(12); k > 0; --k) draft_.engagements.push_back(engagement());
        for (std::uint32_t k = below(4); k > 0; --k) draft_.benchmarks.push_back(benchmark(k));
        for (auto& made : draft_.partnerships.rows)
            if (chance(0.4)) made.row.amount = below(5) * 1000.0;
        for (std::uint32_t k = below(20); k > 0; --k) {
            const ActorId rater = actor(), rated = actor();
            const Date when = sometimes(0.5);
            for (std::uint32_t item = 0; item < rating_item_codes.size(); ++item)
                draft_.ratings.push_back(
                    {rater, rated, static_cast<RatingItem>(item), 1.0 + below(4), when});
        }
    }

    Impact impact() {
        Impact row;
        row.impact = static_cast<ImpactKind>(below(impact_kinds.size()));
        if (chance(0.5)) row.sub_impact = static_cast<SubImpact>(below(sub_impact_codes.size()));
        if (chance(0.7)) row.actor = actor();
        return row;
    }

    Pledge pledge(ActorId who) {
        Pledge row{who, {}, {}, {}};
        if (chance(0.7)) row.brings |= static_cast<Contribution>(below(contribution_codes.size()));
        if (chance(0.7)) row.seeks |= static_cast<Objective>(below(objectives.size()));
        if (chance(0.6)) row.value = below(4) * 100.0;
        return row;
    }

    Engagement engagement() {
        Engagement row;
        row.actor = actor();
        row.year = 2014 + static_cast<int>(below(9));
        row.mean = static_cast<EngagementMean>(below(engagement_means.size()));
        if (chance(0.6)) row.motor = static_cast<EngagementMotor>(below(engagement_motors.size()));
        if (chance(0.8)) row.people = below(20);
        if (row.people && chance(0.7))
            row.returning = below(static_cast<std::size_t>(*row.people) + 1);
        if (chance(0.5)) row.hours = below(50);
        return row;
    }

    Benchmark benchmark(std::uint32_t number) {
        Benchmark row;
        row.id = name("benchmark", number);
        if (chance(0.9)) row.value = below(120) / 100.0;
        if (chance(0.5)) row.n = below(50);
        return row;
    }

    void make_territories() {
        for (std::size_t i = 0; i < 7; ++i) {
            auto& made = draft_.territories.emplace_back();
            made.row.id = made.row.name = name("t", i);
            if (i > 0 && chance(0.8)) made.parents.push_back({below(i)});
            if (i > 1 && chance(0.3) && !made.parents.empty()) {
                const TerritoryId other{below(i)};
                if (other != made.parents.front()) made.parents.push_back(other);
            }
        }
    }

    void make_actors() {
        const std::size_t count = 3 + below(22);
        for (std::size_t i = 0; i < count; ++i) {
            Actor& made = draft_.actors.emplace_back();
            made.id = made.name = name("a", i);
            made.kind = static_cast<Kind>(below(kinds.size()));
            made.sphere = static_cast<Sphere>(below(spheres.size()));
            made.sphere_assumed =
                made.kind == Kind::public_body && made.sphere == Sphere::political;
            made.person = made.kind == Kind::citizen && chance(0.5);
            if (chance(0.85)) made.seat = {below(draft_.territories.size())};
            made.created = sometimes(0.1);
            made.closed = sometimes(0.1);
        }
    }

    template <class Rows>
    auto& relation(Rows& rows, const std::string& stem, bool has_places) {
        auto& made = rows.emplace_back();
        made.row.id = made.row.name = name(stem, rows.size());
        made.row.start = sometimes(0.9);
        if (has_places && chance(0.7)) made.places.push_back({below(draft_.territories.size())});
        if (has_places && chance(0.2)) made.places.push_back({below(draft_.territories.size())});
        if (chance(0.6)) made.themes.push_back({below(draft_.themes.size())});
        if (chance(0.6)) made.sources.push_back({below(draft_.sources.size())});
        if (chance(0.3)) made.accompanied_by.push_back(actor());
        return made;
    }

    void make_events(bool has_places) {
        const std::uint32_t count = below(14);
        for (std::uint32_t i = 0; i < count; ++i) {
            auto& made = relation(draft_.events.rows, "e", has_places);
            if (!made.row.start.known()) made.row.start = date();
            if (chance(0.5)) made.row.convenor = actor();
            for (std::uint32_t k = below(9); k > 0; --k) {
                Attendee row{actor(), static_cast<AttendanceRole>(below(4)), {}};
                if (chance(0.2)) row.spheres = static_cast<Sphere>(below(3));
                draft_.events.members.push_back({i, row});
            }
        }
    }

    void end_after_start(Relation& row, double p) {
        if (!chance(p)) return;
        row.end = date();
        if (row.start.known() && row.end.first() < row.start.last())
            row.end = Date(row.start.last() + static_cast<Day>(below(900)));
    }

    void make_partnerships(bool has_places) {
        const std::uint32_t count = below(22);
        for (std::uint32_t i = 0; i < count; ++i) {
            auto& made = relation(draft_.partnerships.rows, "p", has_places);
            made.row.type = static_cast<PartnershipType>(below(partnership_types.size()));
            end_after_start(made.row, 0.4);
            made.row.last_seen = sometimes(0.2);
            for (std::uint32_t k = below(6); k > 0; --k)
                draft_.partnerships.members.push_back(
                    {i, {actor(), static_cast<Role>(below(roles.size())), {}, {}}});
        }
    }

    void make_experiments(bool has_places) {
        const std::uint32_t count = below(8);
        for (std::uint32_t i = 0; i < count; ++i) {
            auto& made = relation(draft_.experiments.rows, "x", has_places);
            end_after_start(made.row, 0.2);
            if (chance(0.6)) made.row.inventor = actor();
            for (std::uint32_t k = below(5); k > 0; --k)
                draft_.experiments.members.push_back(
                    {i, {actor(), static_cast<Role>(below(roles.size())), {}, {}}});
            for (std::uint32_t k = below(4); k > 0; --k)
                draft_.stages.push_back(
                    {i, {static_cast<Stage>(below(stages.size())), date(), actor()}});
            for (std::uint32_t k = below(3); k > 0; --k) draft_.supports.push_back({i, support()});
            if (chance(0.3)) draft_.needs.push_back({i, declared_need()});
        }
    }

    /// Drawn after all else, so that the worlds of older tests stay as they were.
    void make_records() {
        const auto maybe = [&] { return chance(0.7) ? std::optional(chance(0.5)) : std::nullopt; };
        for (std::uint32_t i = 0; i < draft_.experiments.rows.size(); ++i) {
            Experiment& row = draft_.experiments.rows[i].row;
            for (auto* fact :
                 {&row.fragile_public, &row.new_solution, &row.new_process, &row.new_model})
                *fact = maybe();
            if (chance(0.7)) row.declared_nature = static_cast<Nature>(below(natures.size()));
            if (chance(0.3)) row.taken_up_as = static_cast<TakenUp>(below(taken_up_words.size()));
            if (chance(0.5)) row.domains |= static_cast<Domain>(below(domain_words.size()));
            for (std::uint32_t k = below(5); k > 0; --k) draft_.sites.push_back({i, site()});
            for (std::uint32_t k = below(3); k > 0; --k)
                draft_.experiment_evaluations.push_back({i, evaluation()});
            if (chance(0.4))
                for (std::uint32_t k = below(9); k > 0; --k) draft_.funding.push_back({i, money()});
        }
        for (std::uint32_t i = 0; i < draft_.partnerships.rows.size(); ++i)
            if (chance(0.2)) draft_.partnership_evaluations.push_back({i, evaluation()});
        for (std::uint32_t i = 0; i < draft_.actors.size(); ++i)
            for (std::uint32_t k = below(6); k > 0; --k)
                draft_.actor_funding.push_back({i, money()});
    }

    Site site() {
        Site row;
        row.territory = {below(draft_.territories.size())};
        if (chance(0.8)) row.run_by = actor();
        row.date = sometimes(0.8);
        if (chance(0.5)) row.use = chance(0.5) ? "water" : "food";
        return row;
    }

    Evaluation evaluation() {
        return {static_cast<EvaluationMode>(below(evaluation_modes.size())), sometimes(0.8),
                actor()};
    }

    Funding money() {
        return {2014 + static_cast<int>(below(9)),
                static_cast<FundingSource>(below(funding_sources.size())),
                static_cast<double>(below(6) * 100)};
    }

    Support support() {
        Support row;
        row.provider = actor();
        row.lever = static_cast<Lever>(below(support_levers.size()));
        if (chance(0.5)) row.stage = static_cast<Stage>(below(5));
        row.date = sometimes(0.8);
        if (chance(0.4)) row.days = below(4);
        return row;
    }

    DeclaredNeed declared_need() {
        DeclaredNeed row;
        const std::uint32_t which = below(project_needs.size());
        row.need = static_cast<Need>(which);
        row.text = project_needs[which].code;
        row.met_on = sometimes(0.5);
        return row;
    }

    void make_stakes() {
        for (int i = 0; i < 3; ++i) {
            draft_.territory_stakes.push_back(
                {{below(draft_.territories.size())}, {below(draft_.themes.size())}});
            draft_.actor_stakes.push_back({actor(), {below(draft_.themes.size())}});
        }
    }

    void mark_tables(bool has_places) {
        for (std::size_t i = 0; i < table_count; ++i) {
            TableInfo& info = draft_.data.tables[i];
            info.present = true;
            info.columns = {"id",   "start", "end",    "themes",
                            "role", "stage", "source", "accompanied_by"};
            if (i == static_cast<std::size_t>(Table::experiments))
                for (const char* column :
                     {"inventor", "declared_nature", "taken_up_as", "domains", "fragile_public",
                      "new_solution", "new_process", "new_model"})
                    info.columns.emplace_back(column);
            if (has_places) info.columns.emplace_back("territory");
            if (i == static_cast<std::size_t>(Table::actors))
                info.columns.insert(info.columns.end(), {"domains", "scale"});
        }
    }
};

}  // namespace

Draft random_draft(std::uint32_t seed) {
    return Maker(seed).make();
}

}  // namespace maillage::test
