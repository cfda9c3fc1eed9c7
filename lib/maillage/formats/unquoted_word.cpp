#include <algorithm>

#include <maillage/base/text.hpp>
#include <maillage/formats/unquoted_word.hpp>

namespace maillage::formats {

namespace {

constexpr auto npos = std::string_view::npos;

bool beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a string of several lines is open after this line.
class LongStrings {
  public:
    [[nodiscard]] bool open() const { return !quotes_.empty(); }

    void see(std::string_view line) {
        while (!line.empty()) {
            const std::size_t at = open() ? line.find(quotes_) : next_opening(line);
            if (at == npos) return;
            quotes_ = open() ? std::string_view() : line.substr(at, 1) == "\"" ? basic : literal;
            line.remove_prefix(at + 3);
        }
    }

  private:
    static constexpr std::string_view basic = "\"\"\"", literal = "'''";
    std::string_view quotes_;

    static std::size_t next_opening(std::string_view line) {
        return std::min(line.find(basic), line.find(literal));
    }
};

/// The first byte beyond ASCII of a line, outside quotes and comments.
std::optional<std::size_t> offending_byte(std::string_view line) {
    char quote = 0;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '#') {
            return std::nullopt;
        } else if (beyond_ascii(c)) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace

std::optional<WordPlace> unquoted_word(std::string_view text) {
    LongStrings strings;
    for (std::uint32_t number = 1; !text.empty(); ++number) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        if (const auto at = strings.open() ? std::nullopt : offending_byte(line)) {
            const std::size_t begin = line.find_last_of(" \t[.{,=", *at) + 1;
            const std::size_t length = line.find_first_of(" \t],}=.\r", *at);
            return WordPlace{
                number, static_cast<std::uint32_t>(base::length_utf8(line.substr(0, begin)) + 1),
                line.substr(begin, length == npos ? npos : length - begin)};
        }
        strings.see(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return std::nullopt;
}

}  // namespace maillage::formats
