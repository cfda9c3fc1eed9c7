#include <algorithm>
#include <array>

#include <maillage/base/text.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using base::Severity;
using model::Kind;
using model::Sphere;

namespace {

/// What a few words of `subkind` say, remembered per spelling.
struct Subkind {
    bool elected = false;      ///< A public body led by elected people, or the state.
    bool one_person = false;   ///< A natural person.
    bool sole_trader = false;  ///< A company that is a natural person.
};

class Subkinds {
  public:
    const Subkind& read(std::string_view text) {
        if (const auto known = known_.find(text); known != known_.end()) return known->second;
        static constexpr std::array<std::string_view, 11> elected{
            "commune",     "ville",  "mairie", "epci",       "agglomeration", "intercommunalite",
            "departement", "region", "etat",   "prefecture", "collectivite"};
        static constexpr std::array<std::string_view, 4> traders{
            "autoentrepreneur", "microentrepreneur", "entrepreneurindividuel",
            "entrepriseindividuelle"};
        const std::string key = base::word_key(text);
        Subkind subkind;
        subkind.elected = std::ranges::find(elected, key) != elected.end();
        subkind.one_person = key == "personne" || key == "person";
        subkind.sole_trader = std::ranges::find(traders, key) != traders.end();
        return known_.try_emplace(std::string(text), subkind).first->second;
    }

  private:
    std::unordered_map<std::string, Subkind, KeyedHash, std::equal_to<>> known_;
};

class ActorReader {
  public:
    explicit ActorReader(Loading& loading) : loading_(loading), table_(loading, Table::actors) {}

    void read() {
        while (table_.next()) {
            if (!table_.accept()) continue;
            lines_.push_back(table_.line());
            loading_.draft.actors.push_back(actor());
        }
        report_names_alike();
    }

  private:
    Loading& loading_;
    TableReader table_;
    Subkinds subkinds_;
    std::vector<std::uint32_t> lines_;
    Slot kind_ = table_.slot("kind"), subkind_ = table_.slot("subkind"),
         person_ = table_.slot("person"), territory_ = table_.slot("territory"),
         longitude_ = table_.slot("longitude"), latitude_ = table_.slot("latitude"),
         sphere_ = table_.slot("sphere"), catalyst_ = table_.slot("catalyst"),
         functions_ = table_.slot("functions"), domains_ = table_.slot("domains"),
         scale_ = table_.slot("scale"), created_ = table_.slot("created"),
         closed_ = table_.slot("closed"), last_seen_ = table_.slot("last_seen");

    model::Actor actor() {
        const Entities& entities = loading_.of(Table::actors);
        const auto& entry = entities[static_cast<std::uint32_t>(entities.size() - 1)];
        model::Actor actor;
        actor.id = entry.id;
        actor.name = entry.name;
        actor.kind = table_.word(kind_, Kind::other);
        actor.subkind = subkind();
        const Subkind& said = subkinds_.read(actor.subkind);
        actor.person = table_.yes_no(person_).value_or(is_person(actor, said));
        actor.catalyst = table_.yes_no(catalyst_).value_or(false) || has_catalyst_function();
        place_in_sphere(actor, said);
        actor.seat = table_.reference<model::TerritoryId>(territory_);
        actor.longitude = table_.number(longitude_);
        actor.latitude = table_.number(latitude_);
        for (const std::uint32_t domain : table_.list(domains_))
            actor.domains |= static_cast<model::Domain>(domain);
        if (table_[scale_].known) actor.scale = table_.word(scale_, model::Scale::local);
        actor.created = table_.date(created_);
        actor.closed = table_.date(closed_);
        actor.last_seen = table_.date(last_seen_);
        return actor;
    }

    /// An empty subkind takes the word read for the kind, unless it is the value's own name.
    std::string_view subkind() {
        if (!table_[subkind_].text.empty()) return table_.keep(subkind_);
        const WordReading& word = table_[kind_].word;
        if (word.own_name) return {};
        if (word.hint == Hint::person && static_cast<Kind>(word.index) == Kind::citizen)
            return "personne";
        return table_.keep(kind_);
    }

    [[nodiscard]] bool is_person(const model::Actor& actor, const Subkind& said) const {
        if (table_[kind_].word.hint == Hint::group) return false;
        if (actor.kind == Kind::citizen) return actor.subkind.empty() || said.one_person;
        return actor.kind == Kind::company &&
               (said.sole_trader || table_[kind_].word.hint == Hint::person);
    }

    [[nodiscard]] bool has_catalyst_function() const {
        constexpr std::uint32_t catalyst = 1;
        const auto functions = table_.list(functions_);
        return std::ranges::find(functions, catalyst) != functions.end();
    }

    void place_in_sphere(model::Actor& actor, const Subkind& said) const {
        if (table_[sphere_].known) {
            actor.sphere = table_.word(sphere_, Sphere::organisation);
            return;
        }
        actor.sphere_assumed = actor.kind == Kind::public_body && actor.subkind.empty();
        const bool political = actor.sphere_assumed || said.elected;
        actor.sphere = actor.kind == Kind::citizen                    ? Sphere::citizen
                       : actor.kind == Kind::public_body && political ? Sphere::political
                                                                      : Sphere::organisation;
    }

    /// Two actors of one place whose names differ by an accent or a capital are often one.
    void report_names_alike() {
        std::vector<std::string_view> names;
        std::vector<std::uint32_t> seats;
        for (const model::Actor& actor : loading_.draft.actors) {
            names.push_back(actor.name);
            seats.push_back(actor.seat.index);
        }
        for (const auto& [first, other] : alike(names, seats)) {
            const auto& actors = loading_.draft.actors;
            loading_.issues.add(
                {Severity::warning,
                 {"W202",
                  {base::excerpt_of(actors[other].id), base::excerpt_of(actors[first].id),
                   std::to_string(lines_[first])},
                  {}},
                 loading_.of(Table::actors).file,
                 {},
                 lines_[other],
                 0,
                 {}});
        }
    }
};

}  // namespace

void read_actors(Loading& loading) {
    ActorReader(loading).read();
}

}  // namespace maillage::formats
