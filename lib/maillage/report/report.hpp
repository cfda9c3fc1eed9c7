#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/metrics/sensitivity.hpp>
#include <maillage/report/document.hpp>

namespace maillage::report {

/// A format of `report`: how it is asked for, and what suffix means it.
struct Format {
    std::string_view id;      ///< `table`, `csv`, `json`, `md`, `html`, `xlsx`.
    std::string_view suffix;  ///< `.txt`, `.csv`, `.json`, `.md`, `.html`, `.xlsx`.
    base::Words title;
    bool binary = false;  ///< Not for a terminal.
};
[[nodiscard]] std::span<const Format> formats();

struct Options {
    std::string_view format = "table";
    bool table = false;        ///< The table of values instead of the page of sentences.
    bool details = false;      ///< Every row and every column of the records.
    std::string_view section;  ///< One dynamic only; empty: all.
    std::size_t width = 100;   ///< Columns of the terminal.
    bool excel_fr = false;     ///< CSV with BOM, `;` and decimal comma.
    bool raw_csv = false;      ///< Text cells that look like formulas are left as they are.
};

/// Writes the report of a document: page one of sentences (`table`; also in `md`, `html` and
/// `xlsx`), the table of values, or every record (`csv`, `json`, `xlsx`). The table also stands for
/// the page when a section, some metrics or more than four territories were asked for.
///
/// Errors   UsageError for a format or section that does not exist. `xlsx`: OutputError when the
///          folder of temporary files is full, LimitError beyond the rows of a sheet.
/// Cost     One pass over the records.
[[nodiscard]] std::string write_report(const Document& document, const Options& options);

/// The metrics that a report has to compute: those asked for; for a page or a table in text, what
/// they show; else none, which means the whole catalogue.
[[nodiscard]] std::vector<std::string> metrics_of(const metrics::Request& request,
                                                  const Options& options);

/// The figures whose verdicts a report tells in sentences, or in JSON beside them: those that
/// `metrics::try_verdicts` should try before it is written. None for a table or CSV.
[[nodiscard]] std::vector<metrics::Compared> verdicts_of(const Document& document,
                                                         const Options& options);

}  // namespace maillage::report
