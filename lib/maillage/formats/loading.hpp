#pragma once

#include <array>
#include <filesystem>
#include <string>
#include <unordered_map>

#include <maillage/formats/entities.hpp>
#include <maillage/formats/load.hpp>
#include <maillage/formats/settings.hpp>
#include <maillage/model/draft.hpp>

namespace maillage::formats {

using model::Table;

/// Themes by comparison key, synonyms resolved.
class Themes {
  public:
    /// `synonyms` is `[themes]` of maillage.toml; the standard stakes have their two names besides.
    Themes(const std::map<std::string, std::string>& synonyms, model::Draft& draft);
    [[nodiscard]] model::ThemeId intern(std::string_view text);

  private:
    model::Draft& draft_;
    std::unordered_map<std::string, std::string> synonyms_;
    std::unordered_map<std::string, model::ThemeId, KeyedHash, std::equal_to<>> by_key_,
        by_spelling_;
};

/// A dataset while it is being read: what all the tables share.
struct Loading {
    Loading(const LoadOptions& options_given, const SettingsFile& settings_read,
            base::Issues& issues_found)
        : options(options_given),
          settings(settings_read),
          issues(issues_found),
          themes(settings_read.themes, draft) {}
    Loading(const Loading&) = delete;
    Loading& operator=(const Loading&) = delete;

    const LoadOptions& options;
    const SettingsFile& settings;
    base::Issues& issues;
    model::Draft draft;
    Themes themes;
    std::array<std::filesystem::path, model::table_count> files;  ///< Empty: no such table.
    std::array<Entities, model::table_count> entities;

    [[nodiscard]] Entities& of(Table table) { return entities[static_cast<std::size_t>(table)]; }
    [[nodiscard]] const std::filesystem::path& file(Table table) const {
        return files[static_cast<std::size_t>(table)];
    }
    [[nodiscard]] model::TableInfo& info(Table table) {
        return draft.data.tables[static_cast<std::size_t>(table)];
    }
};

// One function a room of the dataset, called in the order in which references point: each table
// after those it refers to.
void read_sources(Loading& loading);
void read_territories(Loading& loading);
void read_actors(Loading& loading);
void read_partnerships(Loading& loading);
void read_events(Loading& loading);
void read_experiments(Loading& loading);
void read_stakes(Loading& loading);
void read_targets(Loading& loading);
void read_levers(Loading& loading);
void read_ratings(Loading& loading);
void read_engagements(Loading& loading);
void read_benchmarks(Loading& loading);

}  // namespace maillage::formats
