#include <algorithm>
#include <tuple>

#include <maillage/base/clean_text.hpp>
#include <maillage/drawing/chain.hpp>
#include <maillage/drawing/words.hpp>
#include <maillage/metrics/projects.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using base::Words;
using metrics::Scope;
using metrics::StakeChain;
using metrics::StakeMention;
using metrics::StakePlace;

const Words decided_on{"décidé par le territoire", "decided on by the territory"};
const Words cited_by{"cité par {0}", "cited by {0}"};
const Words cited_never_met{"cité par {0}, {1}", "cited by {0}, {1}"};
const Words decided_never_met{"décidé, {1}", "decided on, {1}"};
/// What is said of everything, and of a period.
struct Remark {
    Words whole, period;
};
const Remark never_met{{"jamais mis à table", "never on a table"},
                       {"pas mis à table dans la période", "not on a table in the period"}};
const Words not_noted{"non noté", "not noted"};
const Words no_meeting{"aucune rencontre notée", "no meeting noted"};
const Remark nothing_starts{
    {"on en parle, rien ne démarre encore", "talked about, nothing has started yet"},
    {"on en parle, rien n’a démarré dans la période",
     "talked about, nothing has started in the period"}};
const Words only_talk{"on en parle, pas d’alliance notée", "talked about, no alliance noted"};
const Words tried_without{"on essaie, pas d’alliance notée", "tried, no alliance noted"};
const Remark allied_without{{"des alliances, pas encore de projet", "alliances, no project yet"},
                            {"des alliances, pas de projet commencé dans la période",
                             "alliances, no project begun in the period"}};

/// A month or a year, as precise as a cell needs.
std::string short_date(const model::Date& date, bool with_month, Language language) {
    const std::string iso = date.iso();
    if (iso.size() < 7 || !with_month) return iso.substr(0, 4);
    if (language == Language::english) return iso.substr(0, 7);
    return iso.substr(5, 2) + "/" + iso.substr(0, 4);
}

class Maker {
  public:
    Maker(const Scope& scope, const metrics::Request& request, Language language)
        : scope_(scope),
          language_(language),
          whole_(!request.from && !request.to),
          states_(read(scope).states),
          found_(metrics::stake_chains(scope)) {}

    ChainScene run() {
        scene_.registry = found_.registry;
        std::vector<const StakeChain*> order;
        for (const StakeChain& chain : found_.chains) order.push_back(&chain);
        std::ranges::stable_sort(order, std::greater{}, [](const StakeChain* chain) {
            return std::tuple(chain->at(StakePlace::decided) > 0, chain->at(StakePlace::citing),
                              chain->at(StakePlace::events), chain->at(StakePlace::partnerships),
                              chain->at(StakePlace::experiments));
        });
        for (const StakeChain* chain : order) scene_.rows.push_back(row_of(*chain));
        for (std::size_t link = 0; link < chain_links; ++link)
            scene_.known[link] = found_.silences[link].empty();
        count_relations();
        return std::move(scene_);
    }

  private:
    const Scope& scope_;
    Language language_;
    bool whole_;  ///< The window is everything: what it does not hold never happened.
    std::vector<State> states_;
    metrics::StakeChains found_;
    ChainScene scene_;

    [[nodiscard]] std::string in_language(const Words& words) const {
        return std::string(words.in(language_));
    }

    ChainRow row_of(const StakeChain& chain) const {
        ChainRow row;
        row.stake = base::clean_text(scope_.data.themes[chain.stake].label);
        row.kinds = static_cast<std::uint8_t>(chain.kinds & found_.registry);
        for (std::size_t link = 0; link < chain_links; ++link) {
            row.cells[link].count = chain.counts[link];
            row.cells[link].known = found_.silences[link].empty();
            if (row.cells[link].known)
                row.cells[link].items = items_of(chain, static_cast<StakePlace>(link));
        }
        add_remarks(chain, row);
        if (chain.at(StakePlace::decided) > 0) row.facts.push_back(in_language(decided_on));
        const bool said = row.cells[0].known && row.cells[0].count == 0;
        if (chain.at(StakePlace::citing) > 0 && !said)
            row.facts.push_back(say(cited_by, language_, {citing_of(chain)}));
        return row;
    }

    [[nodiscard]] std::string citing_of(const StakeChain& chain) const {
        const bool persons =
            std::ranges::any_of(found_.mentions_of(chain), [&](const StakeMention& mention) {
                return mention.place == StakePlace::citing &&
                       scope_.data.actors[mention.row].person;
            });
        return say(persons ? words::actors : words::bodies, chain.at(StakePlace::citing),
                   language_);
    }

    [[nodiscard]] std::string in_language(const Remark& remark) const {
        return in_language(whole_ ? remark.whole : remark.period);
    }

    void add_remarks(const StakeChain& chain, ChainRow& row) const {
        auto& [meetings, alliances, projects] = row.cells;
        for (ChainCell& cell : row.cells)
            if (!cell.known) cell.remark = in_language(not_noted);
        if (meetings.known && meetings.count == 0) {
            const Words& words = chain.at(StakePlace::citing) > 0    ? cited_never_met
                                 : chain.at(StakePlace::decided) > 0 ? decided_never_met
                                                                     : no_meeting;
            meetings.remark = say(words, language_, {citing_of(chain), in_language(never_met)});
            meetings.is_hole = chain.is_cited_never_met();
        }
        if (alliances.known && alliances.count == 0) {
            if (projects.count > 0)
                alliances.remark = in_language(tried_without);
            else if (meetings.count > 0)
                alliances.remark =
                    projects.known ? in_language(nothing_starts) : in_language(only_talk);
            alliances.is_hole = meetings.known && chain.is_met_without_alliance();
        }
        if (projects.known && projects.count == 0 && alliances.count > 0) {
            projects.remark = in_language(allied_without);
            projects.is_hole = alliances.known;
        }
    }

    /// What stands in one cell before it is put in order.
    struct Draft {
        model::Date date;
        ChainItem item;
    };

    std::vector<ChainItem> items_of(const StakeChain& chain, StakePlace place) const {
        std::vector<Draft> drafts;
        for (const StakeMention& mention : found_.mentions_of(chain))
            if (mention.place == place) drafts.push_back(draft_of(place, mention.row));
        // The latest first; what has no date comes last.
        std::ranges::stable_sort(drafts, [](const Draft& a, const Draft& b) {
            if (!a.date.known() || !b.date.known()) return a.date.known() && !b.date.known();
            return a.date.first() > b.date.first();
        });
        std::vector<ChainItem> items;
        items.reserve(drafts.size());
        for (Draft& draft : drafts) items.push_back(std::move(draft.item));
        return items;
    }

    [[nodiscard]] Draft draft_of(StakePlace place, std::uint32_t row) const {
        const auto& data = scope_.data;
        if (place == StakePlace::events) return draft_of(data.events.rows[row], true);
        if (place == StakePlace::partnerships) {
            Draft draft = draft_of(data.partnerships.rows[row], false);
            draft.item.state = state_of(row);
            return draft;
        }
        Draft draft = draft_of(data.experiments.rows[row], false);
        if (!draft.date.known() && !data.stages[row].empty()) {
            draft.date = data.stages[row].front().date;
            draft.item.date = short_date(draft.date, false, language_);
        }
        if (const auto stage = metrics::current_stage(data, row, scope_.last_day))
            draft.item.stage = in_language(model::stages[static_cast<std::size_t>(*stage)].label);
        return draft;
    }

    [[nodiscard]] Draft draft_of(const model::Relation& relation, bool with_month) const {
        Draft draft;
        draft.date = relation.start;
        draft.item.date = short_date(relation.start, with_month, language_);
        draft.item.name = base::clean_text(relation.name.empty() ? relation.id : relation.name);
        return draft;
    }

    /// An alliance begun in the window runs on some day of it.
    [[nodiscard]] State state_of(std::uint32_t partnership) const {
        const auto& running = scope_.running_partnerships;
        const auto found = std::ranges::lower_bound(running, partnership);
        if (found == running.end() || *found != partnership) return State::ended;
        return states_[static_cast<std::size_t>(found - running.begin())];
    }

    void count_relations() {
        std::vector<std::vector<std::uint32_t>> rows(chain_links);
        for (const StakeMention& mention : found_.mentions)
            if (static_cast<std::size_t>(mention.place) < chain_links)
                rows[static_cast<std::size_t>(mention.place)].push_back(mention.row);
        const std::array<std::size_t, chain_links> all{
            scope_.events.relations.size(), scope_.new_partnerships.relations.size(),
            metrics::experiments_begun_in_window(scope_).size()};
        for (std::size_t link = 0; link < chain_links; ++link) {
            auto& named = rows[link];
            std::ranges::sort(named);
            named.erase(std::unique(named.begin(), named.end()), named.end());
            scene_.named[link] = static_cast<std::int64_t>(named.size());
            scene_.without_stake[link] = static_cast<std::int64_t>(all[link] - named.size());
        }
        for (const std::uint32_t partnership : rows[1])
            ++scene_.alliances[static_cast<std::size_t>(state_of(partnership))];
    }
};

}  // namespace

ChainScene chain_scene(const Scope& scope, const metrics::Request& request, Language language) {
    return Maker(scope, request, language).run();
}

}  // namespace maillage::drawing
