#pragma once

#include <filesystem>
#include <map>
#include <string>

#include <maillage/base/issue.hpp>
#include <maillage/model/settings.hpp>

namespace maillage::formats {

/// What maillage.toml says: settings of the dataset, and words that help to read its tables.
struct SettingsFile {
    model::Settings settings;
    /// `[columns.TABLE]`: canonical column -> header of the file, as written.
    std::map<std::string, std::map<std::string, std::string>> columns;
    std::map<std::string, std::string> kinds;   ///< `[kinds]`: word of the file -> kind.
    std::map<std::string, std::string> themes;  ///< `[themes]`: synonym -> theme.
    /// `[vocabulary.COLUMN]`: word of the file -> word of the format.
    std::map<std::string, std::map<std::string, std::string>> vocabulary;
    std::string sha256;  ///< Of its bytes; empty when there is no file.
};

/// Reads `folder/maillage.toml`, or gives the defaults when there is none. `settings.title` is the
/// name of the folder when the file does not say one.
///
/// Errors   None thrown: syntax errors, unknown keys (with the nearest known one), wrong types and
///          impossible dates become issues with line and column.
[[nodiscard]] SettingsFile read_settings(const std::filesystem::path& folder, base::Issues& issues);

}  // namespace maillage::formats
