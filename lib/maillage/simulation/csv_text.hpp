#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace maillage::simulation {

/// A table under writing: RFC 4180, comma, LF.
class CsvText {
  public:
    CsvText(std::string_view name, std::string_view header) : name_(name), text_(header) {
        text_ += '\n';
    }

    void row(std::initializer_list<std::string_view> cells) {
        bool first = true;
        for (const std::string_view cell : cells) {
            if (!first) text_ += ',';
            first = false;
            append(cell);
        }
        text_ += '\n';
    }

    [[nodiscard]] const std::string& name() const { return name_; }
    /// Without the room kept for more rows: all tables of a world are held at once.
    [[nodiscard]] std::string&& take() {
        text_.shrink_to_fit();
        return std::move(text_);
    }

  private:
    std::string name_;
    std::string text_;

    /// `find_first_of` calls a function for each character, which shows on a million rows.
    static bool needs_quotes(std::string_view cell) {
        for (const char c : cell)
            if (c == ',' || c == '"' || c == '\n' || c == '\r') return true;
        return false;
    }

    void append(std::string_view cell) {
        if (!needs_quotes(cell)) {
            text_ += cell;
            return;
        }
        text_ += '"';
        for (const char c : cell) {
            if (c == '"') text_ += '"';
            text_ += c;
        }
        text_ += '"';
    }
};

}  // namespace maillage::simulation
