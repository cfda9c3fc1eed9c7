#pragma once

#include <string_view>

#include <maillage/metrics/change.hpp>

namespace maillage::report {

/// Shows the fields of a change, in their one order, to a visitor as that of `visit_record`.
template <class Visitor>
void visit_change(const metrics::Change& change, Visitor& visitor) {
    const metrics::Estimate none;
    const bool known = change.before || change.after;
    const metrics::Estimate& record = known ? change.record() : none;
    const auto value = [](const std::optional<metrics::Estimate>& side) {
        return side ? side->value : std::nullopt;
    };
    const auto period = [](const std::optional<metrics::Estimate>& side) {
        return side ? std::string_view(side->period) : std::string_view();
    };
    const auto code = [](const auto& codes, auto which) {
        return codes[static_cast<std::size_t>(which)];
    };
    visitor.text("metric", record.metric);
    visitor.text("territory", record.territory);
    visitor.number("before", value(change.before));
    visitor.number("after", value(change.after));
    visitor.number("change", change.change);
    visitor.number("ci_low", change.ci_low);
    visitor.number("ci_high", change.ci_high);
    visitor.number("z", change.z);
    visitor.number("composition", change.composition);
    visitor.number("mixing", change.mixing);
    visitor.text("status", code(metrics::status_codes, change.status));
    visitor.text("reason", change.reason);
    visitor.text("key", std::string_view(record.key));
    visitor.text("perimeter", code(metrics::perimeter_codes, change.perimeter));
    visitor.text("unit", record.unit);
    visitor.number("range_low", change.range_low);
    visitor.number("range_high", change.range_high);
    visitor.text("ci_method", change.ci_method);
    visitor.text("nature", code(metrics::nature_codes, record.nature));
    visitor.text("territory_name", record.territory_name);
    visitor.text("level", record.level);
    visitor.text("period_before", period(change.before));
    visitor.text("period_after", period(change.after));
}

}  // namespace maillage::report
