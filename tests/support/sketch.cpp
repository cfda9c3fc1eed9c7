#include "support/sketch.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <vector>

#include <maillage/model/draft.hpp>

namespace maillage::test {

namespace {

using namespace model;

Date date_of(const std::string& text) {
    if (text.empty() || text == "?") return {};
    return base::read_date(text).date;
}

template <class Enumeration, std::size_t n>
std::optional<Enumeration> word(const std::array<Word, n>& table, std::string_view code) {
    for (std::size_t i = 0; i < n; ++i)
        if (table[i].code == code) return static_cast<Enumeration>(i);
    return std::nullopt;
}

class Sketcher {
  public:
    Dataset draw(std::string_view text) {
        std::istringstream lines{std::string(text)};
        for (std::string line; std::getline(lines, line);) {
            std::istringstream words(line);
            std::string first;
            if (words >> first) read(first, words);
        }
        present(Table::actors, {"id", "name", "kind", "territory"});
        draft_.data.settings.title = "sketch";
        return finish(std::move(draft_));
    }

  private:
    Draft draft_;
    std::map<std::string, std::uint32_t> territories_, actors_, events_, alliances_, projects_,
        themes_;

    void present(Table table, std::vector<std::string> columns) {
        auto& info = draft_.data.tables[static_cast<std::size_t>(table)];
        info.present = true;
        for (auto& column : columns)
            if (std::ranges::find(info.columns, column) == info.columns.end())
                info.columns.push_back(std::move(column));
    }

    static std::uint32_t find(const std::map<std::string, std::uint32_t>& names,
                              const std::string& name) {
        const auto found = names.find(name);
        if (found == names.end()) throw std::logic_error("sketch: who is " + name + "?");
        return found->second;
    }

    ThemeId theme(const std::string& name) {
        const auto [at, is_new] =
            themes_.emplace(name, static_cast<std::uint32_t>(draft_.themes.size()));
        if (is_new)
            draft_.themes.push_back({draft_.data.text.keep(name), draft_.data.text.keep(name)});
        return {at->second};
    }

    void read(const std::string& what, std::istringstream& words) {
        if (const auto kind = word<Kind>(kinds, what)) return actor(*kind, words);
        if (what == "territory") return territory(words);
        if (what == "meeting") return meeting(words);
        if (what == "alliance") return alliance(words);
        if (what == "project") return project(words);
        if (what == "stage") return stage(words);
        if (what == "about") return about(words);
        if (what == "site") return site(words);
        if (what == "evaluation") return evaluation(words);
        if (what == "funding") return funding(words);
        if (what == "support") return support(words);
        if (what == "need") return need(words);
        if (what == "stake") return stake(words);
        if (what == "impact") return impact(words);
        if (what == "pledge") return pledge(words);
        if (what == "lever") return lever(words);
        if (what == "rating") return rating(words);
        if (what == "engagement") return engagement(words);
        std::string value;
        words >> value;
        if (what == "as_of") {
            draft_.data.settings.as_of = date_of(value).last();
        } else if (what == "complete") {
            draft_.data.settings.complete.push_back(*word<Table>(table_words, value));
        } else if (what == "empty") {
            present(*word<Table>(table_words, value), {"id", "territory", "themes"});
        } else {
            throw std::logic_error("sketch: what is " + what + "?");
        }
    }

    void territory(std::istringstream& words) {
        std::string id, next;
        words >> id >> next;
        territories_[id] = static_cast<std::uint32_t>(draft_.territories.size());
        auto& made = draft_.territories.emplace_back();
        made.row.id = made.row.name = draft_.data.text.keep(id);
        made.row.level = next.empty() ? Level::region : Level::commune;
        while (words >> next) made.parents.push_back({find(territories_, next)});
        present(Table::territories, {"id", "name", "level", "parent"});
    }

    void actor(Kind kind, std::istringstream& words) {
        std::string id;
        words >> id;
        actors_[id] = static_cast<std::uint32_t>(draft_.actors.size());
        Actor& made = draft_.actors.emplace_back();
        made.id = made.name = draft_.data.text.keep(id);
        made.kind = kind;
        made.sphere = kind == Kind::public_body ? Sphere::political
                      : kind == Kind::citizen   ? Sphere::citizen
                                                : Sphere::organisation;
        for (std::string next; words >> next;) {
            if (next[0] == '/') made.seat = {find(territories_, next.substr(1))};
            if (next == "person") made.person = true;
            if (next == "catalyst") made.catalyst = true;
            if (next == "closed" && words >> next) made.closed = date_of(next);
            if (next == "created" && words >> next) made.created = date_of(next);
        }
    }

    /// What stands between the id and the colon, for the three families.
    struct Head {
        std::string id;
        std::vector<std::string> other;
        std::vector<std::string> members;
    };
    template <class Row>
    Head head(std::istringstream& words, Row& row, Table table) {
        Head head;
        std::string dates;
        words >> head.id >> dates;
        present(table, {"id", "name", "start", "end"});
        row.row.id = row.row.name = draft_.data.text.keep(head.id);
        bool in_members = dates.ends_with(':');
        if (in_members) dates.pop_back();
        const std::size_t dots = dates.find("..");
        row.row.start = date_of(dates.substr(0, dots));
        if (dots != std::string::npos) row.row.end = date_of(dates.substr(dots + 2));
        for (std::string next; words >> next;) {
            if (in_members) {
                head.members.push_back(next);
                continue;
            }
            in_members = next.ends_with(':');
            if (in_members) next.pop_back();
            if (next.empty()) continue;
            if (next[0] == '/') {
                row.places.push_back({find(territories_, next.substr(1))});
                present(table, {"territory"});
            } else if (next[0] == '#') {
                row.themes.push_back(theme(next.substr(1)));
                present(table, {"themes"});
            } else {
                head.other.push_back(next);
            }
        }
        return head;
    }

    void meeting(std::istringstream& words) {
        auto& row = draft_.events.rows.emplace_back();
        const Head h = head(words, row, Table::events);
        const auto index = static_cast<std::uint32_t>(events_.size());
        events_[h.id] = index;
        for (std::size_t i = 0; i + 1 < h.other.size(); ++i)
            if (h.other[i] == "by") row.row.convenor = {find(actors_, h.other[i + 1])};
        present(Table::attendance, {"event", "actor", "role"});
        for (const std::string& name : h.members) {
            const bool absent = name[0] == '!';
            const ActorId who{find(actors_, absent ? name.substr(1) : name)};
            draft_.events.members.push_back(
                {index,
                 {who, absent ? AttendanceRole::invited_absent : AttendanceRole::participant, {}}});
        }
    }

    void alliance(std::istringstream& words) {
        auto& row = draft_.partnerships.rows.emplace_back();
        const Head h = head(words, row, Table::partnerships);
        const auto index = static_cast<std::uint32_t>(alliances_.size());
        alliances_[h.id] = index;
        for (std::size_t i = 0; i < h.other.size(); ++i) {
            if (const auto type = word<PartnershipType>(partnership_types, h.other[i]))
                row.row.type = *type;
            if (h.other[i] == "seen") row.row.last_seen = date_of(h.other.at(i + 1));
            if (h.other[i] == "amount") row.row.amount = std::stod(h.other.at(i + 1));
        }
        present(Table::partnership_members, {"partnership", "actor", "role"});
        add_parties(h, index, draft_.partnerships.members);
    }

    void project(std::istringstream& words) {
        auto& row = draft_.experiments.rows.emplace_back();
        const Head h = head(words, row, Table::experiments);
        const auto index = static_cast<std::uint32_t>(projects_.size());
        projects_[h.id] = index;
        present(Table::experiment_members, {"experiment", "actor", "role"});
        add_parties(h, index, draft_.experiments.members);
    }

    void add_parties(const Head& h, std::uint32_t relation,
                     std::vector<DraftMember<Party>>& members) {
        for (const std::string& name : h.members) {
            const std::size_t star = name.find('*');
            Role role = Role::partner;
            if (star != std::string::npos) role = *word<Role>(roles, name.substr(star + 1));
            members.push_back({relation, {{find(actors_, name.substr(0, star))}, role, {}, {}}});
        }
    }

    void stage(std::istringstream& words) {
        std::string project, name, date, by;
        words >> project >> name >> date;
        StageEntry row{*word<Stage>(stages, name), date_of(date), {}};
        if (words >> by) row.declared_by = {find(actors_, by)};
        present(Table::experiment_stages, {"experiment", "stage", "date"});
        draft_.stages.push_back({find(projects_, project), row});
    }

    void about(std::istringstream& words) {
        std::string project, what, value;
        words >> project;
        Experiment& row = draft_.experiments.rows[find(projects_, project)].row;
        const std::map<std::string, std::optional<bool>*> facts{{"fragile", &row.fragile_public},
                                                                {"solution", &row.new_solution},
                                                                {"process", &row.new_process},
                                                                {"model", &row.new_model}};
        const std::map<std::string, std::string> columns{
            {"inventor", "inventor"},      {"declared", "declared_nature"},
            {"taken_up", "taken_up_as"},   {"domain", "domains"},
            {"fragile", "fragile_public"}, {"solution", "new_solution"},
            {"process", "new_process"},    {"model", "new_model"}};
        while (words >> what >> value) {
            present(Table::experiments, {columns.at(what)});
            if (what == "inventor") row.inventor = {find(actors_, value)};
            if (what == "declared") row.declared_nature = *word<Nature>(natures, value);
            if (what == "taken_up") row.taken_up_as = *word<TakenUp>(taken_up_words, value);
            if (what == "domain") row.domains |= *word<Domain>(domain_words, value);
            if (const auto fact = facts.find(what); fact != facts.end())
                *fact->second = value == "yes";
        }
    }

    void site(std::istringstream& words) {
        std::string project, territory, who, date;
        words >> project >> territory >> who >> date;
        present(Table::experiment_sites, {"experiment", "territory", "operator", "date"});
        Site row;
        row.territory = {find(territories_, territory)};
        if (who != "?") row.run_by = {find(actors_, who)};
        row.date = date_of(date);
        std::string use;
        if (words >> use) row.use = draft_.data.text.keep(use);
        draft_.sites.push_back({find(projects_, project), row});
    }

    void evaluation(std::istringstream& words) {
        std::string object, mode, date;
        words >> object >> mode >> date;
        present(Table::evaluations, {"object", "mode", "date"});
        const Evaluation row{*word<EvaluationMode>(evaluation_modes, mode), date_of(date), {}};
        if (projects_.contains(object))
            draft_.experiment_evaluations.push_back({projects_[object], row});
        else
            draft_.partnership_evaluations.push_back({find(alliances_, object), row});
    }

    void funding(std::istringstream& words) {
        std::string owner, source;
        Funding row;
        words >> owner >> row.year >> source >> row.amount;
        present(Table::funding, {"owner", "year", "source", "amount"});
        row.source = *word<FundingSource>(funding_sources, source);
        if (projects_.contains(owner))
            draft_.funding.push_back({projects_[owner], row});
        else
            draft_.actor_funding.push_back({find(actors_, owner), row});
    }

    void support(std::istringstream& words) {
        std::string project, lever, provider, next;
        words >> project >> lever >> provider;
        present(Table::supports, {"experiment", "provider", "lever", "stage", "date", "days"});
        Support row;
        row.provider = {find(actors_, provider)};
        row.lever = *word<Lever>(support_levers, lever);
        while (words >> next) {
            if (const auto stage = word<Stage>(stages, next))
                row.stage = *stage;
            else if (next == "days" && words >> next)
                row.days = std::stod(next);
            else
                row.date = date_of(next);
        }
        draft_.supports.push_back({find(projects_, project), row});
    }

    void need(std::istringstream& words) {
        std::string project, name, met, date;
        words >> project >> name >> met >> date;
        present(Table::needs, {"experiment", "need", "met_on"});
        DeclaredNeed row;
        row.need = word<Need>(project_needs, name);
        row.text = draft_.data.text.keep(name);
        row.met_on = date_of(date);
        draft_.needs.push_back({find(projects_, project), row});
    }

    void impact(std::istringstream& words) {
        std::string object, kind, next;
        words >> object >> kind;
        present(Table::impacts, {"object", "impact", "actor", "date"});
        Impact row;
        row.impact = *word<ImpactKind>(impact_kinds, kind);
        while (words >> next)
            if (next == "for" && words >> next)
                row.actor = {find(actors_, next)};
            else
                row.date = date_of(next);
        if (projects_.contains(object))
            draft_.experiment_impacts.push_back({projects_[object], row});
        else
            draft_.partnership_impacts.push_back({find(alliances_, object), row});
    }

    void pledge(std::istringstream& words) {
        std::string alliance, who, next;
        words >> alliance >> who;
        present(Table::partnership_members, {"objectives", "value"});
        Pledge row{{find(actors_, who)}, {}, {}, {}};
        while (words >> next)
            if (const auto objective = word<Objective>(objectives, next))
                row.seeks |= *objective;
            else
                row.value = std::stod(next);
        draft_.pledges.push_back({find(alliances_, alliance), row});
    }

    void lever(std::istringstream& words) {
        std::string who, name;
        LeverLevel row;
        words >> who >> name >> row.offer >> row.need;
        present(Table::levers, {"actor", "lever", "offer", "need"});
        row.actor = {find(actors_, who)};
        row.key = row.label = draft_.data.text.keep(name);
        draft_.levers.push_back(row);
    }

    void rating(std::istringstream& words) {
        std::string rater, rated, item, date;
        Rating row;
        words >> rater >> rated >> item >> row.score;
        present(Table::ratings, {"rater", "rated", "item", "score"});
        row.rater = {find(actors_, rater)}, row.rated = {find(actors_, rated)};
        const auto code = std::ranges::find(rating_item_codes, item);
        row.item = static_cast<RatingItem>(code - rating_item_codes.begin());
        if (words >> date) row.date = date_of(date);
        draft_.ratings.push_back(row);
    }

    void engagement(std::istringstream& words) {
        std::string who, mean, next;
        Engagement row;
        words >> who >> row.year >> mean;
        present(Table::engagements, {"actor", "year", "mean"});
        row.actor = {find(actors_, who)};
        row.mean = *word<EngagementMean>(engagement_means, mean);
        while (words >> next) {
            if (const auto motor = word<EngagementMotor>(engagement_motors, next)) {
                row.motor = *motor;
                continue;
            }
            double number = 0;
            words >> number;
            (next == "people"      ? row.people
             : next == "returning" ? row.returning
                                   : row.hours) = number;
        }
        draft_.engagements.push_back(row);
    }

    void stake(std::istringstream& words) {
        std::string owner, name;
        words >> owner >> name;
        if (territories_.contains(owner)) {
            present(Table::territory_stakes, {"territory", "stake"});
            draft_.territory_stakes.push_back({{territories_[owner]}, theme(name)});
        } else {
            present(Table::stakes, {"actor", "stake"});
            draft_.actor_stakes.push_back({{find(actors_, owner)}, theme(name)});
        }
    }
};

}  // namespace

Dataset sketch(std::string_view text) {
    return Sketcher().draw(text);
}

std::uint32_t row_of(const Dataset& data, std::string_view id) {
    const auto in = [&](const auto& rows) -> std::optional<std::uint32_t> {
        for (std::uint32_t i = 0; i < rows.size(); ++i)
            if (rows[i].id == id) return i;
        return std::nullopt;
    };
    for (const auto found : {in(data.actors), in(data.events.rows), in(data.partnerships.rows),
                             in(data.experiments.rows), in(data.territories)})
        if (found) return *found;
    throw std::logic_error("no row " + std::string(id));
}

}  // namespace maillage::test
