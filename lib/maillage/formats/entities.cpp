#include <algorithm>
#include <bit>
#include <charconv>

#include <maillage/base/text.hpp>
#include <maillage/formats/entities.hpp>

namespace maillage::formats {

namespace {

bool all_digits(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// The commune of an arrondissement of Paris, Lyon or Marseille; empty for any other code.
std::string_view folded(std::string_view code) {
    if (code.size() != 5 || !all_digits(code)) return {};
    int number = 0;
    std::from_chars(code.data(), code.data() + code.size(), number);
    if (number >= 75101 && number <= 75120) return "75056";
    if (number >= 69381 && number <= 69389) return "69123";
    if (number >= 13201 && number <= 13216) return "13055";
    return {};
}

/// Searching the nearest of many ids takes milliseconds: enough for a person to read, no more.
constexpr std::size_t nearest_limit = 50;

}  // namespace

void Entities::add(const Entry& entry) {
    by_id_.emplace(entry.id, static_cast<std::uint32_t>(entries_.size()));
    entries_.push_back(entry);
}

const Entities::Entry* Entities::find(std::string_view id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? nullptr : &entries_[found->second];
}

void Entities::add_code(std::string_view code, std::uint32_t entry, Rank rank) {
    const auto [place, added] = by_code_.try_emplace(code, Code{entry, rank, false});
    if (added) return;
    Code& known = place->second;
    if (rank < known.rank)
        known = {entry, rank, false};
    else if (rank == known.rank)
        known.several = true;
}

Resolution Entities::checked(Found how, std::uint32_t entry) const {
    return {entries_[entry].row == nothing ? Found::refused : how, entry};
}

Resolution Entities::exactly(std::string_view text) const {
    if (const auto id = by_id_.find(text); id != by_id_.end())
        return checked(Found::by_id, id->second);
    const auto code = by_code_.find(text);
    if (code == by_code_.end()) return {};
    if (code->second.several) return {Found::several, code->second.entry};
    return checked(Found::by_code, code->second.entry);
}

Resolution Entities::resolve(std::string_view text) {
    if (const Resolution found = exactly(text); found.how != Found::nothing) return found;
    if (const auto known = resolved_.find(text); known != resolved_.end()) return known->second;
    return resolved_.try_emplace(std::string(text), search(text)).first->second;
}

Resolution Entities::search(std::string_view text) {
    if (!text.empty() && text.size() < 5 && all_digits(text)) {
        std::string padded(text);
        while (padded.size() < 5) {
            padded.insert(0, 1, '0');
            const Resolution found = exactly(padded);
            if (found.how == Found::by_id || found.how == Found::by_code)
                return {Found::by_padding, found.entry};
        }
    }
    if (const std::string_view commune = folded(text); !commune.empty()) {
        const Resolution found = exactly(commune);
        if (found.how == Found::by_id || found.how == Found::by_code)
            return {Found::by_folding, found.entry};
    }
    learn_names();
    const auto found = by_name_.find(base::comparison_key(text));
    return found == by_name_.end() ? Resolution{} : found->second;
}

void Entities::learn_names() {
    if (names_known_) return;
    names_known_ = true;
    for (std::uint32_t i = 0; i < entries_.size(); ++i) {
        if (entries_[i].name.empty()) continue;
        const auto [place, added] = by_name_.try_emplace(base::comparison_key(entries_[i].name),
                                                         checked(Found::by_name, i));
        if (!added) place->second = {Found::several, place->second.entry};
    }
}

Entities::Shape Entities::shape_of(std::string_view text) {
    const std::string key = base::word_key(text);
    Shape shape{0, base::length_utf8(key)};
    for (const char c : key) shape.letters |= std::uint64_t{1} << (static_cast<unsigned>(c) & 63U);
    return shape;
}

void Entities::learn_shapes() {
    if (!shapes_.empty()) return;
    for (const Entry& entry : entries_) {
        candidates_.push_back(entry.id);
        if (!entry.name.empty() && entry.name != entry.id) candidates_.push_back(entry.name);
    }
    for (const auto& [code, row] : by_code_) candidates_.push_back(code);
    shapes_.reserve(candidates_.size());
    for (const std::string_view candidate : candidates_) shapes_.push_back(shape_of(candidate));
}

/// Most candidates are left out by what a few changes of letters cannot do: change the length or
/// the set of letters by more.
std::string_view Entities::nearest(std::string_view text) {
    if (const auto known = nearest_.find(text); known != nearest_.end()) return known->second;
    if (nearest_.size() >= nearest_limit) return {};
    learn_shapes();
    const Shape shape = shape_of(text);
    const std::size_t changes = std::max<std::size_t>(2, shape.length / 4);
    std::vector<std::string_view> close;
    for (std::size_t i = 0; i < candidates_.size(); ++i) {
        const std::size_t longer = std::max(shapes_[i].length, shape.length);
        const std::size_t shorter = std::min(shapes_[i].length, shape.length);
        const auto letters = std::popcount(shapes_[i].letters ^ shape.letters);
        if (longer - shorter > changes || static_cast<std::size_t>(letters) > 2 * changes) continue;
        close.push_back(candidates_[i]);
    }
    return nearest_.try_emplace(std::string(text), base::nearest(text, close)).first->second;
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> Entities::ids_alike() const {
    std::vector<std::string_view> ids;
    ids.reserve(entries_.size());
    for (const Entry& entry : entries_) ids.push_back(entry.id);
    return alike(ids);
}

std::vector<std::pair<std::uint32_t, std::uint32_t>> alike(std::span<const std::string_view> texts,
                                                           std::span<const std::uint32_t> groups) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> keys;
    keys.reserve(texts.size());
    for (std::uint32_t i = 0; i < texts.size(); ++i) {
        std::string key = base::comparison_key(texts[i]);
        if (!groups.empty()) key.append("|").append(std::to_string(groups[i]));
        keys.emplace_back(KeyedHash()(key), i);
    }
    std::ranges::sort(keys);
    std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs;
    for (std::size_t i = 1, first = 0; i < keys.size(); ++i) {
        if (keys[i].first != keys[first].first)
            first = i;
        else if (texts[keys[i].second] != texts[keys[first].second])
            pairs.emplace_back(keys[first].second, keys[i].second);
    }
    std::ranges::sort(pairs, {}, [](const auto& pair) { return pair.second; });
    return pairs;
}

}  // namespace maillage::formats
