// Who stands where in the network of alliances: who alone joins two parts of it, and who stands
// between two worlds. One size of symbol and no order of importance: marks say what the report
// counts, and a name stands beside fragility only where it holds without a tenth of the alliances.

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/roles.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/words.hpp>
#include <maillage/privacy/citizens.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using metrics::Scope;

const base::Words no_articulation{"aucun acteur ne relie seul deux parties du réseau d’alliances",
                                  "no actor alone joins two parts of the network of alliances"};
const Phrase articulations{{"{0} acteur relie seul deux parties du réseau d’alliances",
                            "{0} actor alone joins two parts of the network of alliances"},
                           {"{0} acteurs relient seuls deux parties du réseau d’alliances",
                            "{0} actors alone join two parts of the network of alliances"}};
const Phrase bridges{{", {0} lien aussi", ", {0} tie does"},
                     {", {0} liens aussi", ", {0} ties do"}};
const Phrase between{{"\u202f; {0} acteur est l’allié commun de deux autres mondes",
                      "; {0} actor is the common ally of two other worlds"},
                     {"\u202f; {0} acteurs sont l’allié commun de deux autres mondes",
                      "; {0} actors are the common ally of two other worlds"}};

const base::Words heading_places{"Places dans le réseau", "Places in the network"};
const Phrase articulations_in_all{
    {"{0} acteur relie seul deux parties", "{0} actor alone joins two parts"},
    {"{0} acteurs relient seuls deux parties", "{0} actors alone join two parts"}};
const Phrase articulations_kept{
    {"dont {0} dans 80 tirages sur 100 au moins", "of which {0} in 80 draws of 100 at least"},
    {"dont {0} dans 80 tirages sur 100 au moins", "of which {0} in 80 draws of 100 at least"}};
const Phrase bridges_in_all{
    {"{0} lien relie seul deux parties", "{0} tie alone joins two parts"},
    {"{0} liens relient seuls deux parties", "{0} ties alone join two parts"}};
const Phrase between_in_all{{"{0} allié commun d’acteurs de deux autres mondes",
                             "{0} common ally of actors of two other worlds"},
                            {"{0} alliés communs d’acteurs de deux autres mondes",
                             "{0} common allies of actors of two other worlds"}};
const Phrase persons_not_marked{
    {"{0} place d’une personne, qui n’est pas marquée", "{0} place of a person, not marked"},
    {"{0} places de personnes, qui ne sont pas marquées", "{0} places of persons, not marked"}};

const base::Words heading_list{"Ce qui relie seul deux parties (et combien d’acteurs)",
                               "What alone joins two parts (and how many actors)"};
const Phrase without_actor{
    {"{1}\u202f: sans cet acteur, {0} autre ne serait plus relié au reste",
     "{1}: without this actor, {0} other would no longer be joined to the rest"},
    {"{1}\u202f: sans cet acteur, {0} autres ne seraient plus reliés au reste",
     "{1}: without this actor, {0} others would no longer be joined to the rest"}};
const Phrase without_tie{
    {"{1} – {2}\u202f: sans ce lien, {0} acteur ne serait plus relié au reste",
     "{1} – {2}: without this tie, {0} actor would no longer be joined to the rest"},
    {"{1} – {2}\u202f: sans ce lien, {0} acteurs ne seraient plus reliés au reste",
     "{1} – {2}: without this tie, {0} actors would no longer be joined to the rest"}};
const base::Words percent{"{0}\u202f%", "{0}%"};
const base::Words brief_actor{"{0} ({1})", "{0} ({1})"};
const base::Words brief_tie{"{0} – {1} ({2})", "{0} – {1} ({2})"};
const base::Words draws{"% devant un nom, chiffre d’un trait double\u202f: part des tirages",
                        "% before a name, figure of a double line: share of the draws"};
const base::Words several{"×2 dans un losange\u202f: deux alliances entre les mêmes",
                          "×2 in a diamond: two alliances of the same parties"};

const Phrase isolated_left_out{{"{0} acteur sans alliance ici, faute de place",
                                "{0} actor without an alliance here, for want of room"},
                               {"{0} acteurs sans alliance ici, faute de place",
                                "{0} actors without an alliance here, for want of room"}};
const Phrase unmarked_left_out{
    {"{0} acteur sans marque, faute de place", "{0} actor without a mark, for want of room"},
    {"{0} acteurs sans marque, faute de place", "{0} actors without a mark, for want of room"}};
const Phrase with_others{{"{0} alliance dont une seule partie est de ce réseau",
                          "{0} alliance with one party only in this network"},
                         {"{0} alliances dont une seule partie est de ce réseau",
                          "{0} alliances with one party only in this network"}};
const base::Words only_marked{"Seuls les acteurs marqués sont dessinés",
                              "Only the actors marked are drawn"};
const base::Words marks_not_drawn{"les places ne sont pas dessinées", "places are not drawn"};
const base::Words reading_of_roles{
    "Lecture\u202f: un cercle entoure un acteur, un trait double est un lien, sans lesquels une "
    "partie du réseau ne serait plus reliée au reste\u202f; le pourcentage est la part des tirages "
    "sans un dixième des alliances où c’est encore vrai. Une alliance non notée fait croire à un "
    "passage unique.",
    "Reading: a ring is around an actor, a double line is a tie, without which a part of the "
    "network would no longer be joined to the rest; the percentage is the share of draws without a "
    "tenth of the alliances in which it is still true. An alliance not written down makes a way "
    "look like the only one."};
const base::Words description_of_roles{
    "Carte du réseau d’alliances. Cercle\u202f: acteur qui relie seul deux parties\u202f; trait "
    "double\u202f: lien qui relie seul deux parties\u202f; bord épais\u202f: allié commun de deux "
    "autres mondes.",
    "Map of the network of alliances. Ring: an actor that alone joins two parts; double line: a "
    "tie "
    "that alone joins two parts; bold rim: the common ally of two other worlds."};

enum class Shown : std::uint8_t { everyone, tied, marked };

class RolesView {
  public:
    explicit RolesView(const Viewpoint& from)
        : from_(from),
          scope_(from.scope),
          language_(from.options.language),
          roles_(read_roles(from)),
          hides_persons_(privacy::merges_persons(from.scope, from.options.citizens)) {
        read_marks();
        write_list();
    }

    Drawing run() {
        for (const Shown shown : {Shown::everyone, Shown::tied, Shown::marked})
            if (auto drawing = one_by_one(shown)) return std::move(*drawing);
        if (auto drawing = merged()) return std::move(*drawing);
        throw base::LimitError(
            {"S021", {std::to_string(scope_.view.partnerships.actors.size())}, {}});
    }

  private:
    const Viewpoint& from_;
    const Scope& scope_;
    Language language_;
    Roles roles_;
    bool hides_persons_;
    std::vector<Marks> marks_;
    std::vector<std::uint8_t> ends_;  ///< Per actor: of a double line.
    MarginList list_;
    std::int64_t persons_ = 0;  ///< Places held by persons who are not named.

    [[nodiscard]] bool is_hidden(std::uint32_t actor) const {
        return hides_persons_ && scope_.data.actors[actor].person;
    }
    [[nodiscard]] bool is_hidden(const Passage& passage) const {
        return std::ranges::any_of(passage.actors, [&](auto actor) { return is_hidden(actor); });
    }
    [[nodiscard]] std::string in_language(const base::Words& words) const {
        return std::string(words.in(language_));
    }
    void add(LegendPart& part, const Phrase& phrase, std::int64_t count, Sign sign = {}) const {
        add_row(part, phrase, count, language_, std::move(sign));
    }

    void read_marks() {
        marks_.assign(scope_.data.actors.size(), {});
        ends_.assign(marks_.size(), 0);
        const auto mark = [&](std::uint32_t actor, bool Marks::*what) {
            if (is_hidden(actor))
                ++persons_;
            else
                marks_[actor].*what = true;
        };
        for (const Passage& passage : roles_.actors) {
            const std::uint32_t actor = passage.actors[0];
            mark(actor, &Marks::ringed);
            if (marks_[actor].ringed) marks_[actor].percent = static_cast<int>(passage.kept);
        }
        for (const std::uint32_t actor : roles_.between) mark(actor, &Marks::bold);
        for (const Passage& passage : roles_.ties) {
            if (is_hidden(passage)) ++persons_;
            for (const std::uint32_t actor : passage.actors) ends_[actor] = 1;
        }
    }

    /// By name, actors first: where a name stands says nothing.
    void write_list() {
        list_.heading = in_language(heading_list);
        for (const auto* passages : {&roles_.actors, &roles_.ties}) {
            const auto first = static_cast<std::ptrdiff_t>(list_.rows.size());
            for (const Passage& passage : *passages)
                if (!is_hidden(passage)) list_.rows.push_back(row_of(passage));
            std::stable_sort(list_.rows.begin() + first, list_.rows.end(),
                             [](const ListRow& a, const ListRow& b) {
                                 return base::comparison_key(a.words) <
                                        base::comparison_key(b.words);
                             });
        }
    }

    [[nodiscard]] ListRow row_of(const Passage& passage) const {
        std::vector<std::string> names;
        for (const std::uint32_t actor : passage.actors)
            names.push_back(base::clean_text(from_.naming.name({actor})));
        const Phrase& phrase = names.size() == 1 ? without_actor : without_tie;
        ListRow row{{},
                    say(phrase, passage.cut_off, language_, names),
                    say(percent, language_, {std::to_string(passage.kept)})};
        const bool is_tie = names.size() == 2;
        names.push_back(base::readable(passage.cut_off, language_));
        row.brief = say(is_tie ? brief_tie : brief_actor, language_, names);
        return row;
    }

    /// The running alliances between actors of V, each with its parties in V only: the network that
    /// the report speaks of.
    [[nodiscard]] Reading read(Shown shown) const {
        Reading all = drawing::read(scope_), reading;
        reading.listed = std::move(all.listed);
        reading.ties.assign(reading.listed.size(), Tie::none);
        reading.marks = marks_;
        std::vector<std::uint8_t> drawn(reading.listed.size(), 0);
        scope_.view.partnerships.actors.for_each([&](std::uint32_t actor) {
            const bool marked = marks_[actor] != Marks() || ends_[actor] != 0;
            drawn[actor] = shown != Shown::marked || marked ? 1 : 0;
        });
        for (std::size_t at = 0; at < all.alliances.size(); ++at) {
            const auto parties = parties_of(all.alliances[at], drawn);
            if (parties.size() < 2) continue;
            reading.add(scope_, all.alliances[at], all.states[at], false);
            const Passage* tie = tie_of(all.alliances[at]);
            reading.strokes.push_back(tie != nullptr ? Stroking::twofold : Stroking::single);
            reading.labels.push_back(tie != nullptr ? std::to_string(tie->kept) : "");
        }
        for (std::size_t i = 0; i < drawn.size(); ++i) {
            if (drawn[i] == 0) reading.ties[i] = Tie::none;
            const bool kept = shown == Shown::everyone ||
                              (shown == Shown::tied ? reading.ties[i] != Tie::none : drawn[i] != 0);
            if (!kept) reading.listed[i] = 0;
        }
        return reading;
    }

    [[nodiscard]] std::vector<std::uint32_t> parties_of(
        std::uint32_t alliance, const std::vector<std::uint8_t>& drawn) const {
        std::vector<std::uint32_t> parties;
        for (const graph::Vertex party : scope_.study.partnerships.incidence.members(alliance))
            if (drawn[party] != 0) parties.push_back(party);
        return parties;
    }

    /// The tie drawn double that an alliance is of; null for most.
    [[nodiscard]] const Passage* tie_of(std::uint32_t alliance) const {
        const auto members = scope_.study.partnerships.incidence.members(alliance);
        const auto found = std::ranges::find_if(roles_.ties, [&](const Passage& tie) {
            return !is_hidden(tie) && std::ranges::includes(members, tie.actors);
        });
        return found == roles_.ties.end() ? nullptr : &*found;
    }

    [[nodiscard]] Scene scene_of(const Reading& reading) const {
        Scene scene = make_scene(scope_, reading, from_.naming, from_.options);
        for (Alliance& alliance : scene.alliances)
            if (alliance.label.empty() && alliance.count > 1)
                alliance.label = "×" + std::to_string(alliance.count);
        return scene;
    }

    std::optional<Drawing> one_by_one(Shown shown) const {
        const Reading reading = read(shown);
        if (shown != Shown::everyone && reading.alliances.empty()) return std::nullopt;
        Counts counts = count(scope_, reading);
        Scene scene = scene_of(reading);
        LegendFacts facts = legend_facts(scope_, counts, scene, from_.options);
        facts.not_drawn = keep_largest_of_few(scene);
        LegendParts parts = legend_of(counts, facts);
        const Counts everyone = count(scope_, read(Shown::everyone));
        if (shown == Shown::tied)
            add(parts.hidden, isolated_left_out, everyone.actors - counts.actors);
        if (shown == Shown::marked) {
            add(parts.hidden, unmarked_left_out, everyone.actors - counts.actors);
            add(parts.hidden, words::other_alliances, total(everyone) - total(counts));
        }
        Texts texts = write(everyone);
        if (shown == Shown::marked) join(texts.notice, in_language(only_marked));
        return network_sheet({parts, scene, texts, from_.options, nullptr, &list_}, all_names);
    }

    [[nodiscard]] static std::int64_t total(const Counts& counts) {
        return counts.alliances[0] + counts.alliances[1] + counts.alliances[2];
    }

    std::optional<Drawing> merged() const {
        const Reading reading = read(Shown::everyone);
        const Counts counts = count(scope_, reading);
        const Scene scene = make_scene(scope_, reading, from_.naming, from_.options);
        LegendFacts facts = legend_facts(scope_, counts, scene, from_.options);
        for (const auto& [cards, bundles] : merged_sizes(from_.options.paper)) {
            const MergedScene merged =
                merge(scope_, reading, Counting::running, from_.options, cards, bundles);
            facts.merged = &merged;
            LegendParts parts = legend_of(counts, facts);
            // Places come first; none is drawn.
            LegendPart places;
            add_places(places);
            for (std::size_t i = 0; i < places.rows.size(); ++i) parts.relations.rows[i].sign = {};
            Texts texts = write(counts);
            const Phrase& said =
                merged.by_territory ? words::merged_by_territory : words::merged_by_kind;
            join(texts.notice, say(said, counts.actors + counts.elsewhere, language_));
            join(texts.notice, in_language(marks_not_drawn));
            for (const double share : margin_shares)
                if (auto drawing = merged_sheet(
                        {parts, scene, texts, from_.options, nullptr, &list_}, merged, share))
                    return drawing;
        }
        return std::nullopt;
    }

    LegendParts legend_of(const Counts& counts, const LegendFacts& facts) const {
        LegendFacts told = facts;
        told.several = false;
        LegendParts parts = legend(counts, told);
        LegendPart states = std::exchange(parts.relations, {in_language(heading_places), {}});
        add_places(parts.relations);
        std::ranges::move(states.rows, std::back_inserter(parts.relations.rows));
        if (facts.merged == nullptr && !list_.rows.empty())
            parts.relations.rows.push_back({{}, in_language(draws)});
        if (facts.merged == nullptr && facts.several)
            parts.relations.rows.push_back({{}, in_language(several)});
        add(parts.hidden, with_others, outside_alliances());
        add(parts.hidden, persons_not_marked, persons_);
        return parts;
    }

    void add_places(LegendPart& part) const {
        Symbol sample;
        sample.kind = model::Kind::association;
        sample.tie = Tie::current;
        const Item actor = actor_item(sample, 6);
        add(part, articulations_in_all, roles_.articulations);
        Sign ring = sign_of(actor);
        Item around = ring_of(actor);
        around.width = around.height = 10.5;
        ring.items.push_back(around);
        add(part, articulations_kept, shown_of(roles_.actors), std::move(ring));
        add(part, bridges_in_all, roles_.bridges);
        add(part, articulations_kept, shown_of(roles_.ties),
            sign_of(alliance_item(State::active, false, 9),
                    tie_line(State::active, 0, 0, Stroking::twofold)));
        sample.marks.bold = true;
        add(part, between_in_all, static_cast<std::int64_t>(roles_.between.size()),
            sign_of(actor_item(sample, 9)));
    }

    [[nodiscard]] static std::int64_t shown_of(const std::vector<Passage>& passages) {
        return static_cast<std::int64_t>(passages.size());
    }

    [[nodiscard]] std::int64_t outside_alliances() const {
        std::vector<std::uint8_t> inside(marks_.size(), 0);
        scope_.view.partnerships.actors.for_each([&](std::uint32_t actor) { inside[actor] = 1; });
        return std::ranges::count_if(scope_.running_partnerships, [&](std::uint32_t i) {
            return parties_of(i, inside).size() < 2;
        });
    }

    [[nodiscard]] std::string title(const Counts& counts) const {
        const std::string moment = drawing::moment(scope_, language_);
        if (total(counts) == 0) {
            const Phrase& who = counts.persons > 0 ? words::actors : words::bodies;
            return opened(moment + say(words::no_alliance, counts.actors, language_,
                                       {say(who, counts.actors, language_)}));
        }
        std::string text = moment;
        if (roles_.articulations == 0)
            text += in_language(no_articulation);
        else
            text += say(articulations, roles_.articulations, language_);
        if (roles_.bridges > 0) text += say(bridges, roles_.bridges, language_);
        const auto brokers = static_cast<std::int64_t>(roles_.between.size());
        if (brokers > 0) text += say(between, brokers, language_);
        return opened(text + ".");
    }

    [[nodiscard]] Texts write(const Counts& counts) const {
        Texts texts = texts_around(scope_, scope_.view.partnerships.attribution, from_.options,
                                   in_language(reading_of_roles));
        texts.title = title(counts);
        texts.description = in_language(description_of_roles);
        return texts;
    }
};

}  // namespace

Drawing roles_view(const Viewpoint& from) {
    return RolesView(from).run();
}

}  // namespace maillage::drawing
