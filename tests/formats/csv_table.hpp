#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/issue.hpp>
#include <maillage/formats/csv_reader.hpp>

#include "support/folder.hpp"

namespace maillage::test {

/// All that a reader gave of one text.
struct Table {
    std::vector<std::string> header;
    std::vector<std::vector<std::string>> rows;
    std::vector<std::vector<formats::Cell>> places;  ///< Their texts are no longer valid.
    std::vector<base::Issue> issues;
    std::uint64_t refused = 0;
    bool usable = false;
    char separator = 0;

    /// "E011 4" for each issue: code and line, in order.
    [[nodiscard]] std::vector<std::string> codes() const {
        std::vector<std::string> all;
        for (const base::Issue& issue : issues)
            all.push_back(std::string(issue.message.code) + " " + std::to_string(issue.line));
        return all;
    }
};

using Names = std::set<std::string, std::less<>>;

inline Table read_file(const std::filesystem::path& path, const Names& known = {},
                       const std::string& encoding = {}) {
    base::Issues issues;
    Table table;
    formats::CsvOptions options;
    options.encoding = encoding;
    options.knows_column = [&](std::string_view name) { return known.contains(name); };
    formats::CsvReader reader(path, "table.csv", options, issues);
    table.usable = reader.usable();
    table.separator = reader.separator();
    for (const formats::Cell& cell : reader.header()) table.header.emplace_back(cell.text);
    while (const auto* cells = reader.next()) {
        table.rows.emplace_back();
        for (const formats::Cell& cell : *cells) table.rows.back().emplace_back(cell.text);
        table.places.push_back(*cells);
    }
    table.refused = reader.refused();
    table.issues = issues.sorted();
    return table;
}

inline Table read_text(std::string_view bytes, const Names& known = {},
                       const std::string& encoding = {}) {
    const Folder folder;
    return read_file(folder.write("table.csv", bytes), known, encoding);
}

}  // namespace maillage::test
