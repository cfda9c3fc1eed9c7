#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include <maillage/metrics/run.hpp>
#include <maillage/privacy/citizens.hpp>
#include <maillage/privacy/naming.hpp>

#include "tools/arguments.hpp"
#include "tools/output.hpp"

namespace maillage::tools {

/// What the options of `report` and `map` ask of a dataset. Read and checked before any file;
/// territories and filters are looked up in the dataset afterwards.
class Question {
  public:
    explicit Question(const Arguments& arguments);

    /// The request, with its territories and filters found in the dataset.
    ///
    /// Errors   UsageError, with the nearest name.
    [[nodiscard]] metrics::Request in(const model::Dataset& data) const;

  private:
    metrics::Request request_;
    std::vector<std::string> territories_;
    std::optional<std::string> level_;

    void read_period(const Arguments& arguments);
};

/// Whether persons are named, for a stated reason, in a file.
///
/// Errors   UsageError when the reason or the file is missing.
[[nodiscard]] privacy::Persons persons_of(const Arguments& arguments, const Result& result);

/// `--citizens`: whether persons are merged.
[[nodiscard]] privacy::Citizens citizens_of(const Arguments& arguments);

/// After persons were named in a file: says so in `maillage-audit.jsonl` beside it.
void keep_audit(const Command& command, const Arguments& arguments, const Result& result,
                const model::Dataset& data);

/// Several lists of options as one.
template <std::size_t... sizes>
[[nodiscard]] constexpr auto all_of(const std::array<Option, sizes>&... lists) {
    std::array<Option, (sizes + ...)> all{};
    std::size_t at = 0;
    const auto add = [&](const auto& list) {
        for (const Option option : list) all[at++] = option;
    };
    (add(lists), ...);
    return all;
}

inline constexpr std::array output_options{Option::output, Option::format, Option::overwrite};
inline constexpr std::array reading_options{Option::lenient, Option::encoding, Option::keep_column,
                                            Option::max_input};
inline constexpr std::array question_options{Option::territory,     Option::level,
                                             Option::from,          Option::to,
                                             Option::year,          Option::as_of,
                                             Option::observed_from, Option::only,
                                             Option::attribution,   Option::include_legal_ties,
                                             Option::silent_months};
inline constexpr std::array naming_options{Option::identify_citizens, Option::reason};

}  // namespace maillage::tools
