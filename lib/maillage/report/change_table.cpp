// Which changes stand in the table, and how their cells read.

#include <algorithm>
#include <array>
#include <map>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/metrics/method.hpp>
#include <maillage/report/change_table.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Change;
using metrics::Estimate;

constexpr std::string_view dash = "–";
constexpr std::size_t most_lines = 24;

struct MapLine {
    std::string_view measure;
    Words words;
    bool usual;
};
/// The lines of change_map_difference in their order.
constexpr auto map_lines = std::to_array<MapLine>({
    {"actors", {"Acteurs en activité, dernier jour", "Active actors, last day"}, true},
    {"actors_new", {"    apparus entre-temps", "    appeared in between"}, true},
    {"actors_ended", {"    disparus entre-temps", "    gone in between"}, true},
    {"alliances", {"Alliances en cours, dernier jour", "Running alliances, last day"}, true},
    {"alliances_new", {"    nées entre-temps", "    born in between"}, true},
    {"alliances_ended", {"    finies entre-temps", "    ended in between"}, true},
    {"allied", {"Acteurs qui ont un allié", "Actors with an ally"}, true},
    {"allied_new", {"    qui n’en avaient pas", "    who had none"}, true},
    {"allied_ended", {"    qui n’en ont plus", "    who have none left"}, true},
    {"allied_lasting", {"    aux deux dates", "    on both days"}, false},
    {"allied_jaccard", {"    part commune aux deux dates", "    share common to both days"}, false},
    {"pairs", {"Paires d’alliés", "Allied pairs"}, true},
    {"pairs_new", {"    nouvelles", "    new"}, true},
    {"pairs_ended", {"    défaites", "    undone"}, true},
    {"pairs_lasting", {"    restées", "    lasting"}, true},
    {"pairs_jaccard", {"    part commune aux deux dates", "    share common to both days"}, false},
});

struct Both {
    const Change* full = nullptr;
    const Change* constant = nullptr;
};
/// The changes of a territory: by metric, then key.
using ByMetric = std::map<std::string_view, std::map<std::string_view, Both>>;

ByMetric changes_of(const metrics::Changes& changes, std::string_view territory) {
    ByMetric found;
    for (const Change& change : changes.rows) {
        if (change.record().territory != territory) continue;
        Both& both = found[change.record().metric][change.record().key];
        (change.perimeter == metrics::Perimeter::full ? both.full : both.constant) = &change;
    }
    return found;
}

std::string side(const std::optional<Estimate>& record, Language language) {
    if (!record || !record->value) return std::string(dash);
    const std::string_view unit = unit_in_words(record->unit, language);
    return value_of(*record, language) + (unit.empty() ? "" : " ") + std::string(unit);
}

/// How the change of a figure is told; nothing when the two sides are told otherwise, or as parts
/// of few.
std::optional<Told> told_as(const Change& change) {
    if (!change.change || !change.before || !change.after) return std::nullopt;
    // A part of the map has no two sides.
    if (!change.before->value || !change.after->value) return Told::number;
    const Told before = report::told_as(*change.before), after = report::told_as(*change.after);
    const bool few = before == Told::part || after == Told::part;
    if (few) return std::nullopt;
    if (before == after) return before;
    const bool counts = before != Told::percent && after != Told::percent;
    return counts ? std::optional(Told::bounds) : std::nullopt;
}

std::string between(double low, double high, Told told, std::string_view unit, Language language) {
    if (low == high) return signed_figure(low, told, unit, language);
    if (told == Told::percent) {
        // "−3 – +4 points"
        std::string first = signed_figure(low, told, unit, language);
        first.resize(first.find(' '));
        return first + " – " + signed_figure(high, told, unit, language);
    }
    return signed_figure(low, told, unit, language) + " – " +
           signed_figure(high, told, unit, language);
}

std::string change_cell(const Change& change, Language language) {
    const auto told = told_as(change);
    if (!told) return std::string(dash);
    const std::string_view unit = change.record().unit;
    if (*told == Told::bounds && change.range_low && change.range_high)
        return between(*change.range_low, *change.range_high, Told::number, unit, language);
    return signed_figure(*change.change, *told, unit, language);
}

std::string bounds_cell(const Change& change, Language language) {
    const auto told = told_as(change);
    const std::string_view unit = change.record().unit;
    if (!told || *told == Told::bounds) return std::string(dash);
    if (change.ci_low && change.ci_high)
        return between(*change.ci_low, *change.ci_high, *told, unit, language);
    if (!change.range_low || !change.range_high) return std::string(dash);
    return between(*change.range_low, *change.range_high, *told, unit, language);
}

std::string composition_cell(const Change& change, Language language) {
    const auto told = told_as(change);
    if (!told || !change.composition) return std::string(dash);
    return signed_figure(*change.composition, *told, change.record().unit, language);
}

std::string constant_cell(const Change* change, Language language) {
    if (change == nullptr) return std::string(dash);
    std::string text = change_cell(*change, language);
    if (change->ci_low)
        if (const std::string bounds = bounds_cell(*change, language); bounds != dash)
            text += " (" + bounds + ")";
    return text;
}

class ChangeGridMaker {
  public:
    ChangeGridMaker(const ChangeDocument& changes, const Options& options, const View& view)
        : changes_(changes),
          options_(options),
          language_(changes.document.language),
          by_metric_(changes_of(changes.changes, view.territory)) {}

    Grid make() && {
        grid_.heads = {{changes_.changes.before.period, false},
                       {changes_.changes.after.period, false},
                       {in({"écart", "change"}), false},
                       {"constant", false},
                       {in({"bornes", "bounds"}), false},
                       {in({"dont composition", "of it composition"}), false}};
        grid_.lasting = 3;
        map();
        for (const metrics::Metric* metric : metrics_in_order()) lines_of(*metric);
        leave_out();
        return std::move(grid_);
    }

  private:
    const ChangeDocument& changes_;
    const Options& options_;
    Language language_;
    ByMetric by_metric_;
    Grid grid_;
    std::vector<int> ranks_;  ///< Of each line; -1 for the title of a section.
    std::optional<metrics::Dynamic> section_;

    [[nodiscard]] std::string in(const Words& words) const {
        return std::string(words.in(language_));
    }

    void map() {
        const auto found = by_metric_.find(metrics::map_difference_id);
        if (found == by_metric_.end() || found->second.empty()) return;
        if (!is_wanted(found->second.begin()->second.full->record(), options_)) return;
        open(in({"D’une date à l’autre", "From one date to the other"}));
        for (const MapLine& line : map_lines) {
            const auto at = found->second.find("measure=" + std::string(line.measure));
            if (at == found->second.end() || (!line.usual && !options_.details)) continue;
            const auto nature = at->second.full->record().nature;
            const bool is_part = line.words.en.starts_with(' ');
            add((is_part ? "" : std::string(mark_of(nature)) + " ") + in(line.words), at->second,
                0);
        }
    }

    void lines_of(const metrics::Metric& metric) {
        const auto found = by_metric_.find(metric.id);
        if (found == by_metric_.end()) return;
        bool first = true;
        for (const auto& [key, both] : found->second) {
            if (!wants(metric, key, both)) continue;
            if (section_ != metric.dynamic) {
                section_ = metric.dynamic;
                open(in(metrics::dynamics[static_cast<std::size_t>(metric.dynamic)].label));
            }
            add(label(metric, key, both, first), both, rank_of(key));
            grid_.lines.back().metric = &metric;
            first = false;
        }
    }

    /// The usual figures, where there is something to tell; with details, every one.
    [[nodiscard]] bool wants(const metrics::Metric& metric, std::string_view key,
                             const Both& both) const {
        if (both.full == nullptr || !is_wanted(both.full->record(), options_)) return false;
        if (options_.details) return true;
        const bool says = both.full->change && rank_of(key) < 2;
        const bool asked = !changes_.document.request.metrics.empty() && key.empty();
        return is_shown(metric.id, changes_.document, options_) && (says || asked);
    }

    [[nodiscard]] std::string label(const metrics::Metric& metric, std::string_view key,
                                    const Both& both, bool first) const {
        const std::string words = base::printable(key_in_words(key, language_));
        if (!first) return "    " + words;
        std::string text = std::string(mark_of(both.full->record().nature)) + " ";
        text += metric.title.in(language_);
        return words.empty() || key == "kinds_at_least=2" ? text : text + ", " + words;
    }

    void open(std::string title) {
        grid_.lines.push_back({std::move(title), {}, {}});
        ranks_.push_back(-1);
    }

    void add(std::string label, const Both& both, int rank) {
        const Change& change = *both.full;
        Grid::Line line;
        line.label = std::move(label);
        line.cells = {side(change.before, language_), side(change.after, language_),
                      change_cell(change, language_), constant_cell(both.constant, language_),
                      bounds_cell(change, language_), composition_cell(change, language_)};
        if (change.status != metrics::Status::ok) line.reason = why(change);
        grid_.lines.push_back(std::move(line));
        ranks_.push_back(rank);
    }

    [[nodiscard]] std::string why(const Change& change) const {
        std::string text(reason_in_words(change.reason, language_));
        const auto has = [](const std::optional<Estimate>& side) { return side && side->value; };
        if (has(change.before) || has(change.after))
            text +=
                " (" + side(change.before, language_) + " → " + side(change.after, language_) + ")";
        return text;
    }

    /// Lists of kinds and stages go first where there are too many lines.
    void leave_out() {
        if (options_.details) return;
        for (std::size_t i = grid_.lines.size(); i-- > 0 && grid_.lines.size() > most_lines;) {
            if (ranks_[i] <= 0) continue;
            grid_.lines.erase(grid_.lines.begin() + static_cast<std::ptrdiff_t>(i));
            ranks_.erase(ranks_.begin() + static_cast<std::ptrdiff_t>(i));
            ++grid_.left_out;
        }
    }
};

}  // namespace

std::vector<View> views_of_changes(const metrics::Changes& changes) {
    std::vector<View> views;
    for (const Change& change : changes.rows) {
        const Estimate& record = change.record();
        const View view{record.territory, record.territory_name, record.level, {}};
        if (std::ranges::find(views, view) == views.end()) views.push_back(view);
    }
    return views;
}

Grid make_change_grid(const ChangeDocument& changes, const Options& options, const View& view) {
    return ChangeGridMaker(changes, options, view).make();
}

std::string columns_in_words(const ChangeDocument& changes, std::string_view territory) {
    const Language language = changes.document.language;
    const ByMetric found = changes_of(changes.changes, territory);
    std::string known;
    if (const auto actors = found.find("actor_count"); actors != found.end())
        if (const auto at = actors->second.find(""); at != actors->second.end())
            if (const Change* constant = at->second.constant; constant && constant->after)
                known = " (" + figure(constant->after->value, language) + ")";
    if (language == Language::french)
        return "● compté  ◐ comparé  ○ estimé · constant : à périmètre constant, les acteurs en "
               "activité aux deux dates" +
               known +
               ", seuls et entre eux (entre parenthèses, l’intervalle de l’écart) · bornes : "
               "l’écart quand on laisse de côté une rencontre quelconque";
    return "● counted  ◐ compared  ○ estimated · constant: at constant perimeter, the actors "
           "active at both dates" +
           known +
           ", alone and among themselves (in brackets, the interval of the change) · bounds: the "
           "change when any one meeting is left out";
}

}  // namespace maillage::report
