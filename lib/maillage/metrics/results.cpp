#include <algorithm>
#include <cassert>

#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

Attribution attribution_of(const TerritoryView& view, Dynamic dynamic) {
    switch (dynamic) {
        case Dynamic::dialogue:
            return view.events.attribution;
        case Dynamic::experiments:
            return view.experiments.attribution;
        case Dynamic::emergence:
        case Dynamic::fragility:
        case Dynamic::impacts:
            return view.partnerships.attribution;
        default:
            return Attribution::seat;
    }
}

}  // namespace

std::string pair_label(const std::string& a, const std::string& b) {
    return std::min(a, b) + '|' + std::max(a, b);
}

Estimate& Results::without_value(std::string_view id, KeyParts key, Status status,
                                 std::string_view reason) {
    const Metric* metric = find_metric(id);
    assert(metric != nullptr);
    Estimate& row = rows.emplace_back();
    row.metric = metric->id;
    row.dynamic = metric->dynamic;
    row.territory = scope_.view.id();
    row.territory_name = scope_.view.name();
    row.level = scope_.view.level();
    row.period = scope_.window.period;
    row.key = make_key(key);
    row.unit = metric->unit;
    row.status = status;
    row.reason = reason;
    row.attribution = attribution_of(scope_.view, metric->dynamic);
    row.nature = metric->nature;
    return row;
}

Estimate& Results::value(std::string_view metric, KeyParts key, double value) {
    Estimate& row = without_value(metric, key, Status::ok, {});
    row.value = value;
    return row;
}

Estimate& Results::share(std::string_view metric, KeyParts key, std::int64_t numerator,
                         std::int64_t denominator, std::string_view reason) {
    Estimate& row = without_value(metric, key, Status::ok, {});
    row.n = denominator;
    row.numerator = static_cast<double>(numerator);
    row.denominator = static_cast<double>(denominator);
    if (denominator == 0) {
        row.status = Status::undefined;
        row.reason = reason;
    } else {
        row.value = *row.numerator / *row.denominator;
    }
    return row;
}

void Results::note(std::string_view code, std::vector<std::string> arguments) {
    const auto same = [&](const base::Message& m) {
        return m.code == code && m.arguments == arguments;
    };
    if (std::ranges::none_of(notes, same)) notes.push_back({code, std::move(arguments), {}});
}

void Results::drawn(DrawsMade made) {
    const auto same = [&](const DrawsMade& other) { return other.table == made.table; };
    if (std::ranges::any_of(draws, same)) return;
    made.territory = scope_.view.id();
    made.period = scope_.window.period;
    draws.push_back(std::move(made));
}

std::string Results::actor(std::uint32_t index) const {
    const auto& label = scope_.study.request.actor_label;
    const model::ActorId id{index};
    return label ? label(id) : std::string(scope_.data[id].id);
}

std::vector<std::string> Results::attendee_labels() const {
    std::vector<std::string> labels;
    if (wants_rows())
        scope_.attendees().for_each([&](std::uint32_t index) { labels.push_back(actor(index)); });
    return labels;
}

void write_adjusted_p(Results& results, std::string_view metric,
                      std::pair<KeyName, std::string_view> key, double adjusted) {
    Estimate& row = results.value(metric, {{KeyName::measure, "adjusted_p"}, key}, adjusted);
    row.unit = "probability";
    row.nature = FigureNature::compared;
    row.null_model = "curveball";
}

void LeaveOneOut::see(double value) {
    low_ = low_ ? std::min(*low_, value) : value;
    high_ = high_ ? std::max(*high_, value) : value;
}

void LeaveOneOut::write(Estimate& estimate) const {
    estimate.range_low = low_;
    estimate.range_high = high_;
}

}  // namespace maillage::metrics
