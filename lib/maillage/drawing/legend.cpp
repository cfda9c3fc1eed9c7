#include <algorithm>

#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

/// Sizes of signs, in points on A4.
constexpr double size = 9, size_inside = 7;

class Legend {
  public:
    Legend(const Counts& counts, const LegendFacts& facts) : counts_(counts), facts_(facts) {}

    LegendParts run() const {
        return {legend_of_kinds(counts_, facts_.language),
                facts_.merged != nullptr ? merged_states() : states(), hidden()};
    }

  private:
    const Counts& counts_;
    const LegendFacts& facts_;

    [[nodiscard]] std::string in_language(const base::Words& words) const {
        return std::string(words.in(facts_.language));
    }
    void add(LegendPart& part, const Phrase& phrase, std::int64_t count, Sign sign = {},
             const std::vector<std::string>& others = {}) const {
        add_row(part, phrase, count, facts_.language, std::move(sign), others);
    }
    /// Also when the count is 0.
    void add_always(LegendPart& part, const Phrase& phrase, std::int64_t count, Sign sign) const {
        part.rows.push_back({std::move(sign), say(phrase, count, facts_.language)});
    }
    [[nodiscard]] LegendPart start(const base::Words& heading) const {
        return {in_language(heading), {}};
    }

    /// A diamond on a piece of its line.
    [[nodiscard]] static Sign sign(State state) {
        return sign_of(alliance_item(state, false, size), tie_line(state, 0, 0));
    }

    void add_silent(LegendPart& part) const {
        add(part, words::silent, counts_.alliances[1], sign(State::silent),
            {std::to_string(facts_.silent_months)});
    }

    LegendPart states() const {
        LegendPart part = start(words::states_heading);
        add_always(part, facts_.dated ? words::active : words::undated, counts_.alliances[0],
                   sign(State::active));
        add_silent(part);
        add(part, words::ended, counts_.alliances[2], sign(State::ended));
        Sign born = sign(State::active);
        born.items[1] = alliance_item(State::active, true, size);
        born.lines.clear();
        add(part, words::born, counts_.born, std::move(born), {std::to_string(facts_.year)});
        add(part, words::past, counts_.past);
        if (facts_.several) part.rows.push_back({{}, in_language(words::several)});
        return part;
    }

    LegendPart merged_states() const {
        LegendPart part = start(words::states_heading);
        const MergedScene& merged = *facts_.merged;
        const bool territory = merged.by_territory;
        add_always(part, territory ? words::between_territories : words::between_kinds,
                   merged.between.came, sign(State::active));
        if (merged.between.came + merged.inside.came == 0) return part;
        Sign inside = sign(State::active);
        inside.items = {alliance_item(State::active, false, size_inside)};
        inside.lines.clear();
        add_always(part, territory ? words::inside_territory : words::inside_kind,
                   merged.inside.came, std::move(inside));
        add_silent(part);
        add(part, words::past, counts_.past);
        part.rows.push_back({{}, in_language(words::bundles)});
        return part;
    }

    LegendPart hidden() const {
        LegendPart part = start(words::hidden_heading);
        if (facts_.merged != nullptr) {
            add(part, words::ended, counts_.alliances[2]);
            add(part, words::other_bundles, facts_.merged->not_drawn);
        }
        add(part, words::other_alliances, facts_.not_drawn);
        add(part, words::met, counts_.met);
        add(part, words::merged_persons, facts_.merged_persons, {},
            {std::to_string(facts_.person_symbols)});
        add(part, words::pseudonyms, facts_.pseudonyms);
        add(part, words::planned, counts_.planned);
        add(part, words::lone, counts_.lone);
        add(part, words::legal, counts_.legal);
        add(part, words::refused, facts_.refused);
        return part;
    }
};

}  // namespace

void add_row(LegendPart& part, const Phrase& phrase, std::int64_t count, base::Language language,
             Sign sign, const std::vector<std::string>& others) {
    if (count > 0) part.rows.push_back({std::move(sign), say(phrase, count, language, others)});
}

LegendPart legend_of_kinds(const Counts& counts, base::Language language) {
    LegendPart part{std::string(words::kinds_heading.in(language)), {}};
    Symbol sample;
    sample.tie = Tie::current;
    for (std::size_t k = 0; k < model::kinds.size(); ++k) {
        sample.kind = static_cast<model::Kind>(k);
        if (counts.kinds[k] > 0)
            part.rows.push_back({sign_of(actor_item(sample, size)),
                                 counted(counts.kinds[k], model::kinds[k], language)});
    }
    add_row(part, words::isolated, counts.isolated, language, sign_of(actor_item(Symbol(), size)));
    sample = {};
    sample.tie = Tie::current;
    sample.membership = Membership::elsewhere;
    add_row(part, words::elsewhere, counts.elsewhere, language, sign_of(actor_item(sample, size)));
    return part;
}

LegendFacts legend_facts(const metrics::Scope& scope, const Counts& counts, const Scene& scene,
                         const MapOptions& options) {
    LegendFacts facts;
    facts.language = options.language;
    facts.dated = scope.last_day.has_value();
    facts.year = scope.last_day ? base::year_of(*scope.last_day) : 0;
    facts.silent_months = scope.study.request.silent_months;
    facts.refused = static_cast<std::int64_t>(options.errors);
    for (const Symbol& symbol : scene.symbols) facts.merged_persons += symbol.persons;
    facts.person_symbols = scene.person_symbols;
    facts.several =
        std::ranges::any_of(scene.alliances, [](const Alliance& a) { return a.count > 1; });
    if (!scene.merges_persons) facts.pseudonyms = counts.persons;
    return facts;
}

LegendParts legend(const Counts& counts, const LegendFacts& facts) {
    return Legend(counts, facts).run();
}

}  // namespace maillage::drawing
