#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <maillage/base/language.hpp>
#include <maillage/base/log.hpp>
#include <maillage/base/message.hpp>

#include "tools/arguments.hpp"

namespace maillage::tools {

/// How the program speaks during one run: in which language, how much, in what shape.
class Session {
  public:
    base::Language language = base::Language::english;
    bool language_chosen = false;  ///< By option, environment or command; else the dataset may.
    base::Verbosity verbosity = base::Verbosity::normal;
    bool colored = false;
    bool json_errors = false;

    /// `--lang`, MAILLAGE_LANG, LC_ALL, LC_MESSAGES, LANG, in this order: found before anything
    /// else is understood, so that every error is worded in it. C, POSIX, the empty value and
    /// languages we do not speak are no choice.
    void choose_language(std::span<const std::string> words);
    /// `-q`, `-v`, `--color`, `--json-errors`.
    void choose_manner(const Arguments& arguments);
    /// The language in which the command was typed, when nobody chose another.
    void prefer(base::Language typed);
    /// The language of a dataset, when nobody chose another.
    void follow(std::optional<base::Language> of_dataset);

    /// The steps of the work, shown with `-v`.
    [[nodiscard]] base::Log& log();

    /// A line on standard error, not with `-q` nor among the objects of `--json-errors`.
    void say(std::string_view line) const;
    /// An error of the whole task on standard error, worded or as JSON.
    void complain(const base::Message& message) const;

  private:
    std::optional<base::Log> log_;
};

/// Writes to standard error; that nobody reads it is no error.
void write_error(std::string_view text);

}  // namespace maillage::tools
