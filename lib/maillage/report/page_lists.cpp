// The lists of page one: who came by kind, projects by stage, what is missing, the stakes.

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

#include <maillage/base/text.hpp>
#include <maillage/metrics/verdict.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/page_lists.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Estimate;
using metrics::KeyName;

/// A kind in the places where French needs its article.
struct KindWords {
    Words none;  ///< "aucune des # entreprises"
    Words some;  ///< "chez les entreprises"
    Words all;   ///< "les entreprises"
};
constexpr std::array<KindWords, model::kinds.size()> kind_words{{
    {{"aucun des # acteurs publics", "none of the # public bodies"},
     {"chez les acteurs publics", "among public bodies"},
     {"les acteurs publics", "public bodies"}},
    {{"aucune des # entreprises", "none of the # companies"},
     {"chez les entreprises", "among companies"},
     {"les entreprises", "companies"}},
    {{"aucune des # associations", "none of the # associations"},
     {"chez les associations", "among associations"},
     {"les associations", "associations"}},
    {{"aucun des # habitants ou collectifs", "none of the # citizens or their groups"},
     {"chez les habitants", "among citizens"},
     {"les habitants", "citizens"}},
    {{"aucune des # structures d’enseignement et de recherche", "none of the # academic bodies"},
     {"dans l’enseignement et la recherche", "among academic bodies"},
     {"l’enseignement et la recherche", "academic bodies"}},
    {{"aucune des # autres structures", "none of the # other bodies"},
     {"parmi les autres structures", "among other bodies"},
     {"les autres structures", "other bodies"}},
}};

std::string of(const Estimate& record, Language language) {
    // No-break spaces: the two figures stay on one line.
    return figure(*record.numerator, language) +
           (language == Language::french ? "\u00A0sur\u00A0" : "\u00A0of\u00A0") +
           figure(*record.denominator, language);
}

void add_item(std::string& list, std::string_view separator, std::string_view item) {
    if (!list.empty()) list += separator;
    list += item;
}

/// A kind of which fewer than a third came.
void add_missing_kind(Facts& facts, std::size_t kind, const Estimate& record, Language language) {
    const KindWords& words = kind_words[kind];
    std::string low = std::string(words.some.in(language)) + ", " + of(record, language);
    if (*record.numerator == 0) {
        low = words.none.in(language);
        low.replace(low.find('#'), 1, figure(*record.denominator, language));
    }
    facts.words["low_reach"] = low;
    facts.words["missing_kind"] = words.all.in(language);
}

/// Who came by kind; and the largest kind of which fewer than a third came.
void add_kinds(Facts& facts, Language language) {
    std::string list;
    const Estimate* largest = nullptr;
    std::size_t largest_kind = 0;
    for (std::size_t kind = 0; kind < model::kinds.size(); ++kind) {
        const Estimate* record = facts.record(
            "dialogue_reach", metrics::make_key({{KeyName::kind, model::kinds[kind].code}}));
        if (record == nullptr || !record->value) continue;
        add_item(list, " · ",
                 std::string(model::kinds[kind].plural.in(language)) + " " + of(*record, language));
        const double came = *record->numerator, eligible = *record->denominator;
        const double least = largest == nullptr ? 1 : *largest->denominator;
        if (3 * came >= eligible || eligible <= least) continue;
        largest = record;
        largest_kind = kind;
    }
    if (!list.empty()) facts.words["reach_by_kind"] = list;
    if (largest != nullptr && facts["came"] > 0)
        add_missing_kind(facts, largest_kind, *largest, language);
}

/// Projects by stage, where stages are noted: the five, empty or not, and what else there is.
void add_stages(Facts& facts, Language language) {
    std::string list;
    bool some_stage = false;
    const auto add = [&](std::string_view code, std::string_view label, bool even_if_none) {
        const Estimate* record =
            facts.record("experiments_count", metrics::make_key({{KeyName::stage, code}}));
        if (record == nullptr || !record->value || (*record->value == 0 && !even_if_none)) return;
        some_stage = some_stage || code != "unknown";
        add_item(list, " · ", std::string(label) + " " + figure(*record->value, language));
    };
    for (std::size_t i = 0; i < model::stages.size(); ++i)
        add(model::stages[i].code, model::stages[i].label.in(language),
            static_cast<model::Stage>(i) < model::Stage::abandoned);
    add("unknown", Words{"étape inconnue", "unknown stage"}.in(language), false);
    if (some_stage) facts.words["projects_by_stage"] = list;
}

void add_missing_needs(Facts& facts, Language language) {
    // The opening already says how many have nobody to deploy with, from modelling on.
    const bool said = facts.known("undeployed") && facts["undeployed"] > 0;
    std::vector<std::pair<double, std::string_view>> needs;
    for (const model::Word& need : model::project_needs) {
        if (said && need.code == "take_up") continue;
        const std::string measure = "missing_" + std::string(need.code);
        const Estimate* record = facts.record("experiments_support_fit",
                                              metrics::make_key({{KeyName::measure, measure}}));
        if (record != nullptr && record->value && *record->value > 0)
            needs.emplace_back(*record->value, need.label.in(language));
    }
    std::ranges::stable_sort(needs, std::greater{}, &std::pair<double, std::string_view>::first);
    std::string list;
    for (const auto& [count, need] : needs) {
        const bool first = list.empty();
        add_item(list, ", ", std::string(need) + " (" + figure(count, language));
        // The unit is said once, with the first figure.
        const Words one{" projet", " project"}, several{" projets", " projects"};
        if (first) list += (count == 1 ? one : several).in(language);
        list += ')';
    }
    if (!list.empty()) facts.words["missing_by_need"] = list;
}

/// Where the chain from meetings to projects stops, when it does.
std::string remark_of(const Page::Stake& stake, double citing, bool some_met, Language language) {
    const bool french = language == Language::french;
    const bool met = stake.meetings.value_or(0) > 0;
    const bool allied = stake.alliances.value_or(0) > 0;
    const bool tried = stake.projects.value_or(0) > 0;
    if (some_met && stake.meetings == 0.0 && citing > 0) {
        const std::string count = figure(citing, language);
        if (french) return "cité " + count + " fois, absent des rencontres";
        return "cited " + (citing == 1 ? "once" : count + " times") + ", absent from meetings";
    }
    if (met && stake.alliances && !allied && !tried)
        return french ? "on en parle, rien ne démarre encore"
                      : "talked about, nothing has started yet";
    if (allied && stake.projects && !tried)
        return french ? "des alliances, pas de projet" : "alliances, no project";
    return {};
}

/// A stake as people write it.
std::string label_of(std::string_view key, const model::Dataset& data) {
    const auto found = std::ranges::lower_bound(data.themes, key, {}, &model::Theme::key);
    return std::string(found != data.themes.end() && found->key == key ? found->label : key);
}

/// What is known of one stake, by measure.
using Chain = std::map<std::string, std::optional<double>, std::less<>>;

std::optional<double> value_in(const Chain& chain, std::string_view measure) {
    const auto found = chain.find(measure);
    return found == chain.end() ? std::nullopt : found->second;
}

/// Whether alliances follow meetings more than by coincidence, where that was asked.
void add_verdict(Facts& facts, Language language) {
    const auto low = facts.known("seeded_low"), high = facts.known("seeded_high");
    if (!low || !high) return;
    // In the order of inference::Verdict.
    constexpr std::array<Words, 4> verdicts{
        {{"Moins que par coïncidence", "Less than by coincidence"},
         {"Plus que par coïncidence ? On ne peut pas le dire",
          "More than by coincidence? It cannot be said"},
         {"Plus que par coïncidence", "More than by coincidence"},
         {"Trop peu d’alliances pour juger si c’est par coïncidence",
          "Too few alliances to judge whether by coincidence"}}};
    const auto verdict =
        metrics::verdict_of(*facts.record("emergence_seededness", "measure=relations"));
    if (!verdict) return;
    const std::string from = figure(*low, language), to = figure(*high, language);
    const bool french = language == Language::french;
    const std::string range = low == high ? to
                              : french    ? "de " + from + " à " + to
                                          : "from " + from + " to " + to;
    facts.words["seeded_verdict"] =
        std::string(verdicts[static_cast<std::size_t>(*verdict)].in(language)) +
        (french ? " : entre structures aussi actives, elle seule en donnerait "
                : ": among actors as active, it alone would give ") +
        range + ".";
}

}  // namespace

std::string perimeter_of(const Document& document) {
    const auto& perimeter = document.data.settings.perimeter;
    if (!perimeter) return {};
    static constexpr std::array<std::pair<std::string_view, Words>, 4> rules{{
        {"registry", {"tirée d’un registre", "drawn from a register"}},
        {"invited", {"structures invitées", "actors invited"}},
        {"attended", {"structures venues", "actors that came"}},
        {"cited", {"structures citées", "actors cited"}},
    }};
    std::string text;
    for (const auto& [code, words] : rules)
        if (code == perimeter->rule) text = words.in(document.language);
    if (!perimeter->by.empty()) add_item(text, ", ", base::printable(perimeter->by));
    const base::Date date = base::read_date(perimeter->date).date;
    if (date.exact() && date.known())
        add_item(text, ", ", base::in_words(date.first(), document.language));
    return text;
}

void add_words(Facts& facts, const Document& document) {
    constexpr Words of_period{" de la période", " of the period"};
    facts.words["of_period"] =
        document.calendar.as_of ? of_period.in(document.language) : std::string_view();
    add_kinds(facts, document.language);
    add_verdict(facts, document.language);
    add_stages(facts, document.language);
    add_missing_needs(facts, document.language);
    if (const std::string perimeter = perimeter_of(document); !perimeter.empty())
        facts.words["perimeter"] = perimeter;
}

std::vector<Page::Stake> stakes_of(Facts& facts, const Document& document) {
    std::map<std::string, Chain> chains;
    for (const Estimate* record : facts.records("stake_chain")) {
        const auto stake = metrics::key_part(record->key, KeyName::stake);
        const auto measure = metrics::key_part(record->key, KeyName::measure);
        if (stake && measure) chains[*stake][*measure] = record->value;
    }
    std::vector<Page::Stake> stakes;
    double most = 4;  // a question is asked from five citations on
    for (const auto& [key, chain] : chains) {
        Page::Stake stake{base::printable(label_of(key, document.data)),
                          value_in(chain, "events"),
                          value_in(chain, "partnerships"),
                          value_in(chain, "experiments"),
                          {}};
        const double citing = value_in(chain, "citing").value_or(0);
        stake.remark = remark_of(stake, citing, facts["meetings"] > 0, document.language);
        if (stake.meetings == 0.0 && citing > most) {
            most = citing;
            facts.words["untabled_stake"] = stake.name;
        }
        stakes.push_back(std::move(stake));
    }
    const auto rank = [](const Page::Stake& s) {
        return std::tuple(s.meetings, s.alliances, s.projects);
    };
    std::ranges::stable_sort(stakes, std::greater{}, rank);
    return stakes;
}

}  // namespace maillage::report
