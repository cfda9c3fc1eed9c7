#include <algorithm>
#include <array>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/selection.hpp>

namespace maillage::metrics {

namespace {

using base::UsageError;
using model::Dataset;
using model::TerritoryId;

constexpr std::array<std::string_view, 4> filter_columns{"source", "type", "themes", "intensity"};
constexpr std::array<std::string_view, 4> intensities{"information", "coordination", "cooperation",
                                                      "co_construction"};

/// Help arguments of a message that proposes a name.
std::vector<std::string> proposal(std::string_view text,
                                  std::span<const std::string_view> candidates) {
    const std::string_view near = base::nearest(text, candidates);
    if (near.empty()) return {};
    return {std::string(near)};
}

template <class Keep>
std::vector<TerritoryId> territories_where(const Dataset& data, Keep keep) {
    std::vector<TerritoryId> found;
    for (std::uint32_t i = 0; i < data.territories.size(); ++i)
        if (keep(data.territories[i])) found.push_back({i});
    return found;
}

[[noreturn]] void refuse_territory(const Dataset& data, const std::string& name) {
    std::vector<std::string_view> known;
    for (const model::Territory& territory : data.territories) {
        known.push_back(territory.id);
        known.push_back(territory.name);
    }
    throw UsageError({"U025", {base::excerpt_of(name)}, proposal(name, known)});
}

[[noreturn]] void refuse_ambiguous(const Dataset& data, const std::string& name,
                                   const std::vector<TerritoryId>& found) {
    std::string ids;
    for (const TerritoryId id : found) ids += (ids.empty() ? "" : ", ") + std::string(data[id].id);
    throw UsageError(
        {"U031", {base::excerpt_of(name), std::to_string(found.size())}, {base::excerpt_of(ids)}});
}

TerritoryId find_one(const Dataset& data, const std::string& name) {
    if (name == "*") return {};
    const TerritoryId by_id = data.find_territory(name);
    if (by_id.known()) return by_id;
    auto found = territories_where(data, [&](const model::Territory& territory) {
        return territory.code == name && territory.level == model::Level::commune;
    });
    if (found.empty())
        found = territories_where(
            data, [&](const model::Territory& territory) { return territory.code == name; });
    if (found.empty()) {
        const std::string key = base::comparison_key(name);
        found = territories_where(data, [&](const model::Territory& territory) {
            return base::comparison_key(territory.name) == key;
        });
    }
    if (found.empty()) refuse_territory(data, name);
    if (found.size() > 1) refuse_ambiguous(data, name, found);
    return found.front();
}

/// Marks those that are in `within` or below one of them, by any parent.
std::vector<bool> below(const Dataset& data, std::span<const TerritoryId> within) {
    std::vector<bool> inside(data.territories.size(), within.empty());
    for (const TerritoryId id : within) {
        if (!id.known()) return std::vector<bool>(data.territories.size(), true);
        inside[id.index] = true;
    }
    for (bool changed = true; changed;) {
        changed = false;
        for (std::size_t i = 0; i < inside.size(); ++i) {
            const auto parents = data.parents[i];
            if (!inside[i] &&
                std::ranges::any_of(parents, [&](TerritoryId p) { return bool{inside[p.index]}; }))
                changed = inside[i] = true;
        }
    }
    return inside;
}

std::string levels_present(const Dataset& data) {
    std::string text;
    for (std::size_t level = 0; level < model::levels.size(); ++level)
        if (std::ranges::any_of(data.territories, [&](const model::Territory& territory) {
                return static_cast<std::size_t>(territory.level) == level;
            }))
            text += std::string(model::levels[level].code) + ", ";
    return text + "all";
}

bool is_called(const model::Word& word, std::string_view key) {
    for (const std::string_view name :
         {word.code, word.label.fr, word.label.en, word.plural.fr, word.plural.en})
        if (base::word_key(name) == key) return true;
    return false;
}

std::string read_type(const std::string& value) {
    const std::string key = base::word_key(value);
    for (const model::Word& type : model::partnership_types)
        if (is_called(type, key)) return std::string(type.code);
    std::array<std::string_view, model::partnership_types.size()> codes;
    std::ranges::transform(model::partnership_types, codes.begin(), &model::Word::code);
    throw UsageError({"U027", {"type", base::excerpt_of(value)}, proposal(value, codes)});
}

std::string read_intensity(const std::string& value) {
    const std::string key = base::word_key(value);
    for (std::size_t i = 0; i < intensities.size(); ++i)
        if (key == std::to_string(i + 1) || key == base::word_key(intensities[i]))
            return std::to_string(i + 1);
    throw UsageError(
        {"U027", {"intensity", base::excerpt_of(value)}, proposal(value, intensities)});
}

}  // namespace

std::vector<TerritoryId> find_territories(const Dataset& data, std::span<const std::string> names) {
    std::vector<TerritoryId> found;
    for (const std::string& name : names) {
        const TerritoryId id = find_one(data, name);
        if (std::ranges::find(found, id) == found.end()) found.push_back(id);
    }
    return found;
}

std::vector<TerritoryId> territories_of_level(const Dataset& data,
                                              std::span<const TerritoryId> within,
                                              std::string_view level) {
    if (level == "all") return {TerritoryId{}};
    const std::vector<bool> inside = below(data, within);
    std::vector<TerritoryId> found;
    for (std::uint32_t i = 0; i < data.territories.size(); ++i)
        if (inside[i] && model::code_of(model::levels, data.territories[i].level) == level)
            found.push_back({i});
    if (found.empty()) throw UsageError({"U026", {std::string(level)}, {levels_present(data)}});
    std::ranges::sort(found, {}, [&](TerritoryId id) { return data[id].id; });
    return found;
}

std::vector<model::Word> level_words() {
    std::vector<model::Word> words(model::levels.begin(), model::levels.end());
    words.push_back({"all", {"tout", "all"}, {"tout", "all"}});
    return words;
}

Filter read_filter(std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
        throw UsageError({"U018", {base::excerpt_of(text)}, {}});
    std::string column = base::word_key(text.substr(0, equals));
    if (column == "intensite") column = "intensity";
    if (column == "thematiques") column = "themes";
    const std::string value(text.substr(equals + 1));
    if (column == "type") return {column, read_type(value)};
    if (column == "intensity") return {column, read_intensity(value)};
    if (std::ranges::find(filter_columns, column) == filter_columns.end())
        throw UsageError(
            {"U019", {base::excerpt_of(text.substr(0, equals))}, proposal(column, filter_columns)});
    return {column, value};
}

void check_filters(const Dataset& data, std::span<const Filter> filters) {
    for (const Filter& filter : filters) {
        std::vector<std::string_view> known;
        if (filter.column == "source")
            for (const model::Source& source : data.sources) known.push_back(source.id);
        if (filter.column == "themes")
            for (const model::Theme& theme : data.themes) known.push_back(theme.key);
        if (filter.column != "source" && filter.column != "themes") continue;
        const std::string value =
            filter.column == "themes" ? base::comparison_key(filter.value) : filter.value;
        if (std::ranges::find(known, value) == known.end())
            throw UsageError({"U027",
                              {filter.column, base::excerpt_of(filter.value)},
                              proposal(filter.value, known)});
    }
}

void check_metrics(std::span<const std::string> ids) {
    for (const std::string& id : ids) {
        if (find_metric(id) != nullptr) continue;
        std::vector<std::string_view> known;
        for (const Entry* entry : catalogue())
            for (const Metric& metric : entry->metrics) known.push_back(metric.id);
        throw UsageError({"U021", {base::excerpt_of(id)}, proposal(id, known)});
    }
}

}  // namespace maillage::metrics
