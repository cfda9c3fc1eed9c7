// Two days on one map. Positions are those of one layout over everything that was there on either
// day or in between, so that nothing moves: what came has a bold rim, what went is grey.

#include <cmath>
#include <optional>
#include <utility>

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/view.hpp>
#include <maillage/drawing/words.hpp>
#include <maillage/metrics/map_difference.hpp>

namespace maillage::drawing {

namespace {

using base::Day;
using base::Language;
using metrics::Passage;
using metrics::Scope;
using metrics::Stock;

const base::Words end_of_year{"fin {0}", "the end of {0}"};
const base::Words between_days{"Entre {0} et {1}, ", "Between {0} and {1}, "};
const base::Words a_day{"le {0}", "{0}"};
const Phrase alliances_then_and_now{
    {"nous passons de {1} à {0} alliance\u202f: ", "we went from {1} to {0} alliance: "},
    {"nous passons de {1} à {0} alliances\u202f: ", "we went from {1} to {0} alliances: "}};
const Phrase actors_then_and_now{
    {"nous passons de {1} à {0} acteur\u202f: ", "we went from {1} to {0} actor: "},
    {"nous passons de {1} à {0} acteurs\u202f: ", "we went from {1} to {0} actors: "}};
const base::Words no_alliance_came{"aucune ne s’est ajoutée, ", "none was added, "};
const base::Words no_actor_came{"aucun ne s’est ajouté, ", "none was added, "};
const Phrase alliances_came{{"{0} s’est ajoutée, ", "{0} was added, "},
                            {"{0} se sont ajoutées, ", "{0} were added, "}};
const Phrase actors_came{{"{0} s’est ajouté, ", "{0} was added, "},
                         {"{0} se sont ajoutés, ", "{0} were added, "}};
const base::Words no_alliance_went{"aucune n’a pris fin.", "none ended."};
const base::Words no_actor_went{"aucun n’a cessé.", "none closed."};
const Phrase alliances_went{{"{0} a pris fin.", "{0} ended."}, {"{0} ont pris fin.", "{0} ended."}};
const Phrase actors_went{{"{0} a cessé.", "{0} closed."}, {"{0} ont cessé.", "{0} closed."}};

const base::Words sum{"{0} + {1} − {2} = {3}", "{0} + {1} − {2} = {3}"};
const Phrase came{{"{0} nouvelle", "{0} new"}, {"{0} nouvelles", "{0} new"}};
const Phrase lasting{{"{0} dure", "{0} lasts"}, {"{0} durent", "{0} last"}};
const Phrase went{{"{0} terminée", "{0} ended"}, {"{0} terminées", "{0} ended"}};
const Phrase passed{
    {"dont {0} née et terminée entre les deux dates", "of which {0} began and ended in between"},
    {"dont {0} nées et terminées entre les deux dates", "of which {0} began and ended in between"}};
const Phrase silent{
    {"dont {0} sans nouvelles depuis {1} mois", "of which {0} without news for {1} months"},
    {"dont {0} sans nouvelles depuis {1} mois", "of which {0} without news for {1} months"}};
const Phrase new_actors{{"{0} nouveau", "{0} new"}, {"{0} nouveaux", "{0} new"}};
const Phrase closed_actors{{"{0} a cessé", "{0} closed"}, {"{0} ont cessé", "{0} closed"}};
const Phrase never_allied{
    {"{0} sans alliance connue, ni avant ni après", "{0} without a known alliance, then or now"},
    {"{0} sans alliance connue, ni avant ni après", "{0} without a known alliance, then or now"}};
const Phrase newly_allied{
    {"{0} acteur n’avait pas d’allié, il en a", "{0} actor had no ally and has some"},
    {"{0} acteurs n’avaient pas d’allié, ils en ont", "{0} actors had no ally and have some"}};
const Phrase no_longer_allied{
    {"{0} acteur avait des alliés, il n’en a plus", "{0} actor had allies and has none"},
    {"{0} acteurs avaient des alliés, ils n’en ont plus", "{0} actors had allies and have none"}};
const Phrase lasting_left_out{
    {"{0} alliance qui dure, faute de place", "{0} alliance that lasts, for want of room"},
    {"{0} alliances qui durent, faute de place", "{0} alliances that last, for want of room"}};
const Phrase unchanged_left_out{{"{0} acteur dont rien n’a changé, faute de place",
                                 "{0} actor of whom nothing changed, for want of room"},
                                {"{0} acteurs dont rien n’a changé, faute de place",
                                 "{0} actors of whom nothing changed, for want of room"}};
const base::Words only_changes{"Seul ce qui a changé est dessiné", "Only what changed is drawn"};
const base::Words changes_figures{
    "+3 −1 dans un losange\u202f: 3 nouvelles et 1 terminée qui joignent les mêmes",
    "+3 −1 in a diamond: 3 new and 1 ended that join the same"};
const Phrase changes_between{{"{0} changement entre cadres", "{0} change between frames"},
                             {"{0} changements entre cadres", "{0} changes between frames"}};
const Phrase changes_inside{{"{0} changement dans un cadre", "{0} change within a frame"},
                            {"{0} changements dans un cadre", "{0} changes within a frame"}};
const base::Words reading_of_change{
    "Lecture\u202f: chaque symbole est à la même place pour les deux dates\u202f; un losange est "
    "une alliance, jointe à chacune de ses parties. Une alliance sans nouvelles compte comme en "
    "cours.",
    "Reading: each symbol has one place for both dates; a diamond is an alliance, joined to each "
    "of its parties. An alliance without news counts as running."};
const base::Words description_of_change{
    "Carte des alliances de deux dates. Bord épais\u202f: ce qui s’est ajouté\u202f; gris\u202f: "
    "ce qui a pris fin.",
    "Map of the alliances of two dates. Bold rim: what was added; grey: what ended."};
const base::Words nothing_changed{"Rien de connu n’a changé entre ces dates",
                                  "Nothing known changed between these dates"};

/// The figures of change_map_difference, and what splits them.
struct Figures {
    Stock actors, alliances;
    std::int64_t passed = 0;  ///< Alliances begun and over in between.
    std::int64_t newly_allied = 0, no_longer_allied = 0;

    [[nodiscard]] std::int64_t lasting() const {
        return alliances.before - (alliances.left - passed);
    }
};

Figures figures_of(const Scope& then, const Scope& now) {
    Figures figures;
    figures.actors = metrics::stock_of_actors(now.view, *then.last_day, *now.last_day);
    const auto of = [](double change) { return static_cast<std::int64_t>(std::abs(change)); };
    for (const auto& row : metrics::map_difference(then, now, metrics::Perimeter::full)) {
        const auto measure = metrics::key_part(row.record().key, metrics::KeyName::measure);
        if (measure == "alliances") {
            figures.alliances.before = of(*row.before->value);
            figures.alliances.after = of(*row.after->value);
        }
        if (measure == "alliances_new") figures.alliances.entered = of(*row.change);
        if (measure == "alliances_ended") figures.alliances.left = of(*row.change);
        if (measure == "allied_new") figures.newly_allied = of(*row.change);
        if (measure == "allied_ended") figures.no_longer_allied = of(*row.change);
    }
    return figures;
}

enum class Shown : std::uint8_t { everything, changes };

/// Everything of either day and of the days between, or only what changed and its parties.
class Reader {
  public:
    Reader(const Scope& scope, Day before, Day after, Shown shown)
        : scope_(scope), before_(before), after_(after), shown_(shown) {}

    Reading run() {
        const std::size_t actors = scope_.data.actors.size();
        reading_.listed.assign(actors, 0);
        reading_.marks.assign(actors, {});
        reading_.ties.assign(actors, Tie::none);
        read_actors();
        for (const std::uint32_t i : scope_.view.partnerships.relations) read_alliance(i);
        if (shown_ == Shown::changes) leave_out_unchanged();
        return std::move(reading_);
    }

  private:
    const Scope& scope_;
    Day before_, after_;
    Shown shown_;
    Reading reading_;

    void read_actors() {
        scope_.view.seats.for_each([&](std::uint32_t i) {
            const Passage did =
                metrics::passage(metrics::presence_of_actor(scope_.data, i, before_),
                                 metrics::presence_of_actor(scope_.data, i, after_));
            reading_.listed[i] = did == Passage::absent ? 0 : 1;
            reading_.marks[i].bold = did == Passage::entered || did == Passage::passed;
            reading_.marks[i].grey = did == Passage::left || did == Passage::passed;
        });
    }

    void read_alliance(std::uint32_t i) {
        const Passage did = metrics::passage(metrics::presence_of_alliance(scope_.data, i, before_),
                                             metrics::presence_of_alliance(scope_.data, i, after_));
        const bool is_left_out = did == Passage::lasting && shown_ == Shown::changes;
        if (did == Passage::absent || is_left_out) return;
        const bool is_over = did == Passage::left || did == Passage::passed;
        const bool is_new = did == Passage::entered || did == Passage::passed;
        // To have begun is news enough.
        const bool asks = did == Passage::lasting && is_silent(scope_, i);
        const State state = is_over ? State::ended : asks ? State::silent : State::active;
        reading_.add(scope_, i, state, is_new);
        reading_.strokes.push_back(is_new ? Stroking::bold : Stroking::single);
    }

    void leave_out_unchanged() {
        for (std::size_t i = 0; i < reading_.listed.size(); ++i)
            if (reading_.ties[i] == Tie::none && reading_.marks[i] == Marks())
                reading_.listed[i] = 0;
    }
};

/// The view, step by step: everything, else what changed, else territories.
class ChangeView {
  public:
    ChangeView(const Viewpoint& from, const metrics::TwoWindows& windows)
        : from_(from),
          language_(from.options.language),
          then_(from.scope.view, windows.before),
          now_(from.scope.view, windows.after),
          span_(metrics::window_of(*windows.before.first, *windows.after.last)),
          whole_(from.scope.view, span_) {
        if (!now_.study.as_of) throw base::UsageError({"U035", {}, {}});
        if (*now_.last_day <= *then_.last_day)
            throw base::UsageError(
                {"U036", {windows.after.period, base::iso(*now_.study.as_of)}, {}});
        figures_ = figures_of(then_, now_);
    }

    Drawing run() {
        for (const Shown shown : {Shown::everything, Shown::changes})
            if (auto drawing = one_by_one(shown)) return std::move(*drawing);
        if (auto drawing = merged()) return std::move(*drawing);
        throw base::LimitError({"S021", {std::to_string(figures_.actors.after)}, {}});
    }

  private:
    const Viewpoint& from_;
    Language language_;
    Scope then_, now_;
    metrics::Calendar::Window span_;
    Scope whole_;
    Figures figures_;

    [[nodiscard]] std::string number(std::int64_t count) const {
        return base::readable(count, language_);
    }
    [[nodiscard]] std::string in_language(const base::Words& words) const {
        return std::string(words.in(language_));
    }

    [[nodiscard]] Reading read(Shown shown) {
        Reading reading = Reader(whole_, *then_.last_day, *now_.last_day, shown).run();
        figures_.passed = 0;
        for (std::size_t i = 0; i < reading.alliances.size(); ++i)
            if (reading.born[i] != 0 && reading.states[i] == State::ended) ++figures_.passed;
        return reading;
    }

    std::optional<Drawing> one_by_one(Shown shown) {
        const Reading reading = read(shown);
        if (shown == Shown::changes && reading.alliances.empty()) return std::nullopt;
        const Counts counts = count(whole_, reading);
        Scene scene = scene_of(reading);
        LegendFacts facts = legend_facts(whole_, counts, scene, from_.options);
        facts.not_drawn = keep_largest_of_few(scene);
        LegendParts parts = legend_of(counts, facts, shown);
        Texts texts = write();
        if (shown == Shown::changes) {
            join(texts.notice, in_language(only_changes));
            add(parts.hidden, lasting_left_out, figures_.lasting());
            add(parts.hidden, unchanged_left_out, all_actors() - counts.actors);
        }
        return network_sheet({parts, scene, texts, from_.options}, all_names);
    }

    [[nodiscard]] std::int64_t all_actors() const {
        return figures_.actors.before + figures_.actors.entered;
    }

    Scene scene_of(const Reading& reading) const {
        Scene scene = make_scene(whole_, reading, from_.naming, from_.options);
        for (Alliance& alliance : scene.alliances) {
            const bool is_over = alliance.state == State::ended;
            if (alliance.born || is_over)
                alliance.name.insert(0, alliance.born && is_over ? "± "
                                        : alliance.born          ? "+ "
                                                                 : "− ");
        }
        return scene;
    }

    std::optional<Drawing> merged() {
        const Reading reading = read(Shown::everything);
        const Counts counts = count(whole_, reading);
        Scene scene = scene_of(reading);
        std::erase_if(scene.alliances, [](const Alliance& a) { return a.state != State::silent; });
        const LegendFacts facts = legend_facts(whole_, counts, scene, from_.options);
        for (const auto& [cards, bundles] : merged_sizes(from_.options.paper)) {
            const MergedScene scene_of_cards =
                merge(whole_, reading, Counting::changes, from_.options, cards, bundles);
            LegendParts parts = legend_of(counts, facts, Shown::everything);
            say_merged(parts, scene_of_cards);
            Texts texts = write();
            join(texts.notice, say(scene_of_cards.by_territory ? words::merged_by_territory
                                                               : words::merged_by_kind,
                                   counts.actors + counts.elsewhere, language_));
            for (const double share : margin_shares)
                if (auto drawing =
                        merged_sheet({parts, scene, texts, from_.options}, scene_of_cards, share))
                    return drawing;
        }
        return std::nullopt;
    }

    void say_merged(LegendParts& parts, const MergedScene& merged) const {
        for (LegendRow& row : parts.relations.rows) row.sign = {};
        add(parts.relations, changes_between, merged.between.all());
        add(parts.relations, changes_inside, merged.inside.all());
        parts.relations.rows.push_back({{}, in_language(changes_figures)});
        add(parts.hidden, words::other_bundles, merged.not_drawn);
        add(parts.hidden, lasting_left_out, figures_.lasting());
    }

    void add(LegendPart& part, const Phrase& phrase, std::int64_t count, Sign sign = {},
             const std::vector<std::string>& others = {}) const {
        add_row(part, phrase, count, language_, std::move(sign), others);
    }

    [[nodiscard]] LegendRow sum_of(const Stock& stock) const {
        return {{},
                say(sum, language_,
                    {number(stock.before), number(stock.entered), number(stock.left),
                     number(stock.after)})};
    }

    LegendParts legend_of(Counts counts, const LegendFacts& facts, Shown shown) const {
        const std::int64_t isolated = std::exchange(counts.isolated, 0);
        LegendParts parts;
        parts.symbols = legend_of_kinds(counts, language_);
        const bool moved = figures_.actors.entered + figures_.actors.left > 0;
        if (moved && shown == Shown::everything)
            parts.symbols.rows.insert(parts.symbols.rows.begin(), sum_of(figures_.actors));
        Symbol sample;
        add(parts.symbols, never_allied, isolated, sign_of(actor_item(sample, 9)));
        sample.kind = model::Kind::association;
        sample.tie = Tie::current;
        sample.marks.bold = true;
        add(parts.symbols, new_actors, figures_.actors.entered, sign_of(actor_item(sample, 9)));
        sample.marks = {};
        sample.marks.grey = true;
        add(parts.symbols, closed_actors, figures_.actors.left, sign_of(actor_item(sample, 9)));
        parts.relations = {in_language(words::states_heading), {sum_of(figures_.alliances)}};
        add_alliances(parts.relations, counts, facts, shown);
        parts.hidden = legend(counts, facts).hidden;
        return parts;
    }

    void add_alliances(LegendPart& part, const Counts& counts, const LegendFacts& facts,
                       Shown shown) const {
        const auto sign = [](State state, bool is_new) {
            return sign_of(alliance_item(state, is_new, 9),
                           tie_line(state, 0, 0, is_new ? Stroking::bold : Stroking::single));
        };
        add(part, came, figures_.alliances.entered, sign(State::active, true));
        const bool lasting_drawn = shown == Shown::everything;
        if (lasting_drawn) add(part, lasting, figures_.lasting(), sign(State::active, false));
        add(part, silent, counts.alliances[1], sign(State::silent, false),
            {std::to_string(facts.silent_months)});
        add(part, went, figures_.alliances.left, sign(State::ended, false));
        add(part, passed, figures_.passed, sign(State::ended, true));
        add(part, newly_allied, figures_.newly_allied);
        add(part, no_longer_allied, figures_.no_longer_allied);
        if (facts.several) part.rows.push_back({{}, in_language(words::several)});
    }

    [[nodiscard]] std::string day(Day day) const {
        const int year = base::year_of(day);
        if (day == model::Date::year(year).last())
            return say(end_of_year, language_, {std::to_string(year)});
        return say(a_day, language_, {base::in_words(day, language_)});
    }

    [[nodiscard]] std::string title() const {
        const bool of_actors = figures_.alliances.before + figures_.alliances.entered == 0;
        const Stock& stock = of_actors ? figures_.actors : figures_.alliances;
        const auto none_or = [&](std::int64_t count, const base::Words& none, const Phrase& some) {
            return count == 0 ? in_language(none) : say(some, count, language_);
        };
        std::string text =
            say(between_days, language_, {day(*then_.last_day), day(*now_.last_day)});
        text += say(of_actors ? actors_then_and_now : alliances_then_and_now, stock.after,
                    language_, {number(stock.before)});
        text += of_actors ? none_or(stock.entered, no_actor_came, actors_came)
                          : none_or(stock.entered, no_alliance_came, alliances_came);
        text += of_actors ? none_or(stock.left, no_actor_went, actors_went)
                          : none_or(stock.left, no_alliance_went, alliances_went);
        return text;
    }

    [[nodiscard]] Texts write() const {
        Texts texts = texts_around(whole_, whole_.view.partnerships.attribution, from_.options,
                                   in_language(reading_of_change));
        texts.title = title();
        texts.description = in_language(description_of_change);
        if (figures_.alliances.before + figures_.alliances.entered > 0)
            texts.nothing = in_language(nothing_changed);
        return texts;
    }
};

}  // namespace

Drawing change_view(const Viewpoint& from) {
    const auto windows = from.options.windows
                             ? from.options.windows
                             : metrics::last_two_years(from.scope.data, from.request);
    if (!windows) throw base::UsageError({"U035", {}, {}});
    return ChangeView(from, *windows).run();
}

}  // namespace maillage::drawing
