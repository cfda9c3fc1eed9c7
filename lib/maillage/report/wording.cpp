// The small language of the sentences of page one: see sentences.hpp.

#include <algorithm>

#include <maillage/report/figures.hpp>
#include <maillage/report/sentences.hpp>

namespace maillage::report {

namespace {

/// The wordings of a placeholder, in order: none, one, several, all.
std::vector<std::string_view> split_wordings(std::string_view wordings) {
    std::vector<std::string_view> parts;
    while (true) {
        const std::size_t end = wordings.find('|');
        parts.push_back(wordings.substr(0, end));
        if (end == std::string_view::npos) return parts;
        wordings.remove_prefix(end + 1);
    }
}

std::string_view choice(std::string_view wordings, double value, std::optional<double> total) {
    const auto parts = split_wordings(wordings);
    if (value > 1 && value == total && parts.size() > 3) return parts[3];
    return parts[static_cast<std::size_t>(std::clamp(value, 0.0, 2.0))];
}

std::optional<std::string> fill_placeholder(std::string_view inside, const Facts& facts,
                                            base::Language language) {
    const std::size_t question = inside.find('?');
    const std::string_view named = inside.substr(0, question);
    const std::string_view name = named.substr(0, named.find('/'));
    if (const auto found = facts.words.find(name); found != facts.words.end()) return found->second;
    const std::optional<double> value = facts.known(name);
    if (!value) return std::nullopt;
    if (question == std::string_view::npos) return figure(*value, language);
    const auto total = name == named ? std::nullopt : facts.known(named.substr(name.size() + 1));
    std::string text(choice(inside.substr(question + 1), *value, total));
    if (const std::size_t at = text.find('#'); at != std::string::npos)
        text.replace(at, 1, figure(*value, language));
    return text;
}

}  // namespace

std::optional<std::string> say(std::string_view pattern, const Facts& facts,
                               base::Language language) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool optional_part = pattern[i] == '[';
        if (!optional_part && pattern[i] != '{') {
            text += pattern[i];
            continue;
        }
        const std::size_t end = pattern.find(optional_part ? ']' : '}', i);
        const std::string_view inside = pattern.substr(i + 1, end - i - 1);
        const auto filled = optional_part ? say(inside, facts, language)
                                          : fill_placeholder(inside, facts, language);
        if (filled) text += *filled;
        if (!filled && !optional_part) return std::nullopt;
        i = end;
    }
    return text;
}

std::vector<std::string_view> names_in(std::string_view pattern) {
    std::vector<std::string_view> names;
    for (std::size_t at = pattern.find('{'); at != std::string_view::npos;
         at = pattern.find('{', at + 1)) {
        const std::string_view rest = pattern.substr(at + 1);
        const std::string_view name = rest.substr(0, rest.find_first_of("?/}"));
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    }
    return names;
}

std::vector<metrics::Compared> compared_by(const Sentence& sentence) {
    std::vector<metrics::Compared> figures;
    if (sentence.nature != metrics::FigureNature::compared) return figures;
    for (const std::string_view name : names_in(sentence.words.en)) {
        const auto fact = std::ranges::find(fact_table(), name, &Fact::name);
        if (fact == fact_table().end()) continue;
        const auto same = [&](const metrics::Compared& figure) {
            return figure.metric == fact->metric && figure.key == fact->key;
        };
        if (std::ranges::none_of(figures, same)) figures.push_back({fact->metric, fact->key});
    }
    return figures;
}

}  // namespace maillage::report
