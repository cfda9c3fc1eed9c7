#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/metrics/sensitivity.hpp>
#include <maillage/report/facts.hpp>

// The words of page one. A pattern holds text and
//   {name}                 a figure or words of the page;
//   {name?zero|one|many}   one of three wordings by a figure, `#` standing for the figure;
//   {name/total?zero|one|many|all}   the same, and a fourth when it equals another figure;
//   [ ... ]                a part that is left out when one of its figures is unknown.
namespace maillage::report {

enum class Part : unsigned char { opening, meeting, allying, experimenting, limits, question };

struct Sentence {
    std::string_view id;
    Part part;
    metrics::FigureNature nature;  ///< Shown by its mark in the first four parts.
    /// When it may stand, beside all of its figures being known; null: always.
    bool (*when)(const Facts& facts);
    base::Words words;
};

/// Every sentence of page one, in the order in which they stand.
[[nodiscard]] std::span<const Sentence> sentences();

/// The figures whose verdict a sentence tells; none unless it is a compared one.
[[nodiscard]] std::vector<metrics::Compared> compared_by(const Sentence& sentence);

/// The sentence filled in; nothing when a figure it needs is unknown.
[[nodiscard]] std::optional<std::string> say(std::string_view pattern, const Facts& facts,
                                             base::Language language);

/// The names a pattern uses, in order, each once.
[[nodiscard]] std::vector<std::string_view> names_in(std::string_view pattern);

}  // namespace maillage::report
