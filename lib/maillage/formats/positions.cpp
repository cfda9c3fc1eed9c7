#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <tuple>

#include <maillage/base/error.hpp>
#include <maillage/formats/csv_reader.hpp>
#include <maillage/formats/positions.hpp>

namespace maillage::formats {

namespace {

constexpr std::array<std::string_view, 4> columns{"what", "id", "x", "y"};
constexpr int decimals = 6;  ///< A thousandth of a point on the largest sheet.

std::optional<double> share(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return is_whole && value >= 0 && value <= 1 ? std::optional(value) : std::nullopt;
}

std::string number(double value) {
    std::array<char, 32> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::fixed, decimals)
                         .ptr;
    return {buffer.data(), end};
}

std::string cell(std::string_view text) {
    if (text.find_first_of(",;\t|\"\r\n") == text.npos) return std::string(text);
    std::string quoted = "\"";
    for (const char c : text) quoted += c == '"' ? std::string("\"\"") : std::string(1, c);
    return quoted + "\"";
}

}  // namespace

std::vector<model::Position> read_positions(const std::filesystem::path& path) {
    const std::string name = path.filename().string();
    base::Issues issues;
    const auto is_column = [](std::string_view text) {
        return std::ranges::find(columns, text) != columns.end();
    };
    CsvReader reader(path, name, {{}, is_column}, issues);
    std::array<std::size_t, columns.size()> place{};
    for (std::size_t c = 0; c < columns.size(); ++c) {
        const auto header = reader.usable() ? reader.header() : std::span<const Cell>();
        const auto found = std::ranges::find(header, columns[c], &Cell::text);
        if (found == header.end()) throw base::DataError({"E493", {name}, {}});
        place[c] = static_cast<std::size_t>(found - header.begin());
    }
    std::vector<model::Position> positions;
    while (const std::vector<Cell>* record = reader.next()) {
        const auto x = share((*record)[place[2]].text), y = share((*record)[place[3]].text);
        if (!x || !y)
            throw base::DataError({"E494", {name, std::to_string((*record)[place[2]].line)}, {}});
        positions.push_back(
            {std::string((*record)[place[0]].text), std::string((*record)[place[1]].text), *x, *y});
    }
    return positions;
}

std::string write_positions(std::span<const model::Position> positions) {
    std::vector<const model::Position*> sorted;
    sorted.reserve(positions.size());
    for (const model::Position& position : positions) sorted.push_back(&position);
    std::ranges::stable_sort(sorted, {}, [](const model::Position* position) {
        return std::tie(position->what, position->id);
    });
    std::string text = "what,id,x,y\n";
    for (const model::Position* position : sorted)
        text.append(cell(position->what) + "," + cell(position->id) + "," + number(position->x) +
                    "," + number(position->y) + "\n");
    return text;
}

}  // namespace maillage::formats
