#include <algorithm>
#include <limits>
#include <map>
#include <optional>
#include <tuple>

#include <maillage/atlas/network.hpp>
#include <maillage/base/clean_text.hpp>
#include <maillage/base/text.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::atlas {

namespace {

using metrics::Study;

class Maker {
  public:
    Maker(const Study& study, const privacy::Naming& naming,
          const metrics::Calendar::Window& window, drawing::Citizens citizens)
        : study_(study), data_(study.data), naming_(naming), window_(window) {
        listed_.assign(data_.actors.size(), 0);
        for (const model::TerritoryId territory : territories()) add_territory(territory);
        bool all_persons = true;
        for (std::uint32_t i = 0; i < listed_.size(); ++i)
            if (listed_[i] != 0 && !data_.actors[i].person) all_persons = false;
        network_.merges_persons = citizens == drawing::Citizens::merged ||
                                  (citizens == drawing::Citizens::automatic && !all_persons);
    }

    Network make() {
        shown_ = listed_;
        draft(data_.events, study_.events, Family::meeting);
        draft(data_.partnerships, study_.partnerships, Family::alliance);
        draft(data_.experiments, study_.experiments, Family::project);
        make_symbols();
        for (Relation& relation : network_.relations) add_members(relation);
        order_relations();
        network_.legal = study_.partnerships.left_out;
        return std::move(network_);
    }

  private:
    const Study& study_;
    const model::Dataset& data_;
    const privacy::Naming& naming_;
    const metrics::Calendar::Window& window_;
    std::vector<std::uint8_t> listed_, shown_;
    std::array<std::vector<std::uint8_t>, family_count> own_;  ///< Relations of the territories.
    Network network_;

    [[nodiscard]] std::vector<model::TerritoryId> territories() const {
        const auto& asked = study_.request.territories;
        const auto unknown = [](model::TerritoryId id) { return !id.known(); };
        if (asked.empty() || std::ranges::any_of(asked, unknown)) return {model::TerritoryId{}};
        return asked;
    }

    void add_territory(model::TerritoryId territory) {
        const metrics::TerritoryView view(study_, territory);
        view.seats.for_each([&](std::uint32_t actor) { listed_[actor] = 1; });
        const auto mark = [&](Family family, std::size_t rows, const auto& part) {
            auto& own = own_[static_cast<std::size_t>(family)];
            own.resize(rows, 0);
            for (const std::uint32_t row : part.relations) own[row] = 1;
        };
        mark(Family::meeting, data_.events.size(), view.events);
        mark(Family::alliance, data_.partnerships.size(), view.partnerships);
        mark(Family::project, data_.experiments.size(), view.experiments);
        if (!territory.known()) network_.lone = view.lone_partnerships.size();
    }

    [[nodiscard]] std::optional<base::Day> last_day() const {
        if (!window_.last) return study_.as_of;
        return study_.as_of ? std::min(*window_.last, *study_.as_of) : *window_.last;
    }

    [[nodiscard]] bool is_planned(const model::Relation& row) const {
        const auto last = last_day();
        return last && row.start.known() && row.start.last() > *last;
    }

    /// A meeting happens within the window; what lasts may run on some day of it.
    [[nodiscard]] bool is_in_window(const model::Relation& row, Family family) const {
        if (!window_.first) return true;
        if (family == Family::meeting)
            return !row.start.known() || row.start.first() >= *window_.first;
        return !metrics::is_over(row, *window_.first);
    }

    template <class Table>
    void draft(const Table& table, const metrics::Family& family, Family which) {
        const auto& own = own_[static_cast<std::size_t>(which)];
        for (std::uint32_t row = 0; row < table.size(); ++row) {
            const model::Relation& source = table.rows[row];
            if (own[row] == 0 || family.kept[row] == 0 || !is_in_window(source, which)) continue;
            if (is_planned(source)) {
                ++network_.planned[static_cast<std::size_t>(which)];
                continue;
            }
            Relation relation;
            relation.family = which;
            relation.row = row;
            relation.name = base::clean_text(source.name.empty() ? source.id : source.name);
            relation.start = source.start;
            relation.end = source.end;
            // Without any sign of life it has been silent from the first day on.
            if (row < family.life.size() && family.life[row] == metrics::Life::silent)
                relation.silent_since =
                    family.last_sign[row].value_or(std::numeric_limits<base::Day>::min() + 1);
            for (const model::ThemeId theme : table.themes[row])
                relation.themes.push_back(theme.index);
            if constexpr (requires { table.rows[row].type; })
                relation.type = static_cast<std::uint8_t>(table.rows[row].type);
            for (const graph::Vertex actor : family.incidence.members(row)) shown_[actor] = 1;
            network_.relations.push_back(std::move(relation));
        }
    }

    /// Natural persons stand together by kind, seat and place on the list.
    void make_symbols() {
        using Group = std::tuple<model::Kind, model::TerritoryId, std::uint8_t>;
        std::map<Group, std::size_t> groups;
        std::vector<Symbol> drafts;
        for (std::uint32_t i = 0; i < shown_.size(); ++i) {
            if (shown_[i] == 0) continue;
            const model::Actor& actor = data_.actors[i];
            if (actor.person) ++network_.persons;
            const bool merges = actor.person && network_.merges_persons;
            std::size_t at = drafts.size();
            if (merges)
                at = groups.try_emplace({actor.kind, actor.seat, listed_[i]}, at).first->second;
            if (at == drafts.size()) drafts.push_back(symbol_of(i));
            drafts[at].actors.push_back(i);
            if (merges) {
                ++drafts[at].persons;
                drafts[at].name.clear();
                drafts[at].catalyst = false;
            }
        }
        order_symbols(std::move(drafts));
    }

    [[nodiscard]] Symbol symbol_of(std::uint32_t i) const {
        const model::Actor& actor = data_.actors[i];
        Symbol symbol;
        symbol.kind = actor.kind;
        symbol.seat = actor.seat;
        symbol.catalyst = actor.catalyst;
        symbol.listed = listed_[i] != 0;
        symbol.is_person = actor.person;
        symbol.name = base::clean_text(naming_.name({i}));
        return symbol;
    }

    void order_symbols(std::vector<Symbol> drafts) {
        std::vector<std::pair<std::string, std::uint32_t>> order;
        for (std::uint32_t i = 0; i < drafts.size(); ++i)
            order.emplace_back(base::comparison_key(drafts[i].name), i);
        std::ranges::sort(order);
        network_.symbol_of.assign(data_.actors.size(), Network::none);
        for (const auto& [key, i] : order) {
            for (const std::uint32_t actor : drafts[i].actors)
                network_.symbol_of[actor] = static_cast<std::uint32_t>(network_.symbols.size());
            network_.symbols.push_back(std::move(drafts[i]));
        }
    }

    template <class Parties>
    [[nodiscard]] static std::uint16_t roles_of(const Parties& parties, std::uint32_t actor) {
        const auto found = std::ranges::lower_bound(
            parties, actor, {}, [](const auto& party) { return party.actor.index; });
        return found != parties.end() && found->actor.index == actor ? found->roles.bits
                                                                     : std::uint16_t{0};
    }

    [[nodiscard]] std::uint16_t roles_of(const Relation& relation, std::uint32_t actor) const {
        if (relation.family == Family::alliance)
            return roles_of(data_.partnerships.members[relation.row], actor);
        if (relation.family == Family::project)
            return roles_of(data_.experiments.members[relation.row], actor);
        std::uint16_t roles = roles_of(data_.events.members[relation.row], actor);
        if (data_.events.rows[relation.row].convenor.index == actor)
            roles |= model::WordSet(model::AttendanceRole::convenor).bits;
        return roles;
    }

    [[nodiscard]] const graph::Incidence& incidence_of(Family family) const {
        if (family == Family::meeting) return study_.events.incidence;
        return family == Family::alliance ? study_.partnerships.incidence
                                          : study_.experiments.incidence;
    }

    void add_members(Relation& relation) const {
        std::map<std::uint32_t, std::uint16_t> roles;
        for (const graph::Vertex actor : incidence_of(relation.family).members(relation.row))
            roles[network_.symbol_of[actor]] |= roles_of(relation, actor);
        for (const auto& [symbol, bits] : roles) relation.members.push_back({symbol, bits});
    }

    void order_relations() {
        const auto day = [](const Relation& r) {
            return r.start.known() ? r.start.first() : std::numeric_limits<base::Day>::min();
        };
        std::ranges::stable_sort(network_.relations, [&](const Relation& a, const Relation& b) {
            return std::tuple(a.family, day(a), a.row) < std::tuple(b.family, day(b), b.row);
        });
    }
};

}  // namespace

Network make_network(const Study& study, const privacy::Naming& naming,
                     const metrics::Calendar::Window& window, drawing::Citizens citizens) {
    return Maker(study, naming, window, citizens).make();
}

}  // namespace maillage::atlas
