#include <maillage/base/text.hpp>
#include <maillage/formats/words.hpp>

namespace maillage::formats {

namespace {

/// Position of the value of a group: that of the first group with its code.
std::uint8_t index_of(std::span<const WordGroup> groups, std::string_view code) {
    std::uint8_t index = 0;
    while (groups[index].code != code) ++index;
    return index;
}

}  // namespace

WordReader::WordReader(Vocabulary vocabulary, const Added* added,
                       std::vector<std::string>& unknown_values)
    : vocabulary_(vocabulary) {
    const auto groups = groups_of(vocabulary);
    for (const WordGroup& group : groups) {
        const std::uint8_t index = index_of(groups, group.code);
        const bool first = &group == &groups[index];
        if (first) learn(group.code, {true, index, group.hint, true});
        for_each_part(group.names, [&](std::string_view name) {
            learn(name, {true, index, group.hint, true});
        });
        for_each_part(group.also, [&](std::string_view word) {
            learn(word, {true, index, group.hint, false});
        });
    }
    if (added == nullptr) return;
    for (const auto& [word, value] : *added) {
        const auto known = by_key_.find(base::word_key(value));
        if (known == by_key_.end()) {
            unknown_values.push_back(value);
            continue;
        }
        WordReading reading = known->second;
        reading.own_name = false;
        if (reading.hint == Hint::doubtful) reading.hint = Hint::none;
        by_key_.insert_or_assign(base::word_key(word), reading);
    }
}

void WordReader::learn(std::string_view word, WordReading reading) {
    by_key_.try_emplace(base::word_key(word), reading);
}

const WordReading& WordReader::read(std::string_view text) {
    if (const auto known = by_spelling_.find(text); known != by_spelling_.end())
        return known->second;
    const auto found = by_key_.find(base::word_key(text));
    const WordReading reading = found == by_key_.end() ? WordReading{} : found->second;
    return by_spelling_.try_emplace(std::string(text), reading).first->second;
}

std::string_view WordReader::nearest(std::string_view text) {
    if (nearest_left_ == 0) return {};
    --nearest_left_;
    std::vector<std::string_view> words;
    for (const WordGroup& group : groups_of(vocabulary_)) {
        words.push_back(group.code);
        for (const std::string_view list : {group.names, group.also})
            for_each_part(list, [&](std::string_view word) { words.push_back(word); });
    }
    return base::nearest(text, words);
}

std::string WordReader::values() const {
    std::string text;
    const auto groups = groups_of(vocabulary_);
    for (const WordGroup& group : groups) {
        if (&group != &groups[index_of(groups, group.code)]) continue;
        if (!text.empty()) text += ", ";
        text += group.code;
        const std::string_view french = first_name(group.names);
        if (!french.empty() && french != group.code) text.append(" (").append(french).append(")");
    }
    return text;
}

}  // namespace maillage::formats
