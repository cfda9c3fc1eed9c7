#include <algorithm>

#include <maillage/base/numbers.hpp>
#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/project_card.hpp>
#include <maillage/drawing/project_sheet.hpp>
#include <maillage/drawing/symbols.hpp>

namespace maillage::drawing {

namespace {

using base::Words;
using metrics::KeyName;

const Phrase projects{{"{0} projet", "{0} project"}, {"{0} projets", "{0} projects"}};
const Words no_project{"aucun projet n’est noté.", "no project is noted."};
const Words at_stages{"{0}\u202f: {1}.", "{0}: {1}."};
const std::array<Phrase, stage_groups> at_stage{
    {{{"{0}\u00a0en conception", "{0}\u00a0in conception"},
      {"{0}\u00a0en conception", "{0}\u00a0in conception"}},
     {{"{0}\u00a0en expérimentation", "{0}\u00a0in experimentation"},
      {"{0}\u00a0en expérimentation", "{0}\u00a0in experimentation"}},
     {{"{0}\u00a0en modélisation", "{0}\u00a0in modelling"},
      {"{0}\u00a0en modélisation", "{0}\u00a0in modelling"}},
     {{"{0}\u00a0en essaimage", "{0}\u00a0spreading"},
      {"{0}\u00a0en essaimage", "{0}\u00a0spreading"}},
     {{"{0}\u00a0en industrialisation", "{0}\u00a0in industrialisation"},
      {"{0}\u00a0en industrialisation", "{0}\u00a0in industrialisation"}},
     {{"{0}\u00a0abandonné", "{0}\u00a0abandoned"}, {"{0}\u00a0abandonnés", "{0}\u00a0abandoned"}},
     {{"{0}\u00a0fusionné", "{0}\u00a0merged"}, {"{0}\u00a0fusionnés", "{0}\u00a0merged"}},
     {{"{0}\u00a0d’étape inconnue", "{0}\u00a0at an unknown stage"},
      {"{0}\u00a0d’étape inconnue", "{0}\u00a0at an unknown stage"}}}};

const Words projects_heading{"Projets", "Projects"};
const Phrase running{{"{0} en cours, avec son étape", "{0} running, with its stage"},
                     {"{0} en cours, avec leur étape", "{0} running, with their stage"}};
const Phrase silent{
    {"{0} sans nouvelles depuis {1} mois\u202f: tireté", "{0} without news for {1} months: dashed"},
    {"{0} sans nouvelles depuis {1} mois\u202f: tireté",
     "{0} without news for {1} months: dashed"}};
const Phrase stopped{
    {"{0} fini, abandonné ou fusionné\u202f: gris",
     "{0} ended, abandoned or "
     "merged: grey"},
    {"{0} finis, abandonnés ou fusionnés\u202f: gris", "{0} ended, abandoned or merged: grey"}};
const Phrase born{{"{0} commencé en {1}\u202f: bord épais", "{0} begun in {1}: bold rim"},
                  {"{0} commencés en {1}\u202f: bord épais", "{0} begun in {1}: bold rim"}};
const Words partners_heading{"Partenaires", "Partners"};
const Words missing_heading{"Il manque aujourd’hui", "Missing today"};
const Words missing_row{"{0} ({1})", "{0} ({1})"};
const Words other_need{"autre chose", "something else"};
const Phrase planned{
    {"{0} projet qui commence plus tard, non dessiné", "{0} project that begins later, not drawn"},
    {"{0} projets qui commencent plus tard, non dessinés",
     "{0} projects that begin later, not drawn"}};
const Words reading{
    "Lecture\u202f: sur {1}, {0}. Un fanion est un projet, les symboles à côté sont ses "
    "partenaires\u202f; "
    "les besoins sont ceux de l’étape, ou ceux que le projet a dits.",
    "Reading: of {1}, {0}. A pennant is a project, the symbols beside it are its partners; needs "
    "are those "
    "of the stage, or those the project has told."};
const Words scope_by_place{"Champ\u202f: projets situés sur le territoire.",
                           "Scope: projects placed in the territory."};
const Words scope_by_seat{"Champ\u202f: projets dont un membre a son siège sur le territoire.",
                          "Scope: projects of which a member has its seat in the territory."};
const Words scope_by_either{
    "Champ\u202f: projets situés sur le territoire, ou dont un membre y a son siège.",
    "Scope: projects placed in the territory, or of which a member has its seat there."};
const Words description{
    "Projets par étape\u202f: chaque fanion est un projet, avec ses partenaires, son nom et ce qui "
    "lui manque.",
    "Projects by stage: each pennant is a project, with its partners, its name and what it lacks."};

class ExperimentsView {
  public:
    explicit ExperimentsView(const Viewpoint& from)
        : from_(from),
          language_(from.options.language),
          figures_(from, {"experiments_count", "experiments_support_fit"}, metrics::Detail::rows),
          scene_(project_scene(from.scope, from.naming, figures_, language_)) {}

    Drawing run() const { return project_sheet(scene_, legend(), texts(), from_.options); }

  private:
    const Viewpoint& from_;
    base::Language language_;
    Figures figures_;
    ProjectScene scene_;

    [[nodiscard]] std::string in_language(const Words& words) const {
        return std::string(words.in(language_));
    }
    [[nodiscard]] std::int64_t at(std::size_t group) const {
        const std::string_view code =
            group < model::stages.size() ? model::stages[group].code : "unknown";
        return figures_.count("experiments_count", metrics::make_key({{KeyName::stage, code}}))
            .value_or(0);
    }

    [[nodiscard]] std::string title() const {
        const auto all = figures_.count("experiments_count").value_or(0);
        if (all == 0) return in_language(no_project);
        std::string stages;
        for (std::size_t group = 0; group < stage_groups; ++group)
            if (const std::int64_t count = at(group); count > 0)
                stages.append(stages.empty() ? "" : ", ")
                    .append(say(at_stage[group], count, language_));
        return say(at_stages, language_, {say(projects, all, language_), stages});
    }

    [[nodiscard]] const Words& scope_said() const {
        switch (from_.scope.view.experiments.attribution) {
            case metrics::Attribution::place:
                return scope_by_place;
            case metrics::Attribution::either:
                return scope_by_either;
            default:
                return scope_by_seat;
        }
    }

    [[nodiscard]] Texts texts() const {
        std::size_t most = 0;
        for (std::size_t group = 1; group < stage_groups; ++group)
            if (at(group) > at(most)) most = group;
        const std::string said =
            scene_.size() == 0
                ? std::string()
                : say(reading, language_,
                      {say(at_stage[most], at(most), language_),
                       say(projects, static_cast<std::int64_t>(scene_.size()), language_)});
        Texts texts = texts_around(from_.scope, from_.scope.view.experiments.attribution,
                                   from_.options, said, in_language(scope_said()));
        texts.title = opened(moment(from_.scope, language_) + title());
        texts.description = in_language(description);
        return texts;
    }

    [[nodiscard]] static Sign sign(State state, bool is_born) {
        Sign sign = sign_of(pennant_item(state, is_born, 21, 9));
        sign.gutter = 40;
        return sign;
    }

    [[nodiscard]] LegendPart projects_part() const {
        LegendPart part{in_language(projects_heading), {}};
        const auto all = static_cast<std::int64_t>(scene_.size());
        add_row(part, running, all - scene_.silent - scene_.stopped, language_,
                sign(State::active, false));
        add_row(part, silent, scene_.silent, language_, sign(State::silent, false),
                {std::to_string(from_.request.silent_months)});
        add_row(part, stopped, scene_.stopped, language_, sign(State::ended, false));
        const auto& day = from_.scope.last_day;
        add_row(part, born, scene_.born, language_, sign(State::active, true),
                {day ? std::to_string(base::year_of(*day)) : std::string()});
        add_row(
            part, planned,
            figures_.count("experiments_count", metrics::make_key({{KeyName::measure, "planned"}}))
                .value_or(0),
            language_);
        add_row(part, words::refused, static_cast<std::int64_t>(from_.options.errors), language_);
        return part;
    }

    [[nodiscard]] LegendPart partners_part() const {
        std::array<bool, model::kinds.size()> seen{};
        for (const auto& group : scene_.groups)
            for (const Project& project : group)
                for (const Partner& partner : project.partners)
                    seen[static_cast<std::size_t>(partner.kind)] = true;
        LegendPart part{in_language(partners_heading), {}};
        Symbol symbol;
        symbol.tie = Tie::current;
        for (std::size_t k = 0; k < seen.size(); ++k) {
            symbol.kind = static_cast<model::Kind>(k);
            if (seen[k])
                part.rows.push_back(
                    {sign_of(actor_item(symbol, 7)), in_language(model::kinds[k].label)});
        }
        return part;
    }

    /// What running projects lack, the most frequent first.
    [[nodiscard]] LegendPart missing_part() const {
        std::vector<std::pair<std::int64_t, std::string>> needs;
        const auto add = [&](std::string_view code, const Words& words) {
            const std::string measure = "missing_" + std::string(code);
            const auto count = figures_.count("experiments_support_fit",
                                              metrics::make_key({{KeyName::measure, measure}}));
            if (count.value_or(0) > 0)
                needs.emplace_back(-*count,
                                   say(missing_row, language_,
                                       {in_language(words), say(projects, *count, language_)}));
        };
        for (const model::Word& need : model::project_needs) add(need.code, need.label);
        add("other", other_need);
        std::ranges::stable_sort(needs, {}, &std::pair<std::int64_t, std::string>::first);
        LegendPart part{in_language(missing_heading), {}};
        for (auto& [count, words] : needs) part.rows.push_back({{}, std::move(words)});
        return part;
    }

    [[nodiscard]] LegendParts legend() const {
        return {projects_part(), partners_part(), missing_part()};
    }
};

}  // namespace

Drawing experiments_view(const Viewpoint& from) {
    return ExperimentsView(from).run();
}

}  // namespace maillage::drawing
