#pragma once

#include <string_view>

#include <maillage/metrics/estimate.hpp>

namespace maillage::report {

/// Shows the fields of a record, in their one order, to a visitor with `text(name, string_view)`,
/// `number(name, optional<double>)` and `integer(name, optional<int64_t>)`. CSV and JSON are two
/// such visitors, so that they cannot differ in a field.
template <class Visitor>
void visit_record(const metrics::Estimate& e, Visitor& visitor) {
    const auto code = [](const auto& codes, auto value) {
        return codes[static_cast<std::size_t>(value)];
    };
    visitor.text("metric", e.metric);
    visitor.text("dynamic", model::code_of(metrics::dynamics, e.dynamic));
    visitor.text("territory", e.territory);
    visitor.text("territory_name", e.territory_name);
    visitor.text("level", e.level);
    visitor.text("period", std::string_view(e.period));
    visitor.text("key", std::string_view(e.key));
    visitor.number("value", e.value);
    visitor.text("unit", e.unit);
    visitor.integer("n", e.n);
    visitor.integer("n_effective", e.n_effective);
    visitor.number("numerator", e.numerator);
    visitor.number("denominator", e.denominator);
    visitor.number("range_low", e.range_low);
    visitor.number("range_high", e.range_high);
    visitor.number("ci_low", e.ci_low);
    visitor.number("ci_high", e.ci_high);
    visitor.text("ci_method", e.ci_method);
    visitor.number("null_mean", e.null_mean);
    visitor.number("null_sd", e.null_sd);
    visitor.number("z", e.z);
    visitor.number("p", e.p);
    visitor.text("null_model", e.null_model);
    visitor.number("coverage", e.coverage);
    visitor.text("status", code(metrics::status_codes, e.status));
    visitor.text("reason", e.reason);
    visitor.text("attribution", code(metrics::attribution_codes, e.attribution));
    visitor.text("nature", code(metrics::nature_codes, e.nature));
}

}  // namespace maillage::report
