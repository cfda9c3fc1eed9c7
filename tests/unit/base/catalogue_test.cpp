#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <maillage/base/message.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage::base;

namespace {

std::set<char> placeholders(std::string_view text) {
    std::set<char> found;
    for (std::size_t at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1))
        if (at + 2 < text.size() && text[at + 2] == '}') found.insert(text[at + 1]);
    return found;
}

/// Markdown writes code between backticks and `|` with a backslash.
std::string bare(std::string_view text) {
    std::string plain(text);
    std::erase_if(plain, [](char c) { return c == '`' || c == '\\'; });
    return plain;
}

/// The rows of docs/messages.md by their codes.
std::map<std::string, std::string> documented() {
    std::istringstream lines(maillage::test::content_of(MAILLAGE_SOURCE_DIR "/docs/messages.md"));
    std::map<std::string, std::string> rows;
    for (std::string line; std::getline(lines, line);)
        if (line.size() > 9 && line.substr(0, 2) == "| " && line.substr(6, 3) == " | ")
            rows[line.substr(2, 4)] = bare(line.substr(9));
    rows.erase("code");  // the head of each table
    return rows;
}

/// A help begins with a capital letter on the page.
std::string_view after_first_letter(std::string_view text) {
    std::size_t at = std::min<std::size_t>(1, text.size());
    while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80U) ++at;
    return text.substr(at);
}

}  // namespace

TEST_CASE("codes are unique and sorted") {
    const auto catalogue = message_catalogue();
    REQUIRE(catalogue.size() > 100);
    for (std::size_t i = 1; i < catalogue.size(); ++i)
        CHECK(catalogue[i - 1].code < catalogue[i].code);
}

TEST_CASE("every message is there in two languages with the same placeholders") {
    for (const MessageEntry& entry : message_catalogue()) {
        INFO(entry.code);
        CHECK_FALSE(entry.text.fr.empty());
        CHECK_FALSE(entry.text.en.empty());
        CHECK(entry.help.fr.empty() == entry.help.en.empty());
        CHECK(placeholders(entry.text.fr) == placeholders(entry.text.en));
        CHECK(placeholders(entry.help.fr) == placeholders(entry.help.en));
    }
}

TEST_CASE("docs/messages.md says what the program says") {
    const auto rows = documented();
    for (const MessageEntry& entry : message_catalogue()) {
        INFO(entry.code);
        const auto row = rows.find(std::string(entry.code));
        REQUIRE(row != rows.end());
        for (const std::string_view text : {entry.text.fr, entry.text.en}) {
            INFO(text);
            CHECK(row->second.find(bare(text)) != std::string::npos);
        }
        for (const std::string_view help : {entry.help.fr, entry.help.en}) {
            INFO(help);
            CHECK(row->second.find(bare(after_first_letter(help))) != std::string::npos);
        }
    }
    CHECK(rows.size() == message_catalogue().size());
}

TEST_CASE("messages in French keep French typography") {
    for (const MessageEntry& entry : message_catalogue()) {
        for (const std::string_view text : {entry.text.fr, entry.help.fr}) {
            INFO(entry.code << ": " << text);
            for (const auto* wrong : {" :", " ;", " ?", " \u00BB", "\u00AB ", "'"})
                CHECK(text.find(wrong) == std::string_view::npos);
            CHECK(text.find('!') == std::string_view::npos);
        }
        CHECK(entry.text.en.find('!') == std::string_view::npos);
    }
}
