#include <algorithm>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/version.hpp>
#include <maillage/drawing/texts.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

using base::Language;

constexpr std::string_view separator = " · ";

std::string title_of(const metrics::Scope& scope, const Counts& counts, Language language) {
    const std::string who =
        say(counts.persons > 0 ? words::actors : words::bodies, counts.actors, language);
    const std::int64_t others = counts.actors - counts.linked;
    const Phrase& phrase = counts.running() == 0 ? words::no_alliance
                           : others == 0         ? words::link_all
                                                 : words::link_some;
    const std::vector<std::string> numbers{base::readable(counts.linked, language), who,
                                           base::readable(others, language)};
    const std::string sentence = counts.running() == 0
                                     ? say(phrase, counts.actors, language, {who})
                                     : say(phrase, counts.running(), language, numbers);
    return opened(moment(scope, language) + sentence);
}

std::string subtitle_of(const metrics::Scope& scope, Language language) {
    std::string text = base::clean_text(scope.view.name());
    const auto& window = scope.window;
    if (window.first && window.last)
        join(text, say(words::period, language,
                       {base::in_words(*window.first, language),
                        base::in_words(*window.last, language)}));
    if (scope.study.as_of)
        join(text, say(words::as_of, language, {base::in_words(*scope.study.as_of, language)}));
    return text;
}

std::string attribution_of(metrics::Attribution attribution, Language language) {
    switch (attribution) {
        case metrics::Attribution::place:
            return std::string(words::place.in(language));
        case metrics::Attribution::either:
            return std::string(words::either.in(language));
        default:
            return std::string(words::seat.in(language));
    }
}

std::string perimeter_of(const model::Settings& settings, Language language) {
    if (!settings.perimeter) return {};
    constexpr std::array<std::pair<std::string_view, base::Words>, 4> rules{
        {{"registry", {"registre", "registry"}},
         {"invited", {"acteurs invités", "actors invited"}},
         {"attended", {"acteurs venus", "actors who came"}},
         {"cited", {"acteurs cités", "actors cited"}}}};
    std::string text;
    const auto found = std::ranges::find(rules, std::string_view(settings.perimeter->rule),
                                         [](const auto& rule) { return rule.first; });
    if (found != rules.end()) text = found->second.in(language);
    for (const std::string& part : {settings.perimeter->by, settings.perimeter->date})
        if (!part.empty()) text.append(text.empty() ? "" : ", ").append(base::clean_text(part));
    return say(words::perimeter, language, {text});
}

std::string sources_of(const model::Dataset& data) {
    if (!data.settings.source.empty()) return base::clean_text(data.settings.source);
    std::string text;
    for (std::size_t i = 0; i < std::min<std::size_t>(data.sources.size(), 3); ++i)
        text.append(i == 0 ? "" : ", ").append(base::clean_text(data.sources[i].name));
    if (data.sources.size() > 3) text.append(", …");
    return text;
}

std::vector<std::string> footer_of(const metrics::Scope& scope, metrics::Attribution attribution,
                                   const MapOptions& options, const std::string& reading,
                                   const std::string& scope_said) {
    const Language language = options.language;
    std::string first = reading + (reading.empty() ? "" : " ");
    first += scope_said.empty()
                 ? say(words::scope, language, {attribution_of(attribution, language)})
                 : scope_said;
    const std::string perimeter = perimeter_of(scope.data.settings, language);
    if (!perimeter.empty()) first += " " + perimeter;
    std::string second;
    if (const std::string sources = sources_of(scope.data); !sources.empty())
        second = say(words::source, language, {sources});
    join(second, say(words::made_by, language,
                     {std::string(base::version()), std::to_string(options.seed)}));
    return {first, second};
}

std::vector<std::string> stakes_of(const metrics::Scope& scope) {
    std::vector<std::string> stakes;
    for (const auto& stake : scope.data.territory_stakes) {
        if (scope.view.territory.known() && stake.owner != scope.view.territory) continue;
        const std::string label = base::clean_text(scope.data.themes[stake.stake.index].label);
        if (std::ranges::find(stakes, label) == stakes.end()) stakes.push_back(label);
    }
    return stakes;
}

}  // namespace

std::string moment(const metrics::Scope& scope, Language language) {
    if (!scope.last_day) return {};
    const bool whole_year = scope.window.period.find('/') == std::string::npos;
    if (whole_year) return say(words::in_year, language, {scope.window.period});
    return say(words::on_day, language, {base::in_words(*scope.last_day, language)});
}

std::string opened(std::string sentence) {
    if (!sentence.empty() && sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] -= 'a' - 'A';
    return sentence;
}

void join(std::string& text, const std::string& more) {
    if (more.empty()) return;
    if (!text.empty()) text.append(separator);
    text.append(more);
}

Texts texts_around(const metrics::Scope& scope, metrics::Attribution attribution,
                   const MapOptions& options, const std::string& reading,
                   const std::string& scope_said) {
    Texts texts;
    texts.subtitle = subtitle_of(scope, options.language);
    texts.notice = std::string(words::to_correct.in(options.language));
    if (scope.data.settings.simulated)
        texts.notice = std::string(words::simulated.in(options.language)) + std::string(separator) +
                       texts.notice;
    texts.footer = footer_of(scope, attribution, options, reading, scope_said);
    texts.stakes = stakes_of(scope);
    texts.nothing = std::string(words::nothing_known.in(options.language));
    return texts;
}

Texts write_texts(const metrics::Scope& scope, const Counts& counts, const MapOptions& options) {
    const Language language = options.language;
    std::string reading =
        say(words::reading, counts.linked, language, {base::readable(counts.actors, language)});
    reading.append(" ").append(words::diamonds.in(language));
    Texts texts = texts_around(scope, scope.view.partnerships.attribution, options, reading);
    texts.title = title_of(scope, counts, language);
    texts.description = std::string(words::description.in(language));
    return texts;
}

}  // namespace maillage::drawing
