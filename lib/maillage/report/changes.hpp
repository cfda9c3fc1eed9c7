#pragma once

#include <string>

#include <maillage/metrics/change.hpp>
#include <maillage/report/report.hpp>

// The report of two dates: what `compare` prints.
namespace maillage::report {

/// What a report of two dates is written from. The request and the calendar of `document` are those
/// of the second date; its values hold no row, and the notes of both dates.
struct ChangeDocument {
    const Document& document;
    const metrics::Changes& changes;
};

/// Sentences and the table of changes (`table` and `md`), or every record (`csv`, `json`). The
/// table shows the usual figures, all of them with `details`, a section or some metrics.
///
/// Errors   UsageError for a format or section that does not exist.
[[nodiscard]] std::string write_changes(const ChangeDocument& changes, const Options& options);

}  // namespace maillage::report
