#include "tools/session.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdlib>

#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/report/issues.hpp>

namespace maillage::tools {

namespace {

using base::Language;

std::string_view environment(const char* name) {
    const char* value = std::getenv(name);
    return value == nullptr ? std::string_view() : value;
}

/// The language of `fr`, `fr_FR.UTF-8`, `en-GB`.
std::optional<Language> read_language(std::string_view text) {
    const std::string_view word = text.substr(0, text.find_first_of("_-.@"));
    if (word == "fr") return Language::french;
    if (word == "en") return Language::english;
    return std::nullopt;
}

std::optional<std::string> typed_language(std::span<const std::string> words) {
    std::optional<std::string> typed;
    for (std::size_t i = 0; i < words.size() && words[i] != "--"; ++i) {
        if (words[i].starts_with("--lang=")) typed = words[i].substr(7);
        if (words[i] == "--lang" && i + 1 < words.size()) typed = words[i + 1];
    }
    return typed;
}

[[noreturn]] void refuse_language(std::string_view where, std::string_view value) {
    throw base::UsageError({"U006", {std::string(where), std::string(value), "fr, en"}, {}});
}

}  // namespace

void Session::choose_language(std::span<const std::string> words) {
    for (const char* name : {"MAILLAGE_LANG", "LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto found = read_language(environment(name));
        if (!found) continue;
        language = *found;
        language_chosen = true;
        break;
    }
    const auto typed = typed_language(words);
    const auto found = read_language(typed.value_or(""));
    if (typed && !found) refuse_language("--lang", *typed);
    if (found) {
        language = *found;
        language_chosen = true;
    }
    const std::string_view ours = environment("MAILLAGE_LANG");
    if (!ours.empty() && !read_language(ours)) refuse_language("MAILLAGE_LANG", ours);
}

void Session::choose_manner(const Arguments& arguments) {
    if (arguments.has(Option::quiet) && arguments.has(Option::verbose))
        throw base::UsageError({"U011", {"--quiet", "--verbose"}, {}});
    const std::size_t verbose = arguments.times(Option::verbose);
    if (verbose > 0) verbosity = verbose == 1 ? base::Verbosity::steps : base::Verbosity::internals;
    if (arguments.has(Option::quiet)) verbosity = base::Verbosity::quiet;
    constexpr std::array<std::string_view, 3> manners{"auto", "always", "never"};
    const std::size_t manner = arguments.choice(Option::color, manners).value_or(0);
    colored = manner == 1 || (manner == 0 && environment("NO_COLOR").empty() &&
                              isatty(STDOUT_FILENO) != 0 && isatty(STDERR_FILENO) != 0);
}

void Session::prefer(Language typed) {
    if (!language_chosen) language = typed;
    language_chosen = true;
}

void Session::follow(std::optional<Language> of_dataset) {
    if (!language_chosen && of_dataset) language = *of_dataset;
}

base::Log& Session::log() {
    if (!log_) log_.emplace(verbosity);
    return *log_;
}

void Session::say(std::string_view line) const {
    if (verbosity != base::Verbosity::quiet && !json_errors) write_error(std::string(line) + "\n");
}

void Session::complain(const base::Message& message) const {
    base::Issue issue;
    issue.message = message;
    const std::span<const base::Issue> one(&issue, 1);
    report::IssueStyle style;
    style.language = language;
    style.colored = colored;
    style.place_of_task = "maillage";
    write_error(json_errors ? report::issues_as_json_lines(one, language)
                            : report::issues_as_text(one, style));
}

void write_error(std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        text.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace maillage::tools
