#pragma once

#include <string>

#include <maillage/metrics/metric.hpp>
#include <maillage/report/changes.hpp>
#include <maillage/report/report.hpp>

// The formats of `report`, one source each.
namespace maillage::report {

[[nodiscard]] std::string write_csv(const Document& document, const Options& options);
[[nodiscard]] std::string write_json(const Document& document, const Options& options);
[[nodiscard]] std::string write_page(const Document& document, const Options& options);
[[nodiscard]] std::string write_table(const Document& document, const Options& options);
[[nodiscard]] std::string write_markdown(const Document& document, const Options& options);
[[nodiscard]] std::string write_html(const Document& document, const Options& options);
[[nodiscard]] std::string write_xlsx(const Document& document, const Options& options);

// The same of `compare`.
[[nodiscard]] std::string write_changes_csv(const ChangeDocument& changes, const Options& options);
[[nodiscard]] std::string write_changes_json(const ChangeDocument& changes, const Options& options);

/// True when the section asked for holds the record.
[[nodiscard]] bool is_wanted(const metrics::Estimate& record, const Options& options);

/// Where a metric of the catalogue is explained: docs/method/....md.
[[nodiscard]] std::string method_page(std::string_view metric);
/// "Source : Hill 1973."
[[nodiscard]] std::string source_in_words(const metrics::Metric& metric, base::Language language);

}  // namespace maillage::report
