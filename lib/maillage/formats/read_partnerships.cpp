// Alliances, in any of three forms: a table of members; a cell `members` that lists them; one row
// for each pair, in columns `from` and `to`. Whatever the form, what is kept is a set of parties.

#include <algorithm>
#include <unordered_map>

#include <maillage/formats/members.hpp>

namespace maillage::formats {

using base::excerpt_of;
using base::Severity;
using model::ActorId;

namespace {

/// Rows of an edge list, each an alliance of two.
class Pairs {
  public:
    Pairs(Loading& loading, TableReader& table)
        : loading_(loading),
          table_(table),
          from_(table.slot("from")),
          to_(table.slot("to")),
          start_(table.slot("start")),
          type_(table.slot("type")) {}

    [[nodiscard]] bool present() const { return table_.reads(from_) && table_.reads(to_); }
    [[nodiscard]] ActorId from() const { return table_.reference<ActorId>(from_); }
    [[nodiscard]] ActorId to() const { return table_.reference<ActorId>(to_); }

    /// Refuses an actor allied with itself, warns of a pair told twice, and gives the row an id
    /// that does not depend on its place in the file.
    void check() {
        for (const Slot slot : {from_, to_}) require(slot);
        if (!from().known() || !to().known()) return;
        const auto& actors = loading_.draft.actors;
        if (from() == to())
            return table_.complain(Severity::error, "E402", to_,
                                   {excerpt_of(actors[to().index].id)});
        name(actors[from().index].id, actors[to().index].id);
    }

  private:
    struct Told {
        bool reversed;
        std::uint32_t line;
        int times;
    };
    Loading& loading_;
    TableReader& table_;
    Slot from_, to_, start_, type_;
    std::unordered_map<std::string, Told, KeyedHash, std::equal_to<>> told_;

    void require(Slot slot) {
        if (!table_[slot].text.empty()) return;
        const Column& column = schema_of(Table::partnerships).columns[slot.column];
        table_.complain(Severity::error, "E321", slot, {std::string(column.name)});
    }

    void name(std::string_view from, std::string_view to) {
        const bool reversed = to < from;
        std::string id(reversed ? to : from);
        id.append(" + ").append(reversed ? from : to);
        for (const Slot slot : {start_, type_})
            if (!table_[slot].text.empty()) id.append(", ").append(table_[slot].text);
        const auto [place, added] = told_.try_emplace(id, Told{reversed, table_.line(), 1});
        if (!added) {
            const Told& first = place->second;
            table_.complain(Severity::warning, first.reversed == reversed ? "W404" : "W403", to_,
                            {excerpt_of(from), excerpt_of(to), std::to_string(first.line)});
            id.append(" (").append(std::to_string(++place->second.times)).append(")");
        }
        if (table_.edge_list()) table_.set_id(id);
    }
};

class PartnershipReader {
  public:
    explicit PartnershipReader(Loading& loading) : loading_(loading) {}

    void read() {
        read_partnerships();
        read_members();
        const bool actors_known = loading_.of(Table::actors).state == Entities::State::read;
        if (members_known_ && actors_known) report_lonely();
    }

  private:
    Loading& loading_;
    std::vector<std::uint32_t> lines_;  ///< Of each partnership.
    bool members_known_ = false;

    [[nodiscard]] auto& draft() { return loading_.draft.partnerships; }

    void read_partnerships() {
        TableReader table(loading_, Table::partnerships);
        const RelationSlots slots(table);
        const Slot type = table.slot("type"), intensity = table.slot("intensity"),
                   amount = table.slot("amount"), members = table.slot("members");
        Pairs pairs(loading_, table);
        members_known_ = pairs.present() || table.reads(members);
        while (table.next()) {
            if (pairs.present()) pairs.check();
            if (!table.accept()) continue;
            const auto row = static_cast<std::uint32_t>(draft().rows.size());
            lines_.push_back(table.line());
            auto& partnership = draft().rows.emplace_back();
            fill_relation(partnership, loading_, table, Table::partnerships, slots);
            partnership.row.type = table.word(type, model::PartnershipType::other);
            if (table[intensity].known)
                partnership.row.intensity =
                    static_cast<std::uint8_t>(table[intensity].word.index + 1);
            partnership.row.amount = table.number(amount);
            if (pairs.present())
                for (const ActorId actor : {pairs.from(), pairs.to()}) add(row, actor);
            add_listed(table, members, row);
        }
        if (members_known_) say_members_are_there();
    }

    void add(std::uint32_t partnership, ActorId actor) {
        draft().members.push_back({partnership, {actor, model::Role::partner, {}, {}}});
    }

    /// The short form: parties listed in the cell.
    void add_listed(TableReader& table, Slot members, std::uint32_t row) {
        auto listed = table.references<ActorId>(members);
        std::ranges::sort(listed);
        for (std::size_t i = 0; i < listed.size(); ++i) {
            if (i == 0 || listed[i] != listed[i - 1]) {
                add(row, listed[i]);
                continue;
            }
            table.complain(Severity::warning, "W401", members,
                           {excerpt_of(loading_.draft.actors[listed[i].index].id),
                            excerpt_of(draft().rows[row].row.id), std::to_string(table.line())});
        }
    }

    /// Without a table of members, whoever asks for one must know that parties are told.
    void say_members_are_there() {
        if (!loading_.file(Table::partnership_members).empty()) return;
        const model::TableInfo& said = loading_.info(Table::partnerships);
        model::TableInfo& info = loading_.info(Table::partnership_members);
        info.present = true;
        info.file = said.file;
        info.sha256 = said.sha256;
        info.columns = {"partnership", "actor"};
        info.rows = draft().members.size();
    }

    void read_members() {
        TableReader table(loading_, Table::partnership_members);
        const Slot partnership = table.slot("partnership"), actor = table.slot("actor"),
                   role = table.slot("role"), joined = table.slot("joined"),
                   left = table.slot("left");
        const PledgeSlots pledge{table.slot("contribution"), table.slot("objectives"),
                                 table.slot("value")};
        std::vector<MemberRow> rows;
        while (table.next()) {
            if (table[partnership].known) {
                const model::Partnership& of = draft().rows[table[partnership].index].row;
                check_inside(table, joined, of);
                check_inside(table, left, of);
            }
            if (!table.accept()) continue;
            const auto who = table.reference<ActorId>(actor);
            rows.push_back({table[partnership].index, who.index, 0, table.line()});
            draft().members.push_back({table[partnership].index,
                                       {who, table.word(role, model::Role::partner),
                                        table.date(joined), table.date(left)}});
            read_pledge(table, pledge, table[partnership].index, who);
        }
        members_known_ = members_known_ || table.readable();
        report_repeated(loading_, Table::partnership_members, std::move(rows),
                        [&](std::uint32_t row) { return draft().rows[row].row.id; });
    }

    struct PledgeSlots {
        Slot brings, seeks, value;
    };

    void read_pledge(const TableReader& table, const PledgeSlots& slots, std::uint32_t partnership,
                     ActorId who) {
        model::Pledge pledge{who, {}, {}, table.number(slots.value)};
        for (const std::uint32_t word : table.list(slots.brings))
            pledge.brings |= static_cast<model::Contribution>(word);
        for (const std::uint32_t word : table.list(slots.seeks))
            pledge.seeks |= static_cast<model::Objective>(word);
        if (!pledge.brings.empty() || !pledge.seeks.empty() || pledge.value)
            loading_.draft.pledges.push_back({partnership, pledge});
    }

    static void check_inside(TableReader& table, Slot slot, const model::Partnership& of) {
        const base::Date date = table.date(slot);
        const bool early = certainly_before(date, of.start);
        if (!early && !certainly_before(of.end, date)) return;
        table.complain(Severity::error, early ? "E405" : "E406", slot,
                       {excerpt_of(table[slot].text), excerpt_of(of.id),
                        early ? of.start.iso() : of.end.iso()});
    }

    /// An alliance of one is kept, said, and left out of most figures.
    void report_lonely() {
        std::vector<std::pair<std::uint32_t, ActorId>> parties;
        parties.reserve(draft().members.size());
        for (const auto& member : draft().members)
            parties.emplace_back(member.relation, member.member.actor);
        std::ranges::sort(parties);
        parties.erase(std::unique(parties.begin(), parties.end()), parties.end());
        std::vector<std::uint32_t> sizes(draft().rows.size(), 0);
        for (const auto& [partnership, actor] : parties) ++sizes[partnership];
        for (std::uint32_t row = 0; row < sizes.size(); ++row) {
            if (sizes[row] >= 2) continue;
            loading_.issues.add(
                {Severity::warning,
                 {"W402", {excerpt_of(draft().rows[row].row.id), std::to_string(sizes[row])}, {}},
                 loading_.of(Table::partnerships).file,
                 {},
                 lines_[row],
                 0,
                 {}});
        }
    }
};

}  // namespace

void read_partnerships(Loading& loading) {
    PartnershipReader(loading).read();
}

}  // namespace maillage::formats
