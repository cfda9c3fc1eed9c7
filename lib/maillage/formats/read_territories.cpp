#include <algorithm>

#include <maillage/formats/hierarchy.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using base::Severity;

namespace {

/// A cell `parent`, kept until all territories are known.
struct ParentCell {
    std::uint32_t territory;
    std::string_view text;
    Cell place;
};

class Parents {
  public:
    Parents(Loading& loading, TableReader& table, Slot column)
        : loading_(loading), table_(table), column_(column) {}

    void keep(std::uint32_t territory) {
        if (!table_[column_].text.empty())
            cells_.push_back({territory, table_.keep(column_), table_.place(column_)});
    }

    void resolve() {
        for (const ParentCell& cell : cells_)
            for_each_part(cell.text, [&](std::string_view part) {
                if (!trimmed(part).empty()) resolve(cell, trimmed(part));
            });
        open_loops(loading_.draft.territories,
                   [&](const std::vector<std::uint32_t>& loop) { report(loop); });
        table_.report_counted();
    }

  private:
    Loading& loading_;
    TableReader& table_;
    Slot column_;
    std::vector<ParentCell> cells_;  ///< By territory.

    void resolve(const ParentCell& cell, std::string_view text) {
        auto& child = loading_.draft.territories[cell.territory];
        const auto found = table_.resolve(column_, text, cell.place);
        if (!found) return;
        const model::TerritoryId parent{found->second};
        if (parent.index == cell.territory)
            table_.complain_at(cell.place, Severity::error, "E404",
                               {base::excerpt_of(child.row.id)});
        else if (std::ranges::find(child.parents, parent) == child.parents.end())
            child.parents.push_back(parent);
    }

    /// A loop is told at the cell that closes it; of a long one, the beginning is enough.
    void report(const std::vector<std::uint32_t>& loop) {
        constexpr std::size_t shown = 12;
        std::string text;
        for (std::size_t i = 0; i < loop.size(); ++i) {
            if (i == shown && loop.size() > shown + 1) {
                text += " > …";
                i = loop.size() - 1;
            }
            text.append(text.empty() ? "" : " > ")
                .append(loading_.draft.territories[loop[i]].row.id);
        }
        const std::uint32_t child = loop[loop.size() - 2];
        const auto cell = std::ranges::lower_bound(cells_, child, {}, &ParentCell::territory);
        table_.complain_at(cell->place, Severity::error, "E403", {text});
    }
};

}  // namespace

void read_territories(Loading& loading) {
    if (loading.file(Table::territories).empty()) {
        loading.of(Table::territories).state = Entities::State::free;
        return;
    }
    TableReader table(loading, Table::territories);
    const Slot code = table.slot("code"), level = table.slot("level"),
               parent = table.slot("parent"), population = table.slot("population"),
               longitude = table.slot("longitude"), latitude = table.slot("latitude"),
               code_system = table.slot("code_system"), from = table.slot("valid_from"),
               to = table.slot("valid_to");
    Entities& entities = loading.of(Table::territories);
    Parents parents(loading, table, parent);
    while (table.next()) {
        if (!table.accept()) continue;
        const auto entry = static_cast<std::uint32_t>(entities.size() - 1);
        model::Draft::DraftTerritory territory;
        territory.row = {entities[entry].id,
                         table.keep(code),
                         entities[entry].name,
                         table.keep(code_system),
                         table.word(level, model::Level::custom),
                         table.number(population),
                         table.number(longitude),
                         table.number(latitude),
                         table.date(from),
                         table.date(to)};
        if (!territory.row.code.empty())
            entities.add_code(territory.row.code, entry,
                              territory.row.level == model::Level::commune
                                  ? Entities::Rank::preferred
                                  : Entities::Rank::other);
        parents.keep(static_cast<std::uint32_t>(loading.draft.territories.size()));
        loading.draft.territories.push_back(std::move(territory));
    }
    parents.resolve();
}

}  // namespace maillage::formats
