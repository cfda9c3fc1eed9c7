#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <maillage/base/date.hpp>
#include <maillage/metrics/estimate.hpp>

// How figures and days look to people. Nothing here is used by a machine format.
namespace maillage::report {

/// A figure of a sentence: whole numbers grouped by thousands, others with one decimal; a dash
/// where there is none.
[[nodiscard]] std::string figure(std::optional<double> value, base::Language language);

/// ● counted, ◐ compared, ○ estimated.
[[nodiscard]] std::string_view mark_of(metrics::FigureNature nature);

/// The value as people read it: "9", "7 sur 9" (shares of fewer than 30), "42 %", "0,36"; a dash
/// where there is none.
[[nodiscard]] std::string value_of(const metrics::Estimate& record, base::Language language);
/// How `value_of` tells a value: as a number, in per cent, as a part ("7 sur 9") or between two
/// whole bounds.
enum class Told : unsigned char { number, percent, part, bounds };
[[nodiscard]] Told told_as(const metrics::Estimate& record);
/// "+3", "−0,16", "+4 points": the difference of two values that are told alike.
[[nodiscard]] std::string signed_figure(double value, Told told, std::string_view unit,
                                        base::Language language);

/// "3 – 13 %": limits of an estimate, else the values when one unit is left out; a dash without.
[[nodiscard]] std::string bounds_of(const metrics::Estimate& record, base::Language language);
/// "4 – 8": what coincidence alone would give; a dash where nothing was drawn.
[[nodiscard]] std::string chance_of(const metrics::Estimate& record, base::Language language);
/// "4 sur 10" beside a share, the verdict beside what coincidence gives; for a record without
/// value, the reason in words.
[[nodiscard]] std::string reading_of(const metrics::Estimate& record, base::Language language);

/// A reason code in words.
[[nodiscard]] std::string_view reason_in_words(std::string_view code, base::Language language);
/// The key of a record in words: "entreprises", "2 parties".
[[nodiscard]] std::string key_in_words(std::string_view key, base::Language language);
/// A unit that is not said by the title: "mondes", "jours"; empty for counts and shares.
[[nodiscard]] std::string_view unit_in_words(std::string_view unit, base::Language language);

/// "Année 2025", "De 2016 à 2025", "Du 1er mars 2019 au 30 juin 2021"; empty for `*`.
[[nodiscard]] std::string period_in_words(std::string_view period, base::Language language);

}  // namespace maillage::report
