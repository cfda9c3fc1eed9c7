#include <bit>
#include <cstring>

#include <maillage/formats/record_scanner.hpp>

namespace maillage::formats {

namespace {

constexpr std::uint64_t ones = 0x0101010101010101;
constexpr std::uint64_t high_bits = 0x8080808080808080;

constexpr std::uint64_t repeated(char byte) {
    return ones * static_cast<unsigned char>(byte);
}

std::uint64_t load(const char* at) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    return word;
}

/// High bit of the lowest zero byte set, and nothing below it (bytes above may be wrongly marked).
constexpr std::uint64_t zero_bytes(std::uint64_t word) {
    return (word - ones) & ~word & high_bits;
}

/// The first `stops` character, LF or CR at or after `at`, or `end`. Eight bytes at a time: cells
/// are short, so what counts is to begin and end quickly. `seen` collects the bits of the bytes
/// passed, and of a few after them.
inline const char* find(const char* at, const char* end, std::uint64_t stops, std::uint64_t& seen) {
    if constexpr (std::endian::native == std::endian::little) {
        while (end - at >= 8) {
            const std::uint64_t word = load(at);
            seen |= word;
            const std::uint64_t hit = zero_bytes(word ^ stops) | zero_bytes(word ^ repeated('\n')) |
                                      zero_bytes(word ^ repeated('\r'));
            if (hit != 0) return at + std::countr_zero(hit) / 8;
            at += 8;
        }
    }
    const char stop = static_cast<char>(stops & 0xFF);
    while (at != end && *at != stop && *at != '\n' && *at != '\r')
        seen |= static_cast<unsigned char>(*at++);
    return at;
}

/// Bytes that begin a character of UTF-8.
std::uint32_t count_characters(const char* at, const char* end) {
    std::uint64_t following = 0;
    const auto length = end - at;
    for (; end - at >= 8; at += 8) {
        const std::uint64_t word = load(at);
        following += ((((word >> 7) & ~(word >> 6)) & ones) * ones) >> 56;
    }
    for (; at != end; ++at) following += (static_cast<unsigned char>(*at) & 0xC0) == 0x80 ? 1 : 0;
    return static_cast<std::uint32_t>(static_cast<std::uint64_t>(length) - following);
}

/// Our writer of CSV puts ' before a text that a spreadsheet would take for a formula.
bool is_guarded_formula(std::string_view text) {
    return text.size() > 1 && text[0] == '\'' &&
           std::string_view("=+-@\t\r").find(text[1]) != std::string_view::npos;
}

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}

}  // namespace

const char* find_line_end(const char* from, const char* end) {
    std::uint64_t seen = 0;
    return find(from, end, repeated('\n'), seen);
}

RecordScanner::RecordScanner(std::string_view text, char separator, std::uint64_t begin,
                             std::uint32_t line)
    : text_(text.data()),
      end_(text.data() + text.size()),
      at_(text.data() + begin),
      separator_(separator),
      separators_(repeated(separator)),
      line_(line),
      line_begin_(at_),
      counted_(at_) {}

bool RecordScanner::read() {
    skip_blank_lines();
    if (at_ == end_) return false;
    cells_.clear();
    doubled_.clear();
    count_ = 0;
    fault_ = Fault::none;
    seen_ = 0;
    begin_line(at_);
    const Cell first = place(at_);
    const char* after = read_cells();
    if (static_cast<std::size_t>(after - at_) > max_record_bytes) {
        set_fault(Fault::long_record, first);
    }
    at_ = skip_line_end(after, end_);
    ++line_;
    if (!doubled_.empty()) unescape();
    return true;
}

void RecordScanner::skip_blank_lines() {
    while (at_ != end_) {
        const char* at = at_;
        while (at != end_ && is_blank(*at) && *at != separator_) ++at;
        if (at != end_ && *at != '\n' && *at != '\r') return;
        if (at != end_) ++line_;
        at_ = skip_line_end(at, end_);
    }
}

/// The end of the line where the record ends, or where it was given up.
const char* RecordScanner::read_cells() {
    const char* at = at_;
    for (;;) {
        at = at != end_ && *at == '"' ? read_quoted(at) : read_plain(at);
        if (at == end_ || *at != separator_) return at;
        ++at;
    }
}

const char* RecordScanner::read_plain(const char* begin) {
    const Cell where = place(begin);
    const char* cell_end = find(begin, end_, separators_, seen_);
    add(where, begin, cell_end, false);
    return cell_end;
}

const char* RecordScanner::read_quoted(const char* begin) {
    const Cell opened = place(begin);
    bool doubled = false;
    const char* closing = closing_quote(begin + 1, doubled);
    if (closing == end_) return give_up(Fault::unclosed_quote, opened, opened, begin);
    const char* after = closing + 1;
    while (after != end_ && is_blank(*after) && *after != separator_) ++after;
    if (!ends_cell(after)) {
        closing_line_ = line_;
        return line_ == opened.line ? give_up(Fault::text_after_quote, place(after), opened, begin)
                                    : give_up(Fault::quote_closed_late, opened, opened, begin);
    }
    add(opened, begin + 1, closing, doubled);
    return after;
}

const char* RecordScanner::closing_quote(const char* from, bool& doubled) {
    const char* at = from;
    for (;;) {
        at = find(at, end_, repeated('"'), seen_);
        if (at == end_) return end_;
        if (*at != '"') {
            at = skip_line_end(at, end_);
            ++line_;
            begin_line(at);
        } else if (at + 1 != end_ && at[1] == '"') {
            doubled = true;
            at += 2;
        } else {
            return at;
        }
    }
}

bool RecordScanner::ends_cell(const char* at) const {
    return at == end_ || *at == separator_ || *at == '\n' || *at == '\r';
}

void RecordScanner::add(const Cell& where, const char* begin, const char* end, bool doubled) {
    std::string_view text(begin, static_cast<std::size_t>(end - begin));
    if (text.size() > max_cell_bytes) set_fault(Fault::long_cell, where);
    if (++count_ > max_columns) return set_fault(Fault::many_columns, where);
    if (is_guarded_formula(text)) text.remove_prefix(1);
    if (doubled) doubled_.push_back(static_cast<std::uint32_t>(cells_.size()));
    cells_.push_back(where);
    cells_.back().text = text;
}

void RecordScanner::begin_line(const char* at) {
    line_begin_ = at;
    counted_ = at;
    characters_ = 0;
}

Cell RecordScanner::place(const char* at) {
    const bool ascii = (seen_ & high_bits) == 0;
    characters_ +=
        ascii ? static_cast<std::uint32_t>(at - counted_) : count_characters(counted_, at);
    counted_ = at;
    return {{}, line_, characters_ + 1, static_cast<std::uint64_t>(line_begin_ - text_)};
}

void RecordScanner::set_fault(Fault fault, const Cell& where) {
    if (fault_ != Fault::none) return;
    fault_ = fault;
    fault_place_ = where;
}

const char* RecordScanner::give_up(Fault fault, const Cell& where, const Cell& opened,
                                   const char* quote) {
    set_fault(fault, where);
    line_ = opened.line;
    return find_line_end(quote, end_);
}

void RecordScanner::unescape() {
    std::size_t size = 0;
    for (const std::uint32_t cell : doubled_) size += cells_[cell].text.size();
    unescaped_.resize(size);
    char* out = unescaped_.data();
    for (const std::uint32_t cell : doubled_) {
        const std::string_view text = cells_[cell].text;
        const char* begin = out;
        for (std::size_t i = 0; i < text.size(); ++i) {
            *out++ = text[i];
            if (text[i] == '"') ++i;
        }
        cells_[cell].text = {begin, static_cast<std::size_t>(out - begin)};
    }
}

}  // namespace maillage::formats
