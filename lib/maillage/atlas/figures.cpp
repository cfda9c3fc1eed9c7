#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include <maillage/atlas/figures.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/minima.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/report.hpp>
#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::atlas {

namespace {

using base::Language;
using metrics::Estimate;

constexpr std::size_t most_territories = 200;
/// Territories times years beyond which trends are those of everything alone.
constexpr std::size_t most_views_of_years = 300;
constexpr std::size_t most_alliances_for_names = 20'000;

/// On much data, what takes more than linear time is computed for the whole only.
std::vector<std::string> quick_metrics(const model::Dataset& data) {
    constexpr std::size_t much = 5'000;
    std::vector<std::string> ids;
    if (data.partnerships.members.total() <= much) return ids;
    for (const metrics::Entry* entry : metrics::catalogue())
        if (entry->cost == metrics::Cost::linear)
            for (const metrics::Metric& metric : entry->metrics) ids.emplace_back(metric.id);
    return ids;
}

void try_verdicts(const model::Dataset& data, Figures& figures) {
    const report::Document document{data, figures.request, figures.whole, figures.calendar};
    report::Options page;
    page.format = "html";
    const auto verdicts = report::verdicts_of(document, page);
    metrics::try_verdicts(data, figures.request, verdicts, figures.whole);
}

void find_fragile(const model::Dataset& data, Figures& figures) {
    if (data.partnerships.size() > most_alliances_for_names) return;
    metrics::Request request = figures.request;
    request.metrics = {"fragility_articulation"};
    request.detail = metrics::Detail::rows;
    request.actor_label = [](model::ActorId actor) { return std::to_string(actor.index); };
    std::map<std::uint32_t, Figures::Fragile> found;
    for (const Estimate& row : metrics::compute(data, request).rows) {
        const auto actor = metrics::key_part(row.key, metrics::KeyName::actor);
        if (!actor || !row.value) continue;
        std::uint32_t index = 0;
        std::from_chars(actor->data(), actor->data() + actor->size(), index);
        Figures::Fragile& one =
            found.try_emplace(index, Figures::Fragile{index, 0, 0}).first->second;
        if (metrics::key_part(row.key, metrics::KeyName::measure))
            one.kept = std::llround(100 * *row.value);
        else
            one.parts = std::llround(*row.value);
    }
    for (const auto& [index, one] : found) figures.fragile.push_back(one);
}

/// Pairs of texts, French and English, each once.
class Said {
  public:
    std::uint32_t number(std::string fr, std::string en) {
        const auto next = static_cast<std::uint32_t>(all_.size());
        const auto [at, is_new] = numbers_.try_emplace({std::move(fr), std::move(en)}, next);
        if (is_new) all_.push_back(&at->first);
        return at->second;
    }
    template <class Say>
    std::uint32_t number(const Say& say) {
        return number(std::string(say(Language::french)), std::string(say(Language::english)));
    }
    void write(JsonText& json) const {
        json.open('[');
        for (const auto* one : all_) json.words(one->first, one->second);
        json.close(']');
    }

  private:
    std::map<std::pair<std::string, std::string>, std::uint32_t> numbers_;
    std::vector<const std::pair<std::string, std::string>*> all_;
};

/// Numbers of things in the order in which they are first met.
class Index {
  public:
    std::uint32_t number(std::string_view word) {
        const auto next = static_cast<std::uint32_t>(all.size());
        const auto [at, is_new] = numbers_.try_emplace(std::string(word), next);
        if (is_new) all.emplace_back(word);
        return at->second;
    }
    std::vector<std::string> all;

  private:
    std::map<std::string, std::uint32_t> numbers_;
};

/// The records as columns.
class Columns {
  public:
    Columns(const model::Dataset& data, const Places& places) : data_(data), places_(places) {}

    void add(const Estimate& record) {
        metric_.push_back(static_cast<std::uint16_t>(metrics_.number(record.metric)));
        key_.push_back(static_cast<std::uint16_t>(keys_.number(record.key)));
        period_.push_back(static_cast<std::uint16_t>(periods_.number(record.period)));
        const model::TerritoryId id =
            record.territory == "*" ? model::TerritoryId{} : data_.find_territory(record.territory);
        territory_.push_back(id.known() ? static_cast<std::int32_t>(places_.number[id.index]) : -1);
        status_.push_back(static_cast<std::uint8_t>(record.status));
        nature_.push_back(static_cast<std::uint8_t>(record.nature));
        constexpr double none = std::numeric_limits<double>::quiet_NaN();
        value_.push_back(record.value.value_or(none));
        const bool limits = record.ci_low && record.ci_high;
        low_.push_back((limits ? record.ci_low : record.range_low).value_or(none));
        high_.push_back((limits ? record.ci_high : record.range_high).value_or(none));
        n_.push_back(record.n ? static_cast<double>(*record.n) : none);
        const auto told = [&](auto how) { return said_.number(how); };
        said_value_.push_back(told([&](Language l) { return report::value_of(record, l); }));
        said_bounds_.push_back(told([&](Language l) { return report::bounds_of(record, l); }));
        said_chance_.push_back(told([&](Language l) { return report::chance_of(record, l); }));
        said_reading_.push_back(told([&](Language l) { return report::reading_of(record, l); }));
    }

    void write(JsonText& json) const {
        write_metrics(json);
        json.name("keys").open('[');
        for (const std::string& key : keys_.all) {
            json.open('{').name("code").text(key).name("words");
            json.words(report::key_in_words(key, Language::french),
                       report::key_in_words(key, Language::english));
            json.name("rank").whole(report::rank_of(key)).close('}');
        }
        json.close(']').name("periods").open('[');
        for (const std::string& period : periods_.all) {
            json.open('{').name("code").text(period).name("words");
            json.words(report::period_in_words(period, Language::french),
                       report::period_in_words(period, Language::english));
            json.close('}');
        }
        json.close(']').name("said");
        said_.write(json);
        json.name("figures").open('{').name("metrics").array(metric_).name("keys").array(key_);
        json.name("periods").array(period_).name("territories").array(territory_);
        json.name("status").bytes(status_).name("natures").bytes(nature_);
        json.name("values").array(value_).name("lows").array(low_).name("highs").array(high_);
        json.name("n").array(n_).name("saidValues").array(said_value_);
        json.name("saidBounds").array(said_bounds_).name("saidChances").array(said_chance_);
        json.name("saidReadings").array(said_reading_).close('}');
    }

  private:
    const model::Dataset& data_;
    const Places& places_;
    Index metrics_, keys_, periods_;
    Said said_;
    std::vector<std::uint16_t> metric_, key_, period_;
    std::vector<std::int32_t> territory_;
    std::vector<std::uint8_t> status_, nature_;
    std::vector<double> value_, low_, high_, n_;
    std::vector<std::uint32_t> said_value_, said_bounds_, said_chance_, said_reading_;

    void write_metrics(JsonText& json) const {
        json.name("dynamics").open('[');
        for (const model::Word& word : metrics::dynamics) json.words(word.label);
        json.close(']').name("metrics").open('[');
        const auto order = report::metrics_in_order();
        for (const std::string& id : metrics_.all) {
            const metrics::Metric& metric = *metrics::find_metric(id);
            const auto rank = std::ranges::find(order, &metric) - order.begin();
            json.open('{').name("id").text(id).name("rank").whole(rank);
            json.name("dynamic").whole(static_cast<std::int64_t>(metric.dynamic));
            json.name("unit").text(metric.unit).name("unitWords");
            json.words(report::unit_in_words(metric.unit, Language::french),
                       report::unit_in_words(metric.unit, Language::english));
            json.name("nature").whole(static_cast<std::int64_t>(metric.nature));
            json.name("title").words(metric.title).name("question").words(metric.question);
            json.name("definition").words(metric.definition).name("limits").words(metric.limits);
            json.name("source").words(report::source_in_words(metric, Language::french),
                                      report::source_in_words(metric, Language::english));
            json.name("page").text(report::method_page(id)).close('}');
        }
        json.close(']');
    }
};

}  // namespace

std::vector<model::TerritoryId> territories_of(const model::Dataset& data,
                                               const metrics::Request& request) {
    std::vector<model::TerritoryId> named;
    for (const model::TerritoryId id : request.territories)
        if (id.known()) named.push_back(id);
    if (named.size() > 1) return named;
    std::vector<std::uint8_t> seats(data.territories.size(), 0);
    for (const model::Actor& actor : data.actors)
        if (actor.seat.known()) seats[actor.seat.index] = 1;
    // Preorder: children come after their parents, whose seats are then those below too.
    for (std::size_t t = seats.size(); t-- > 0;)
        if (seats[t] != 0)
            for (const model::TerritoryId parent : data.parents[t]) seats[parent.index] = 1;
    if (!named.empty()) {
        const auto inside = metrics::Study(data, request).territories_of(named.front());
        for (std::uint32_t t = 0; t < seats.size(); ++t)
            if (!inside.contains(t) || t == named.front().index) seats[t] = 0;
    }
    std::vector<std::vector<std::uint32_t>> of_level(model::levels.size());
    for (std::uint32_t t = 0; t < seats.size(); ++t)
        if (seats[t] != 0)
            of_level[static_cast<std::size_t>(data.territories[t].level)].push_back(t);
    std::set<std::uint32_t> kept(of_level.back().begin(), of_level.back().end());
    if (kept.size() > most_territories) kept.clear();
    for (std::size_t level = of_level.size() - 1; level-- > 0;) {
        if (kept.size() + of_level[level].size() > most_territories) break;
        kept.insert(of_level[level].begin(), of_level[level].end());
    }
    std::vector<model::TerritoryId> ids;
    ids.reserve(kept.size());
    for (const std::uint32_t t : kept) ids.push_back(model::TerritoryId{t});
    return ids;
}

Figures compute_figures(const model::Dataset& data, const metrics::Request& request,
                        const privacy::Naming& naming,
                        const std::vector<model::TerritoryId>& rows) {
    Figures figures;
    figures.rows = rows;
    figures.request = request;
    figures.request.breakdown = metrics::Breakdown::none;
    figures.request.detail = metrics::Detail::summary;
    figures.request.actor_label = [&](model::ActorId actor) { return naming.id(actor); };
    if (request.territories.size() != 1) figures.request.territories = {model::TerritoryId{}};
    figures.calendar = metrics::calendar(data, figures.request);
    const auto compute = [&](const metrics::Request& asked) {
        return metrics::with_minima(metrics::compute(data, asked), asked.detail);
    };
    figures.whole = compute(figures.request);
    metrics::Request places = figures.request;
    if (places.metrics.empty()) places.metrics = quick_metrics(data);
    metrics::Request years = places;
    places.territories = figures.rows;
    if (!places.territories.empty()) figures.territories = compute(places);
    years.breakdown = metrics::Breakdown::by_year;
    years.replicates = 0;
    const std::size_t windows = metrics::calendar(data, years).windows.size();
    figures.years_of_territories = windows * figures.rows.size() <= most_views_of_years;
    if (figures.years_of_territories)
        for (const model::TerritoryId id : figures.rows)
            if (id != years.territories.front()) years.territories.push_back(id);
    figures.years = compute(years);
    try_verdicts(data, figures);
    find_fragile(data, figures);
    return figures;
}

void write_figures(JsonText& json, const Figures& figures, const model::Dataset& data,
                   const Places& places) {
    Columns columns(data, places);
    for (const Estimate& record : figures.whole.rows) columns.add(record);
    // Of many views, what people compare: headlines and short lists.
    const std::string_view whole = figures.whole.rows.front().territory;
    const auto add = [&](const metrics::Values& values, int most) {
        for (const Estimate& record : values.rows)
            if (report::rank_of(record.key) <= most || record.territory == whole)
                columns.add(record);
    };
    add(figures.territories, 1);
    add(figures.years, 0);
    columns.write(json);
}

}  // namespace maillage::atlas
