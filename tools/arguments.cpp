#include "tools/arguments.hpp"

#include <algorithm>
#include <charconv>

#include <CLI/CLI.hpp>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>

// CLI11 splits the words; everything it could complain about is found by ourselves, before or
// after, because its sentences name things that the user did not write.
namespace maillage::tools {

namespace {

using base::UsageError;

std::vector<Option> options_of(const Command& command) {
    std::vector<Option> all(command.options.begin(), command.options.end());
    const auto common = common_options();
    all.insert(all.end(), common.begin(), common.end());
    return all;
}

const OptionText* find_option(std::string_view word) {
    if (!word.starts_with("-")) return nullptr;
    const auto all = options();
    const auto found = std::ranges::find_if(
        all, [&](const OptionText& text) { return word == text.word || word == text.letter; });
    return found == all.end() ? nullptr : &*found;
}

/// `--word=` without a value, and a value where none belongs.
void check_equals(std::span<const std::string> words) {
    for (const std::string& word : words) {
        if (word == "--") return;
        const std::size_t equals = word.find('=');
        if (!word.starts_with("--") || equals == std::string::npos) continue;
        const OptionText* option = find_option(std::string_view(word).substr(0, equals));
        if (option == nullptr) continue;
        if (option->is_switch()) throw UsageError({"U015", {std::string(option->word)}, {}});
        if (equals + 1 == word.size()) throw UsageError({"U005", {std::string(option->word)}, {}});
    }
}

[[noreturn]] void refuse_option(const Command& command, std::string typed) {
    typed = typed.substr(0, typed.find('='));
    if (!typed.starts_with("--") && typed.size() > 2) typed.resize(2);
    if (find_option(typed) != nullptr)
        throw UsageError({"U004", {typed, std::string(command.name)}, {std::string(command.name)}});
    std::vector<std::string_view> words;
    for (const Option option : options_of(command)) words.push_back(text_of(option).word);
    const std::string_view near = base::nearest(typed, words);
    throw UsageError({"U003",
                      {typed, std::string(command.name)},
                      near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
}

std::string joined(std::span<const std::string_view> words) {
    std::string text;
    for (const std::string_view word : words) {
        if (!text.empty()) text += ", ";
        text += word;
    }
    return text;
}

[[noreturn]] void refuse_value(std::string_view code, Option option, const std::string& value,
                               std::vector<std::string> expected = {}) {
    std::vector<std::string> arguments{std::string(text_of(option).word), base::excerpt_of(value)};
    std::ranges::move(expected, std::back_inserter(arguments));
    throw UsageError({code, std::move(arguments), {}});
}

/// Common options may stand before the command; how many words they take there.
std::size_t words_before(std::span<const std::string> words) {
    std::size_t count = 0;
    while (count < words.size() && words[count].starts_with("-")) {
        const std::string& word = words[count++];
        const OptionText* option = find_option(word);
        if (option != nullptr && !option->is_switch() && count < words.size()) ++count;
    }
    return count;
}

std::optional<std::uint64_t> read_whole(std::string_view text) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// The place of a word typed among those allowed.
std::size_t place_among(Option option, const std::string& typed,
                        std::span<const model::Word> words) {
    const std::string key = base::word_key(typed);
    std::vector<std::string_view> codes(words.size());
    std::ranges::transform(words, codes.begin(), &model::Word::code);
    for (std::size_t i = 0; i < words.size(); ++i)
        for (const std::string_view name :
             {words[i].code, words[i].label.fr, words[i].label.en, words[i].plural.fr})
            if (!key.empty() && base::word_key(name) == key) return i;
    const std::string_view near = base::nearest(typed, codes);
    throw UsageError({"U006",
                      {std::string(text_of(option).word), base::excerpt_of(typed), joined(codes)},
                      near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
}

}  // namespace

std::vector<std::string> command_first(std::vector<std::string> words) {
    const auto before = static_cast<std::ptrdiff_t>(words_before(words));
    if (before < std::ssize(words))
        std::rotate(words.begin(), words.begin() + before, words.begin() + before + 1);
    return words;
}

Arguments::Arguments(const Command& command, std::span<const std::string> words) {
    check_equals(words);
    split(command, words);
    for (const Option option : options_of(command)) {
        const auto lacks = [&](const std::string& value) {
            return value.empty() || find_option(value) != nullptr;
        };
        if (!text_of(option).is_switch() && std::ranges::any_of(values(option), lacks))
            throw UsageError({"U005", {std::string(text_of(option).word)}, {}});
    }
    if (!has(Option::help)) check_operands(command);
}

void Arguments::split(const Command& command, std::span<const std::string> words) {
    CLI::App parser;
    parser.set_help_flag();
    parser.allow_extras();
    std::vector<std::pair<Option, CLI::Option*>> switches;
    for (const Option option : options_of(command)) {
        const OptionText& text = text_of(option);
        const std::string names =
            (text.letter.empty() ? "" : std::string(text.letter) + ",") + std::string(text.word);
        if (text.is_switch())
            switches.emplace_back(option, parser.add_flag(names));
        else
            parser.add_option(names, values_[static_cast<std::size_t>(option)])
                ->allow_extra_args(false);
    }
    parser.add_option("operands", operands_)->allow_extra_args();
    try {
        parser.parse(std::vector<std::string>(words.rbegin(), words.rend()));
    } catch (const CLI::ArgumentMismatch&) {
        // Only the last word can lack its value: options before it took the next word.
        throw UsageError({"U005", {words.back()}, {}});
    }
    for (const std::string& rest : parser.remaining())
        if (rest != "--") refuse_option(command, rest);
    for (const auto& [option, parsed] : switches)
        values_[static_cast<std::size_t>(option)].assign(parsed->count(), {});
}

void Arguments::check_operands(const Command& command) const {
    if (operands_.size() > command.most)
        throw UsageError(
            {"U009", {base::excerpt_of(operands_[command.most])}, {std::string(command.name)}});
    const auto empty = std::ranges::count(operands_, std::string());
    if (operands_.size() - static_cast<std::size_t>(empty) < command.fewest)
        throw UsageError({"U010", {std::string(command.operands.en)}, {std::string(command.name)}});
}

std::size_t Arguments::times(Option option) const {
    return values(option).size();
}

std::optional<std::string> Arguments::value(Option option) const {
    const auto& all = values(option);
    return all.empty() ? std::nullopt : std::optional(all.back());
}

const std::vector<std::string>& Arguments::values(Option option) const {
    return values_[static_cast<std::size_t>(option)];
}

std::vector<std::string> Arguments::list(Option option) const {
    std::vector<std::string> items;
    for (const std::string& value : values(option)) {
        for (std::size_t begin = 0; begin <= value.size();) {
            const std::size_t end = std::min(value.find(',', begin), value.size());
            if (begin == end) throw UsageError({"U005", {std::string(text_of(option).word)}, {}});
            items.push_back(value.substr(begin, end - begin));
            begin = end + 1;
        }
    }
    return items;
}

std::optional<std::uint64_t> Arguments::number(Option option, std::uint64_t low,
                                               std::uint64_t high) const {
    const auto typed = value(option);
    if (!typed) return std::nullopt;
    const auto number = read_whole(*typed);
    if (!number || *number < low || *number > high)
        refuse_value("U008", option, *typed, {std::to_string(low), std::to_string(high)});
    return number;
}

std::optional<base::Date> Arguments::date(Option option) const {
    const auto typed = value(option);
    if (!typed) return std::nullopt;
    const base::DateReading reading = base::read_date(*typed);
    if (reading.outcome != base::DateReading::Outcome::read) refuse_value("U007", option, *typed);
    return reading.date;
}

std::optional<std::uint64_t> Arguments::size(Option option) const {
    const auto typed = value(option);
    if (!typed || typed->empty()) return std::nullopt;
    constexpr std::string_view units = "KMGT";
    std::string_view digits = *typed;
    const auto last = static_cast<char>(std::toupper(static_cast<unsigned char>(digits.back())));
    const std::size_t unit = units.find(last);
    if (unit != std::string_view::npos) digits.remove_suffix(1);
    const unsigned shift =
        unit == std::string_view::npos ? 0 : static_cast<unsigned>(10 * unit + 10);
    const auto number = read_whole(digits);
    if (!number || *number > (~std::uint64_t{0} >> shift)) refuse_value("U016", option, *typed);
    return *number << shift;
}

std::optional<std::size_t> Arguments::choice(Option option,
                                             std::span<const model::Word> words) const {
    const auto typed = value(option);
    return typed ? std::optional(place_among(option, *typed, words)) : std::nullopt;
}

std::vector<std::size_t> Arguments::choices(Option option,
                                            std::span<const model::Word> words) const {
    std::vector<std::size_t> places;
    for (const std::string& typed : list(option))
        places.push_back(place_among(option, typed, words));
    return places;
}

std::optional<std::size_t> Arguments::choice(Option option,
                                             std::span<const std::string_view> codes) const {
    std::vector<model::Word> words(codes.size());
    std::ranges::transform(codes, words.begin(), [](std::string_view code) {
        return model::Word{code, {code, code}, {code, code}};
    });
    return choice(option, words);
}

}  // namespace maillage::tools
