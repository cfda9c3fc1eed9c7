#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/model/words.hpp>

#include "tools/command.hpp"

namespace maillage::tools {

/// Moves the name of the command before the options that were typed before it.
[[nodiscard]] std::vector<std::string> command_first(std::vector<std::string> words);

/// What was typed after the name of a command, read against the options that it takes.
///
/// Errors   UsageError, always in our own words: an option that does not exist or belongs to
///          another command, a value that is missing or not understood, too few or too many
///          operands. Nothing is read from any file.
class Arguments {
  public:
    Arguments(const Command& command, std::span<const std::string> words);

    [[nodiscard]] const std::vector<std::string>& operands() const { return operands_; }
    [[nodiscard]] bool has(Option option) const { return times(option) > 0; }
    [[nodiscard]] std::size_t times(Option option) const;
    /// The last value given.
    [[nodiscard]] std::optional<std::string> value(Option option) const;
    /// Every value given, in order.
    [[nodiscard]] const std::vector<std::string>& values(Option option) const;

    /// As `values`, each cut at commas; none may be empty.
    [[nodiscard]] std::vector<std::string> list(Option option) const;
    [[nodiscard]] std::optional<std::uint64_t> number(Option option, std::uint64_t low,
                                                      std::uint64_t high) const;
    /// The interval of days that a date stands for: `2023` is a year.
    [[nodiscard]] std::optional<base::Date> date(Option option) const;
    /// Bytes: a number with K, M, G or T (powers of 1024).
    [[nodiscard]] std::optional<std::uint64_t> size(Option option) const;
    /// The place of the value among the words allowed, by code or in French or English; case and
    /// accents do not matter.
    [[nodiscard]] std::optional<std::size_t> choice(Option option,
                                                    std::span<const model::Word> words) const;
    [[nodiscard]] std::optional<std::size_t> choice(Option option,
                                                    std::span<const std::string_view> codes) const;
    /// As `choice`, for several values separated by commas.
    [[nodiscard]] std::vector<std::size_t> choices(Option option,
                                                   std::span<const model::Word> words) const;

  private:
    static constexpr std::size_t option_count = static_cast<std::size_t>(Option::help) + 1;

    std::array<std::vector<std::string>, option_count> values_;
    std::vector<std::string> operands_;

    void split(const Command& command, std::span<const std::string> words);
    void check_operands(const Command& command) const;
};

}  // namespace maillage::tools
