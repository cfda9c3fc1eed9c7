#include <map>

#include <nlohmann/json.hpp>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/csv_cell.hpp>
#include <maillage/report/issues.hpp>

namespace maillage::report {

namespace {

using base::Issue;
using base::Language;
using base::Severity;
using base::Words;

struct SeverityWords {
    std::string_view code;
    Words shown, one, several;
    std::string_view colour;
};
constexpr std::array<SeverityWords, 3> severities{{
    {"error", {"erreur", "error"}, {"erreur", "error"}, {"erreurs", "errors"}, "\x1b[1;31m"},
    {"warning",
     {"avertissement", "warning"},
     {"avertissement", "warning"},
     {"avertissements", "warnings"},
     "\x1b[1;33m"},
    {"note", {"note", "note"}, {"note", "note"}, {"notes", "notes"}, "\x1b[1;36m"},
}};
constexpr std::string_view plain = "\x1b[0m";
constexpr Words help_word{"aide\u202f: ", "help: "};

const SeverityWords& words_of(const Issue& issue) {
    return severities[static_cast<std::size_t>(issue.severity)];
}

/// `file:line:column`, `file:sheet!column,line` in a workbook.
std::string place_of(const Issue& issue, std::string_view of_task) {
    std::string place = base::printable(issue.file);
    if (!issue.sheet.empty()) place += ":" + base::printable(issue.sheet);
    if (place.empty()) place = of_task;
    if (issue.line > 0) place += ":" + std::to_string(issue.line);
    if (issue.line > 0 && issue.column > 0) place += ":" + std::to_string(issue.column);
    return place;
}

/// The line read, and a caret under the character meant when it is still in sight.
std::string excerpt_lines(const Issue& issue) {
    if (issue.excerpt.empty()) return {};
    const std::string shown = base::printable(issue.excerpt);
    std::string text = "    " + shown + "\n";
    if (issue.column == 0 || issue.column > base::length_utf8(shown)) return text;
    std::size_t end = 0;
    for (std::uint32_t left = issue.column - 1; left > 0; --left) {
        ++end;
        while (end < shown.size() && (static_cast<unsigned char>(shown[end]) & 0xC0U) == 0x80U)
            ++end;
    }
    const std::size_t indent = base::display_width(std::string_view(shown).substr(0, end));
    return text + "    " + std::string(indent, ' ') + "^\n";
}

std::string paragraph(const Issue& issue, const IssueStyle& style) {
    const SeverityWords& words = words_of(issue);
    std::string text = place_of(issue, style.place_of_task);
    if (!text.empty()) text += ": ";
    if (style.colored) text += words.colour;
    text += words.shown.in(style.language);
    if (style.colored) text += plain;
    text += ": " + base::printable(issue.message.text(style.language));
    text += " [" + std::string(issue.message.code) + "]\n" + excerpt_lines(issue);
    const std::string help = issue.message.help(style.language);
    if (!help.empty())
        text += "    " + std::string(help_word.in(style.language)) + base::printable(help) + "\n";
    return text;
}

std::string more_line(std::string_view code, std::uint64_t count, Language language) {
    const std::string number = base::readable(static_cast<std::int64_t>(count), language);
    return language == Language::french
               ? "... et " + number + " autres [" + std::string(code) + "]\n"
               : "... " + number + " more [" + std::string(code) + "]\n";
}

nlohmann::ordered_json text_or_null(const std::string& text) {
    return text.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(text);
}

nlohmann::ordered_json number_or_null(std::uint32_t number) {
    return number == 0 ? nlohmann::ordered_json() : nlohmann::ordered_json(number);
}

std::string object_of(const Issue& issue, Language language) {
    nlohmann::ordered_json object;
    object["code"] = issue.message.code;
    object["severity"] = words_of(issue).code;
    object["file"] = text_or_null(issue.file);
    object["sheet"] = text_or_null(issue.sheet);
    object["line"] = number_or_null(issue.line);
    object["column"] = number_or_null(issue.column);
    object["message"] = issue.message.text(language);
    object["excerpt"] = text_or_null(issue.excerpt);
    object["help"] = text_or_null(issue.message.help(language));
    return object.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
}

/// A cell and the comma after it.
std::string cell(std::string_view text) {
    std::string written;
    append_csv_cell(written, text, ',', Formulas::guarded);
    return written + ',';
}

std::string cell(std::uint32_t number) {
    return number == 0 ? "," : std::to_string(number) + ",";
}

std::string counted(std::uint64_t count, const SeverityWords& words, Language language) {
    return base::readable(static_cast<std::int64_t>(count), language) + " " +
           std::string((count < 2 ? words.one : words.several).in(language));
}

}  // namespace

std::string issues_as_text(std::span<const Issue> issues, const IssueStyle& style) {
    std::map<std::string_view, std::uint64_t> seen;
    std::string text;
    for (const Issue& issue : issues) {
        const std::uint64_t before = seen[issue.message.code]++;
        if (style.most_of_a_code == 0 || before < style.most_of_a_code)
            text += paragraph(issue, style);
    }
    for (const auto& [code, count] : seen)
        if (style.most_of_a_code > 0 && count > style.most_of_a_code)
            text += more_line(code, count - style.most_of_a_code, style.language);
    return text;
}

std::string issues_as_json_lines(std::span<const Issue> issues, Language language) {
    std::string text;
    for (const Issue& issue : issues) text += object_of(issue, language) + "\n";
    return text;
}

std::string issues_as_json(std::span<const Issue> issues, Language language) {
    std::string text = "[";
    for (const Issue& issue : issues)
        text += (text.size() > 1 ? ",\n " : "\n ") + object_of(issue, language);
    return text + (text.size() > 1 ? "\n]\n" : "]\n");
}

std::string issues_as_csv(std::span<const Issue> issues, Language language) {
    std::string text = "code,severity,file,sheet,line,column,message,excerpt,help\n";
    for (const Issue& issue : issues) {
        text += cell(issue.message.code) + cell(words_of(issue).code) + cell(issue.file);
        text += cell(issue.sheet) + cell(issue.line) + cell(issue.column);
        text += cell(issue.message.text(language)) + cell(issue.excerpt);
        text += cell(issue.message.help(language));
        text.back() = '\n';
    }
    return text;
}

std::string count_of_issues(const base::Issues& issues, std::size_t files, Language language) {
    const auto count = [&](Severity severity) {
        return counted(issues.count(severity), severities[static_cast<std::size_t>(severity)],
                       language);
    };
    const bool french = language == Language::french;
    std::string text = count(Severity::error) + ", " + count(Severity::warning);
    if (issues.count(Severity::note) > 0) text += ", " + count(Severity::note);
    text += french ? " dans " : " in ";
    text += base::readable(static_cast<std::int64_t>(files), language);
    if (files < 2) return text + (french ? " fichier" : " file");
    return text + (french ? " fichiers" : " files");
}

}  // namespace maillage::report
