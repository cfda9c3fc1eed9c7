// From a folder to a dataset: find the tables, read each after those it refers to, finish.

#include <algorithm>
#include <map>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/loading.hpp>
#include <maillage/formats/schema.hpp>
#include <maillage/formats/words.hpp>

namespace maillage::formats {

namespace fs = std::filesystem;
using base::Severity;

namespace {

constexpr std::string_view settings_file = "maillage.toml";

/// Every name that a table may bear, by word key.
std::map<std::string, Table, std::less<>> table_names() {
    std::map<std::string, Table, std::less<>> names;
    for (const TableSchema& table : schema()) {
        names.try_emplace(base::word_key(model::code_of(model::table_words, table.table)),
                          table.table);
        for_each_part(table.names, [&](std::string_view name) {
            names.try_emplace(base::word_key(name), table.table);
        });
    }
    return names;
}

std::string lower_extension(const fs::path& path) {
    std::string extension = path.extension().string();
    std::ranges::transform(extension, extension.begin(), [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    });
    return extension;
}

/// The regular files of a folder in byte order of their names, hidden ones left out.
std::vector<fs::path> files_of(const fs::path& folder) {
    std::error_code error;
    const fs::file_status status = fs::status(folder, error);
    if (!fs::exists(status)) throw base::InputError({"S001", {folder.string()}, {}});
    if (!fs::is_directory(status)) throw base::InputError({"E052", {folder.string()}, {}});
    std::vector<fs::path> files;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        std::error_code dangling;
        if (at->is_regular_file(dangling) && !name.starts_with('.')) files.push_back(at->path());
    }
    if (error) throw base::InputError({"S002", {folder.string()}, {}});
    std::ranges::sort(files);
    return files;
}

class Folder {
  public:
    Folder(const fs::path& path, Loading& loading, std::vector<std::string>& ignored)
        : path_(path), loading_(loading), ignored_(ignored), names_(table_names()) {}

    void find_tables() {
        for (const fs::path& file : files_of(path_)) take(file);
        if (size_ > loading_.options.max_input)
            throw base::LimitError(
                {"E504", {std::to_string(size_), std::to_string(loading_.options.max_input)}, {}});
        if (!found_ && !loading_.issues.has_errors())
            throw base::InputError({"E054", {path_.string()}, {}});
    }

  private:
    const fs::path& path_;
    Loading& loading_;
    std::vector<std::string>& ignored_;
    std::map<std::string, Table, std::less<>> names_;
    std::uint64_t size_ = 0;
    bool found_ = false;

    void take(const fs::path& file) {
        const std::string name = file.filename().string();
        if (name == settings_file) return;
        const std::string extension = lower_extension(file);
        const auto table = names_.find(base::word_key(file.stem().string()));
        const bool text = extension == ".csv" || extension == ".tsv" || extension == ".txt";
        const bool workbook = extension == ".xlsx" || extension == ".ods" || extension == ".xls";
        if (table != names_.end() && workbook)
            return report(name, Severity::error, "E055", {std::string(name)});
        if (table == names_.end() || !text) return ignore(name, file, text);
        std::error_code error;
        fs::path& place = loading_.files[static_cast<std::size_t>(table->second)];
        if (!place.empty())
            return report(name, Severity::error, "E103",
                          {place.filename().string(),
                           std::string(model::code_of(model::table_words, table->second))});
        place = file;
        found_ = true;
        if (const auto size = fs::file_size(file, error); !error) size_ += size;
    }

    /// A file that is no table is passed over, but one whose name is nearly that of a table is
    /// likely to be missed.
    void ignore(const std::string& name, const fs::path& file, bool text) {
        ignored_.push_back(name);
        if (!text) return;
        std::vector<std::string_view> candidates;
        for (const auto& [key, table] : names_) candidates.push_back(key);
        const std::string_view near = base::nearest(file.stem().string(), candidates);
        if (near.empty()) return;
        const Table table = names_.find(near)->second;
        loading_.issues.add({Severity::warning,
                             {"W051",
                              {},
                              {std::string(model::code_of(model::table_words, table)) + ".csv",
                               std::string(first_name(schema_of(table).names)) + ".csv"}},
                             name,
                             {},
                             0,
                             0,
                             {}});
    }

    void report(const std::string& name, Severity severity, std::string_view code,
                std::vector<std::string> words) {
        loading_.issues.add({severity, {code, std::move(words), {}}, name, {}, 0, 0, {}});
    }
};

}  // namespace

Loaded load(const fs::path& path, const LoadOptions& options) {
    Loaded loaded;
    const SettingsFile settings = read_settings(path, loaded.issues);
    Loading loading(options, settings, loaded.issues);
    loading.draft.data.settings = settings.settings;
    Folder(path, loading, loaded.ignored_files).find_tables();
    read_sources(loading);
    read_territories(loading);
    read_actors(loading);
    read_partnerships(loading);
    read_events(loading);
    read_experiments(loading);
    read_stakes(loading);
    read_targets(loading);
    read_levers(loading);
    read_ratings(loading);
    read_engagements(loading);
    read_benchmarks(loading);
    loaded.data = model::finish(std::move(loading.draft));
    return loaded;
}

}  // namespace maillage::formats
