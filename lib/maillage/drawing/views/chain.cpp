#include <algorithm>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/chain_sheet.hpp>
#include <maillage/drawing/figures.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/symbols.hpp>

namespace maillage::drawing {

namespace {

using base::Language;
using base::Words;

const Phrase followed{{"{0} enjeu suivi", "{0} stake followed"},
                      {"{0} enjeux suivis", "{0} stakes followed"}};
const Words in_period{" dans la période", " in the period"};
const Words no_stake{"aucun enjeu n’est noté", "no stake is noted"};
const Words no_hole{"aucun ne s’arrête entre les rencontres, les alliances et les projets",
                    "none stops between meetings, alliances and projects"};
const Words colon{" : ", ": "};
/// The holes of `stake_chain`, in its order.
struct Hole {
    std::string_view key;
    Phrase words;
};
const std::array<Hole, 3> holes{
    {{"measure=cited_never_met",
      {{"{0} n’est venu dans aucune rencontre", "{0} came up in no meeting"},
       {"{0} ne sont venus dans aucune rencontre", "{0} came up in no meeting"}}},
     {"measure=met_no_alliance",
      {{"{0} en reste aux rencontres, sans alliance", "{0} has meetings and no alliance"},
       {"{0} en restent aux rencontres, sans alliance", "{0} have meetings and no alliance"}}},
     {"measure=alliance_no_experiment",
      {{"{0} a des alliances et pas de projet", "{0} has alliances and no project"},
       {"{0} ont des alliances et pas de projet", "{0} have alliances and no project"}}}}};

const Words kinds_heading{"Qui prend part", "Who takes part"};
const Words absent_kind{"creux : sur le territoire, et n’y prend pas part",
                        "hollow: in the territory, and takes no part"};
const Words alliances_heading{"Alliances nommées", "Alliances named"};
const Words hidden_heading{"Ce qui n’est pas dans le tableau", "What is not in the table"};
const std::array<Phrase, chain_links> without_stake{
    {{{"{0} rencontre sans enjeu noté", "{0} meeting without a stake noted"},
      {"{0} rencontres sans enjeu noté", "{0} meetings without a stake noted"}},
     {{"{0} alliance sans enjeu noté", "{0} alliance without a stake noted"},
      {"{0} alliances sans enjeu noté", "{0} alliances without a stake noted"}},
     {{"{0} projet sans enjeu noté", "{0} project without a stake noted"},
      {"{0} projets sans enjeu noté", "{0} projects without a stake noted"}}}};

const std::array<Phrase, chain_links> counts_of{
    {{{"{0} rencontre", "{0} meeting"}, {"{0} rencontres", "{0} meetings"}},
     {{"{0} alliance", "{0} alliance"}, {"{0} alliances", "{0} alliances"}},
     {{"{0} projet", "{0} project"}, {"{0} projets", "{0} projects"}}}};
const Words reading{"Lecture : « {0} » a eu {1} dans la période.",
                    "Reading: “{0}” had {1} in the period."};
const Words in_table{
    "Rencontres de la période, alliances et projets qui y ont commencé, les plus récents d’abord ; "
    "chacun est dans la ligne de tous ses enjeux. Les enjeux décidés par le territoire viennent "
    "d’abord, puis les plus cités.",
    "Meetings of the period, alliances and projects begun in it, the latest first; each is in the "
    "row of all its stakes. Stakes that the territory decided on come first, then the most cited."};
const Words description{
    "Tableau des enjeux : pour chacun, ses rencontres, ses alliances et ses projets, par leur nom, "
    "et ce qui manque entre eux, en mots.",
    "Table of stakes: for each, its meetings, alliances and projects by name, and what is missing "
    "between them, in words."};

class ChainView {
  public:
    explicit ChainView(const Viewpoint& from)
        : from_(from),
          language_(from.options.language),
          scene_(chain_scene(from.scope, from.request, language_)) {}

    Drawing run() const { return chain_sheet(scene_, legend(), texts(), from_.options); }

  private:
    const Viewpoint& from_;
    Language language_;
    ChainScene scene_;

    [[nodiscard]] std::string in_language(const Words& words) const {
        return std::string(words.in(language_));
    }

    [[nodiscard]] std::string title() const {
        const Figures figures(from_, {"stake_chain"});
        const auto stakes = figures.count("stake_chain").value_or(0);
        if (stakes == 0) return in_language(no_stake) + ".";
        std::string clauses;
        bool all_known = true;
        for (const Hole& hole : holes) {
            const auto count = figures.count("stake_chain", hole.key);
            all_known = all_known && count;
            if (count.value_or(0) > 0)
                clauses.append(clauses.empty() ? "" : ", ")
                    .append(say(hole.words, *count, language_));
        }
        if (clauses.empty() && all_known) clauses = in_language(no_hole);
        const bool some_days = (from_.request.from || from_.request.to) &&
                               from_.scope.window.period.find('/') != std::string::npos;
        return say(followed, stakes, language_) + (some_days ? in_language(in_period) : "") +
               (clauses.empty() ? "" : in_language(colon) + clauses) + ".";
    }

    [[nodiscard]] Texts texts() const {
        std::string said;
        if (!scene_.rows.empty()) said = reading_of(scene_.rows.front());
        Texts texts = texts_around(from_.scope, from_.scope.view.partnerships.attribution,
                                   from_.options, said + in_language(in_table));
        texts.title = opened(moment(from_.scope, language_) + title());
        texts.description = in_language(description);
        return texts;
    }

    [[nodiscard]] std::string reading_of(const ChainRow& row) const {
        std::string counts;
        for (std::size_t link = 0; link < chain_links; ++link)
            if (scene_.known[link])
                counts.append(counts.empty() ? "" : ", ")
                    .append(say(counts_of[link], row.cells[link].count, language_));
        return counts.empty() ? counts : say(reading, language_, {row.stake, counts}) + " ";
    }

    [[nodiscard]] LegendParts legend() const {
        constexpr double size = 8;
        LegendParts parts{{in_language(kinds_heading), {}},
                          {in_language(alliances_heading), {}},
                          {in_language(hidden_heading), {}}};
        const unsigned kinds_known = scene_.rows.empty() ? 0U : scene_.registry;
        Symbol symbol;
        symbol.tie = Tie::current;
        for (std::size_t k = 0; k < model::kinds.size(); ++k) {
            if ((kinds_known & (1U << k)) == 0) continue;
            symbol.kind = static_cast<model::Kind>(k);
            parts.symbols.rows.push_back(
                {sign_of(actor_item(symbol, size)), in_language(model::kinds[k].label)});
        }
        symbol = {};
        if (!parts.symbols.rows.empty())
            parts.symbols.rows.push_back(
                {sign_of(actor_item(symbol, size)), in_language(absent_kind)});
        const std::array<Phrase, state_count> states{words::active, words::silent, words::ended};
        for (std::size_t state = 0; state < state_count; ++state)
            add_row(parts.relations, states[state], scene_.alliances[state], language_,
                    sign_of(alliance_item(static_cast<State>(state), false, size)),
                    {std::to_string(from_.request.silent_months)});
        for (std::size_t link = 0; link < chain_links; ++link)
            add_row(parts.hidden, without_stake[link], scene_.without_stake[link], language_);
        add_row(parts.hidden, words::legal,
                static_cast<std::int64_t>(from_.scope.study.partnerships.left_out), language_);
        add_row(parts.hidden, words::refused, static_cast<std::int64_t>(from_.options.errors),
                language_);
        return parts;
    }
};

}  // namespace

Drawing chain_view(const Viewpoint& from) {
    return ChainView(from).run();
}

}  // namespace maillage::drawing
