#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::tools {

/// Every option of the program. A command lists those it takes; the same letter and the same word
/// mean the same everywhere.
enum class Option : std::uint8_t {
    output,
    format,
    overwrite,
    territory,
    level,
    from,
    to,
    year,
    by,
    before,
    after,
    as_of,
    observed_from,
    only,
    attribution,
    include_legal_ties,
    silent_months,
    washout,
    innovation_territories,
    innovation_sites,
    valley,
    metric,
    section,
    table,
    details,
    csv_dialect,
    csv_raw,
    view,
    layout,
    outlines,
    pin,
    paper,
    portrait,
    citizens,
    identify_citizens,
    reason,
    sort,
    kind,
    top,
    actors,
    memberships,
    years,
    list,
    lenient,
    strict,
    report,
    encoding,
    keep_column,
    max_input,
    replicates,
    seed,
    threads,
    lang,
    color,
    json_errors,
    quiet,
    verbose,
    help
};

/// How an option is typed and what it does.
struct OptionText {
    Option option;
    std::string_view letter;  ///< `-o`, or empty.
    std::string_view word;    ///< `--output`.
    base::Words value;        ///< Name of its value; empty for a switch.
    base::Words help;

    [[nodiscard]] bool is_switch() const { return value.en.empty(); }
};

/// The table of options, in the order of the enumeration.
[[nodiscard]] std::span<const OptionText> options();
[[nodiscard]] const OptionText& text_of(Option option);

}  // namespace maillage::tools
