#include <algorithm>
#include <optional>
#include <utility>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>
#include <maillage/formats/csv_reader.hpp>
#include <maillage/formats/dialect.hpp>
#include <maillage/formats/encoding.hpp>
#include <maillage/formats/mapped_file.hpp>
#include <maillage/formats/record_scanner.hpp>

namespace maillage::formats {

namespace {

using base::Severity;

std::optional<Encoding> forced_encoding(const std::string& name) {
    if (name.empty()) return std::nullopt;
    const auto encoding = encoding_named(name);
    if (!encoding) throw base::UsageError({"U030", {base::excerpt_of(name)}, {}});
    return encoding;
}

bool is_blank(const Cell& cell) {
    return cell.text.find_first_not_of(" \t") == std::string_view::npos;
}

std::string_view code_of(Fault fault) {
    switch (fault) {
        case Fault::unclosed_quote:
            return "E012";
        case Fault::text_after_quote:
            return "E013";
        case Fault::quote_closed_late:
            return "E014";
        case Fault::long_cell:
            return "E501";
        case Fault::long_record:
            return "E502";
        case Fault::many_columns:
            return "E503";
        case Fault::none:
            break;
    }
    return {};
}

}  // namespace

struct CsvReader::State {
    State(const std::filesystem::path& path, std::string file_name, base::Issues& all_issues)
        : file(path, file_name), name(std::move(file_name)), issues(all_issues) {}

    MappedFile file;
    std::string name;
    base::Issues& issues;
    DecodedText decoded;
    std::string_view text;
    std::optional<RecordScanner> scanner;
    char separator = ',';
    base::TextArena header_texts;
    std::vector<Cell> header;
    std::size_t header_cells = 0;  ///< With those at the end that have no name.
    std::uint64_t refused = 0;
    bool usable = false;

    void open(const CsvOptions& options);
    bool read_header(const Dialect& dialect);
    const std::vector<Cell>* next();
    bool accept(std::vector<Cell>& cells);
    void report(Severity severity, base::Message message, const Cell& place, std::uint32_t column);
    void report_fault();
    [[nodiscard]] std::string_view line_at(std::uint64_t begin) const;
};

void CsvReader::State::open(const CsvOptions& options) {
    const auto forced = forced_encoding(options.encoding);
    if (!decode(file.bytes(), forced, name, issues, decoded)) return;
    text = decoded.text;
    const auto dialect = find_dialect(text, options.knows_column, name, issues);
    usable = dialect && read_header(*dialect);
}

bool CsvReader::State::read_header(const Dialect& dialect) {
    separator = dialect.separator;
    scanner.emplace(text, separator, dialect.header_begin, dialect.header_line);
    if (!scanner->read()) return false;
    if (scanner->fault() != Fault::none) {
        report_fault();
        return false;
    }
    header = scanner->cells();
    header_cells = header.size();
    while (header.size() > 1 && is_blank(header.back())) header.pop_back();
    for (Cell& cell : header) cell.text = header_texts.keep(cell.text);
    if (dialect.preamble_lines > 0) {
        const std::string lines = std::to_string(dialect.preamble_lines);
        report(Severity::warning, {"W012", {lines}, {}}, header.front(), 0);
    }
    return true;
}

const std::vector<Cell>* CsvReader::State::next() {
    while (usable && scanner->read()) {
        if (scanner->fault() != Fault::none) {
            report_fault();
            ++refused;
        } else if (accept(scanner->cells())) {
            return &scanner->cells();
        }
    }
    return nullptr;
}

bool CsvReader::State::accept(std::vector<Cell>& cells) {
    if (std::ranges::all_of(cells, is_blank)) {
        if (cells.size() > 1) report(Severity::warning, {"W011", {}, {}}, cells.front(), 0);
        return false;
    }
    if (cells.size() == header.size()) return true;
    // Where the header line ends with separators, so may the others.
    const bool as_header = cells.size() > header.size() && cells.size() <= header_cells;
    if (as_header && std::all_of(cells.begin() + static_cast<std::ptrdiff_t>(header.size()),
                                 cells.end(), is_blank)) {
        cells.resize(header.size());
        return true;
    }
    const std::string shown = shown_separator(separator);
    report(Severity::error,
           {"E011", {std::to_string(cells.size()), std::to_string(header.size()), shown}, {shown}},
           cells.front(), 0);
    ++refused;
    return false;
}

void CsvReader::State::report(Severity severity, base::Message message, const Cell& place,
                              std::uint32_t column) {
    issues.add({severity,
                std::move(message),
                name,
                {},
                place.line,
                column,
                excerpt_of_line(line_at(place.line_begin))});
}

void CsvReader::State::report_fault() {
    const Cell& place = scanner->fault_place();
    std::vector<std::string> arguments;
    if (scanner->fault() == Fault::many_columns)
        arguments.push_back(std::to_string(scanner->cell_count()));
    if (scanner->fault() == Fault::quote_closed_late)
        arguments.push_back(std::to_string(scanner->closing_line()));
    const std::uint32_t column = scanner->fault() == Fault::long_record ? 0 : place.column;
    report(Severity::error, {code_of(scanner->fault()), std::move(arguments), {}}, place, column);
}

std::string_view CsvReader::State::line_at(std::uint64_t begin) const {
    if (begin >= text.size()) return {};
    const char* line = text.data() + begin;
    const char* end = find_line_end(line, text.data() + text.size());
    return {line, static_cast<std::size_t>(end - line)};
}

CsvReader::CsvReader(const std::filesystem::path& path, std::string name, const CsvOptions& options,
                     base::Issues& issues)
    : state_(std::make_unique<State>(path, std::move(name), issues)) {
    state_->open(options);
}

CsvReader::~CsvReader() = default;

bool CsvReader::usable() const {
    return state_->usable;
}

std::span<const Cell> CsvReader::header() const {
    return state_->header;
}

const std::vector<Cell>* CsvReader::next() {
    return state_->next();
}

std::uint64_t CsvReader::refused() const {
    return state_->refused;
}

std::string_view CsvReader::line_at(std::uint64_t line_begin) const {
    return state_->line_at(line_begin);
}

std::string_view CsvReader::bytes() const {
    return state_->file.bytes();
}

char CsvReader::separator() const {
    return state_->separator;
}

}  // namespace maillage::formats
