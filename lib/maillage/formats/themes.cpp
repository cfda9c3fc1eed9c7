#include <maillage/base/text.hpp>
#include <maillage/formats/loading.hpp>
#include <maillage/formats/vocabulary.hpp>

namespace maillage::formats {

Themes::Themes(const std::map<std::string, std::string>& synonyms, model::Draft& draft)
    : draft_(draft) {
    for (const WordGroup& group : groups_of(Vocabulary::stake)) {
        for_each_part(group.names, [&](std::string_view name) {
            synonyms_.try_emplace(base::word_key(name), group.code);
        });
        synonyms_.try_emplace(base::word_key(group.code), group.code);
    }
    for (const auto& [word, theme] : synonyms)
        synonyms_.insert_or_assign(base::word_key(word), base::comparison_key(theme));
}

model::ThemeId Themes::intern(std::string_view text) {
    if (const auto known = by_spelling_.find(text); known != by_spelling_.end())
        return known->second;
    std::string key = base::comparison_key(text);
    if (const auto synonym = synonyms_.find(base::word_key(text)); synonym != synonyms_.end())
        key = synonym->second;
    const auto next = static_cast<std::uint32_t>(draft_.themes.size());
    const auto [place, added] = by_key_.try_emplace(key, model::ThemeId{next});
    const model::ThemeId id = place->second;
    const std::string_view label = draft_.data.text.keep(text);
    if (added)
        draft_.themes.push_back({draft_.data.text.keep(key), label});
    else if (model::Theme& theme = draft_.themes[id.index]; label < theme.label)
        theme.label = label;
    by_spelling_.try_emplace(std::string(text), id);
    return id;
}

}  // namespace maillage::formats
