#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/report/document.hpp>

namespace maillage::report {

/// One territory in one period: what a page, or a column of the table, speaks of.
struct View {
    std::string_view territory, name, level;
    std::string_view period;

    friend bool operator==(const View& a, const View& b) {
        return a.territory == b.territory && a.period == b.period;
    }
};
/// The views of the values: territories in their order, `*` first, then periods.
[[nodiscard]] std::vector<View> views_of(const metrics::Values& values);

/// A figure of a record under the short name that sentences use.
struct Fact {
    /// `low_count` and `high_count`: how many coincidence would give, of a compared share.
    enum class Field : unsigned char {
        value,
        numerator,
        denominator,
        n,
        low,
        low_count,
        high_count
    };
    std::string_view name;
    std::string_view metric;
    std::string_view key;
    Field field = Field::value;
};
[[nodiscard]] std::span<const Fact> fact_table();
/// The metrics whose records a page reads, each once.
[[nodiscard]] std::vector<std::string_view> metrics_of_page();

/// What the sentences of one page may say: the records of one view, by name.
class Facts {
  public:
    Facts(const Document& document, const View& view);

    /// The record of a metric and key, or null.
    [[nodiscard]] const metrics::Estimate* record(std::string_view metric,
                                                  std::string_view key = "") const;
    /// Every record of a metric, by key.
    [[nodiscard]] std::vector<const metrics::Estimate*> records(std::string_view metric) const;

    /// A figure by its name in the table, or of `numbers`; nothing when it is unknown here.
    [[nodiscard]] std::optional<double> known(std::string_view name) const;
    /// The same, 0 when it is unknown: for conditions only.
    [[nodiscard]] double operator[](std::string_view name) const { return known(name).value_or(0); }
    /// True when the page has words of that name.
    [[nodiscard]] bool has(std::string_view name) const { return words.contains(name); }

    std::map<std::string, double, std::less<>> numbers;     ///< Of the files or of the request.
    std::map<std::string, std::string, std::less<>> words;  ///< Lists of figures, names of kinds.

  private:
    std::map<std::pair<std::string_view, std::string_view>, const metrics::Estimate*> records_;
};

}  // namespace maillage::report
