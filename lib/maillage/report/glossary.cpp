#include <array>
#include <vector>

#include <maillage/report/glossary.hpp>

namespace maillage::report {

/// Made by cmake/maillage_glossary.cmake: the bytes of docs/glossary.md.
[[nodiscard]] std::string_view glossary_page();

namespace {

/// The four cells of a row `| word | mot | sens | meaning |`; empty for another line.
std::array<std::string_view, 4> cells_of(std::string_view line) {
    std::array<std::string_view, 4> cells;
    for (std::string_view& cell : cells) {
        if (!line.starts_with("| ")) return {};
        line.remove_prefix(2);
        const std::size_t end = line.find(" |");
        if (end == std::string_view::npos) return {};
        cell = line.substr(0, end);
        line.remove_prefix(end + 1);
    }
    return cells;
}

}  // namespace

std::span<const GlossaryWord> glossary() {
    static const std::vector<GlossaryWord> words = [] {
        std::vector<GlossaryWord> read;
        std::string_view page = glossary_page();
        page.remove_prefix(page.find("\n|---") + 1);
        while (!page.empty()) {
            const std::size_t end = page.find('\n');
            const auto [word, mot, sens, meaning] = cells_of(page.substr(0, end));
            if (!word.empty()) read.push_back({{mot, word}, {sens, meaning}});
            page.remove_prefix(end + 1);
        }
        return read;
    }();
    return words;
}

}  // namespace maillage::report
