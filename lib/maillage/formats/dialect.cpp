#include <algorithm>

#include <maillage/base/message.hpp>
#include <maillage/formats/dialect.hpp>
#include <maillage/formats/encoding.hpp>
#include <maillage/formats/record_scanner.hpp>

namespace maillage::formats {

namespace {

constexpr std::uint32_t header_lines = 20;  ///< The header is looked for in that many lines.
constexpr std::size_t sample_records = 1'000;
constexpr std::size_t shown_cells = 10;  ///< More would not fit in a message.
constexpr std::size_t sample_bytes = std::size_t{4} << 20;

using KnowsColumn = std::function<bool(std::string_view)>;

struct Start {
    std::uint64_t begin = 0;
    std::uint32_t line = 1;
    std::optional<char> separator;
};

/// What one separator makes of the text.
struct Reading {
    Dialect dialect;
    std::vector<std::string> shown;  ///< First cells of the header.
    std::size_t cells = 0;           ///< Of the header.
    std::size_t known = 0;
    std::size_t agreeing = 0;
    std::size_t records = 0;

    [[nodiscard]] bool splits() const { return cells > 1; }
};

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view first_line(std::string_view text) {
    const char* end = find_line_end(text.data(), text.data() + text.size());
    return text.substr(0, static_cast<std::size_t>(end - text.data()));
}

/// The line `sep=;` that spreadsheets write and obey.
Start start_of(std::string_view text) {
    const std::string_view line = first_line(text);
    std::string_view declared = line;
    if (declared.size() == 7 && declared.front() == '"' && declared.back() == '"')
        declared = declared.substr(1, 5);
    const bool declares = declared.size() == 5 && (declared[0] | 0x20) == 's' &&
                          (declared[1] | 0x20) == 'e' && (declared[2] | 0x20) == 'p' &&
                          declared[3] == '=' &&
                          separators.find(declared[4]) != std::string_view::npos;
    if (!declares) return {};
    const char* end = text.data() + text.size();
    const char* next = skip_line_end(line.data() + line.size(), end);
    return {static_cast<std::uint64_t>(next - text.data()), 2, declared[4]};
}

/// A line of separators is no header, whichever separator it is read with.
bool has_text(const std::vector<Cell>& cells) {
    return std::ranges::any_of(cells, [](const Cell& cell) {
        return cell.text.find_first_not_of(" ,;|\t") != std::string_view::npos;
    });
}

std::size_t count_known(const std::vector<Cell>& cells, const KnowsColumn& knows_column) {
    if (!knows_column) return 0;
    return static_cast<std::size_t>(std::ranges::count_if(
        cells, [&](const Cell& cell) { return knows_column(trimmed(cell.text)); }));
}

/// A place on the first line of the record; its first cell may be the one that is faulty.
const Cell& first_place(const RecordScanner& scanner) {
    return scanner.cells().empty() ? scanner.fault_place() : scanner.cells().front();
}

void take_header(Reading& reading, const RecordScanner& scanner, std::size_t known) {
    const Cell& first = first_place(scanner);
    reading.dialect.header_begin = first.line_begin;
    reading.dialect.header_line = first.line;
    reading.known = known;
    reading.cells = std::max<std::size_t>(scanner.cell_count(), 1);
    reading.shown.clear();
    for (const Cell& cell : scanner.cells()) {
        if (reading.shown.size() == shown_cells) break;
        reading.shown.emplace_back(cell.text);
    }
}

/// The first line with text, unless a later one names more columns and this one hardly any.
void find_header(Reading& reading, std::string_view text, const Start& start,
                 const KnowsColumn& knows_column) {
    RecordScanner scanner(text, reading.dialect.separator, start.begin, start.line);
    std::uint32_t above = 0;
    while (scanner.line() <= header_lines && scanner.read()) {
        if (scanner.fault() == Fault::none && !has_text(scanner.cells())) continue;
        if (first_place(scanner).line > header_lines) break;
        const std::size_t known = count_known(scanner.cells(), knows_column);
        if (reading.cells == 0 || known > reading.known) {
            take_header(reading, scanner, known);
            reading.dialect.preamble_lines = above;
        }
        if (reading.known > 1 && above == 0) break;
        ++above;
    }
}

void count_agreeing(Reading& reading, RecordScanner& scanner) {
    const std::uint64_t from = scanner.position();
    for (std::size_t i = 0; i < sample_records && scanner.read(); ++i) {
        const bool cut = scanner.fault() == Fault::none || scanner.fault() == Fault::many_columns;
        const bool agrees = cut && scanner.cell_count() == reading.cells;
        reading.agreeing += agrees ? 1 : 0;
        ++reading.records;
        if (scanner.position() - from > sample_bytes) break;
    }
}

/// Where about the last thousand records begin, at or after `from`.
std::uint64_t begin_of_last_records(std::string_view text, std::uint64_t from) {
    const std::uint64_t least =
        std::max<std::uint64_t>(from, text.size() - std::min(text.size(), sample_bytes));
    std::uint64_t begin = text.size();
    for (std::size_t line_ends = 0; begin > least; --begin) {
        const char before = text[begin - 1];
        if ((before == '\n' || before == '\r') && ++line_ends > sample_records) break;
    }
    return begin;
}

Reading read_as(char separator, std::string_view text, const Start& start,
                const KnowsColumn& knows_column) {
    Reading reading;
    reading.dialect.separator = separator;
    find_header(reading, text, start, knows_column);
    if (reading.cells == 0) return reading;
    RecordScanner scanner(text, separator, reading.dialect.header_begin,
                          reading.dialect.header_line);
    if (scanner.read()) count_agreeing(reading, scanner);
    const std::uint64_t last = begin_of_last_records(text, scanner.position());
    RecordScanner end(text, separator, last, 1);
    count_agreeing(reading, end);
    return reading;
}

/// Negative, zero or positive as `a` makes less, as much or more sense than `b`.
int compare(const Reading& a, const Reading& b) {
    if (a.known != b.known) return a.known < b.known ? -1 : 1;
    // A separator that never occurs agrees with itself everywhere: one that cuts half of the
    // records like the header is better, one that cuts fewer is worse.
    const auto cuts_half = [](const Reading& reading) {
        return reading.agreeing * 2 >= reading.records;
    };
    if (a.splits() != b.splits())
        return a.splits() ? (cuts_half(a) ? 1 : -1) : (cuts_half(b) ? -1 : 1);
    const std::size_t left = a.agreeing * std::max<std::size_t>(b.records, 1);
    const std::size_t right = b.agreeing * std::max<std::size_t>(a.records, 1);
    return left == right ? 0 : left < right ? -1 : 1;
}

std::string shown(const Reading& reading) {
    std::string text;
    for (const std::string& cell : reading.shown) {
        if (!text.empty()) text += " | ";
        text += cell;
    }
    return base::excerpt_of(text);
}

}  // namespace

std::string shown_separator(char separator) {
    return separator == '\t' ? "TAB" : std::string(1, separator);
}

std::optional<Dialect> find_dialect(std::string_view text, const KnowsColumn& knows_column,
                                    const std::string& file, base::Issues& issues) {
    const Start start = start_of(text);
    std::vector<Reading> readings;
    for (const char separator : separators)
        if (!start.separator || *start.separator == separator)
            readings.push_back(read_as(separator, text, start, knows_column));
    const Reading* best = &readings.front();
    const Reading* rival = nullptr;
    for (const Reading& reading : readings) {
        if (&reading == best) continue;
        const int order = compare(reading, *best);
        if (order > 0) best = &reading;
        if (order >= 0) rival = order > 0 ? nullptr : &reading;
    }
    if (best->cells == 0) {
        issues.add({base::Severity::error, {"E001", {}, {}}, file, {}, 1, 0, {}});
        return std::nullopt;
    }
    if (rival != nullptr && (best->splits())) {
        issues.add(issue_at(text, best->dialect.header_begin, base::Severity::error,
                            {"E010",
                             {shown_separator(best->dialect.separator), shown(*best),
                              shown_separator(rival->dialect.separator), shown(*rival)},
                             {shown_separator(best->dialect.separator)}},
                            file));
        return std::nullopt;
    }
    return best->dialect;
}

}  // namespace maillage::formats
