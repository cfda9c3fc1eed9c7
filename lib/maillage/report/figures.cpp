// How figures look: what is told of a share depends on how many units stand behind it.

#include <array>
#include <cmath>

#include <maillage/base/numbers.hpp>
#include <maillage/metrics/verdict.hpp>
#include <maillage/report/figures.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Estimate;

constexpr std::string_view dash = "–";
constexpr double least_for_percent = 30;
constexpr double least_for_percent_bounds = 10;

bool is_whole(double value) {
    return std::floor(value) == value && std::fabs(value) < 1e15;
}

std::string plain(double value, Language language) {
    if (is_whole(value)) return base::readable(static_cast<std::int64_t>(value), language);
    return base::readable(value, std::fabs(value) < 10 ? 2 : 1, language);
}

std::string percent(double value, Language language) {
    const double hundredths = 100 * value;
    const int decimals = hundredths > 0 && hundredths < 1 ? 1 : 0;
    return base::readable(hundredths, decimals, language) +
           (language == Language::french ? " %" : "%");
}

/// Set beside draws of a null model, whose 2.5 and 97.5 % points are its range.
bool is_compared(const Estimate& record) {
    return record.nature == metrics::FigureNature::compared && record.range_low &&
           record.range_high;
}

/// An estimated share of enough units has no numerator, and is told in per cent all the same.
bool is_estimated_share(const Estimate& record) {
    return record.unit == "share" && record.nature == metrics::FigureNature::estimated &&
           static_cast<double>(record.n.value_or(0)) >= least_for_percent;
}

/// A share of things that are counted one by one, as opposed to an index between 0 and 1.
bool is_share_of_units(const Estimate& record) {
    return record.unit == "share" && record.numerator && record.denominator && record.n &&
           static_cast<double>(*record.n) == *record.denominator;
}

bool has_whole_bounds(const Estimate& record) {
    return record.nature == metrics::FigureNature::estimated && record.range_low &&
           record.range_high && is_whole(*record.range_low) && is_whole(*record.range_high);
}

std::string from_to(double low, double high, const Estimate& record, Language language) {
    const bool many = is_share_of_units(record) && *record.denominator >= least_for_percent_bounds;
    if (many || is_estimated_share(record)) {
        if (low == high) return percent(low, language);
        return plain(std::round(100 * low), language) + " – " + percent(high, language);
    }
    const auto bound = [&](double value) {
        return record.unit == "worlds" ? base::readable(value, 1, language)
                                       : plain(value, language);
    };
    if (low == high) return bound(low);
    return bound(low) + " – " + bound(high);
}

std::string verdict_in_words(const Estimate& record, Language language) {
    static constexpr std::array<Words, 4> words{{
        {"moins que par coïncidence", "less than by coincidence"},
        {"on ne peut pas le dire", "one cannot say"},
        {"plus que par coïncidence", "more than by coincidence"},
        {"trop peu pour juger", "too few to judge"},
    }};
    const auto verdict = metrics::verdict_of(record);
    if (!verdict) return {};
    return std::string(words[static_cast<std::size_t>(*verdict)].in(language));
}

}  // namespace

std::string figure(std::optional<double> value, Language language) {
    if (!value) return std::string(dash);
    if (is_whole(*value)) return base::readable(static_cast<std::int64_t>(*value), language);
    return base::readable(*value, 1, language);
}

std::string_view mark_of(metrics::FigureNature nature) {
    static constexpr std::array<std::string_view, 3> marks{"●", "◐", "○"};
    return marks[static_cast<std::size_t>(nature)];
}

std::string value_of(const Estimate& record, Language language) {
    if (!record.value) return std::string(dash);
    switch (told_as(record)) {
        case Told::bounds: {
            const std::string low = plain(*record.range_low, language);
            const std::string high = plain(*record.range_high, language);
            return language == Language::french ? "de " + low + " à " + high : low + " to " + high;
        }
        case Told::percent:
            return percent(*record.value, language);
        case Told::part:
            return plain(*record.numerator, language) +
                   (language == Language::french ? " sur " : " of ") +
                   plain(*record.denominator, language);
        default:
            break;
    }
    if (record.unit == "worlds") return base::readable(*record.value, 1, language);
    if (record.unit == "probability") return base::readable(*record.value, 3, language);
    return plain(*record.value, language);
}

Told told_as(const Estimate& record) {
    if (has_whole_bounds(record)) return Told::bounds;
    if (record.unit == "worlds") return Told::number;
    if (is_estimated_share(record)) return Told::percent;
    if (!is_share_of_units(record)) return Told::number;
    return *record.denominator >= least_for_percent ? Told::percent : Told::part;
}

std::string signed_figure(double value, Told told, std::string_view unit, Language language) {
    const double size = std::fabs(told == Told::percent ? 100 * value : value);
    std::string digits;
    // One decimal: from "84 %" and "87 %" alone, a reader would compute another change.
    if (told == Told::percent)
        digits = base::readable(size, size > 0 ? 1 : 0, language);
    else
        digits = unit == "worlds" ? base::readable(size, 1, language) : plain(size, language);
    const bool one = language == Language::french ? size < 2 : size == 1;
    if (told == Told::percent) digits += one ? " point" : " points";
    return (value > 0 ? "+" : value < 0 ? "−" : "") + digits;
}

std::string bounds_of(const Estimate& record, Language language) {
    if (record.ci_low && record.ci_high)
        return from_to(*record.ci_low, *record.ci_high, record, language);
    if (!record.range_low || !record.range_high || has_whole_bounds(record) || is_compared(record))
        return std::string(dash);
    return from_to(*record.range_low, *record.range_high, record, language);
}

std::string chance_of(const Estimate& record, Language language) {
    if (!is_compared(record)) return std::string(dash);
    return from_to(*record.range_low, *record.range_high, record, language);
}

std::string reading_of(const Estimate& record, Language language) {
    if (record.status != metrics::Status::ok)
        return std::string(reason_in_words(record.reason, language));
    if (record.value && (is_compared(record) || record.adjusted_p))
        return verdict_in_words(record, language);
    if (!record.value || !is_share_of_units(record) || *record.denominator < least_for_percent)
        return {};
    const auto tenths = static_cast<std::int64_t>(std::lround(10 * *record.value));
    if (tenths == 0 || tenths == 10) return {};
    return std::to_string(tenths) + (language == Language::french ? " sur 10" : " in 10");
}

std::string period_in_words(std::string_view period, Language language) {
    const bool french = language == Language::french;
    if (period == "*") return {};
    const std::size_t slash = period.find('/');
    if (slash == std::string_view::npos) return (french ? "Année " : "Year ") + std::string(period);
    const std::string_view first = period.substr(0, slash), last = period.substr(slash + 1);
    const bool whole_years = first.ends_with("-01-01") && last.ends_with("-12-31");
    if (whole_years)
        return (french ? "De " : "From ") + std::string(first.substr(0, 4)) +
               (french ? " à " : " to ") + std::string(last.substr(0, 4));
    return (french ? "Du " : "From ") +
           base::in_words(base::read_date(first).date.first(), language) +
           (french ? " au " : " to ") +
           base::in_words(base::read_date(last).date.first(), language);
}

}  // namespace maillage::report
