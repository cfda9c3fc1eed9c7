#include <algorithm>
#include <array>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/report/figures.hpp>
#include <maillage/report/grid.hpp>

namespace maillage::report {

namespace {

using base::Language;
using base::Words;
using metrics::Estimate;

constexpr std::string_view nothing = "–";
constexpr std::size_t most_columns = 4;
constexpr std::size_t most_letters = 8;
constexpr std::size_t widest_head = 20;

std::string number(std::optional<std::int64_t> value, Language language) {
    return value ? base::readable(*value, language) : std::string(nothing);
}

std::string value_and_unit(const Estimate* record, Language language) {
    if (record == nullptr) return "–";
    const std::string_view unit = record->value ? unit_in_words(record->unit, language) : "";
    return value_of(*record, language) + (unit.empty() ? "" : " ") + std::string(unit);
}

bool opens_section(const Table& table, std::size_t group) {
    return group == 0 ||
           table.groups[group].metric->dynamic != table.groups[group - 1].metric->dynamic;
}

/// Whom a benchmark asked, and what; empty for any other line.
std::string benchmark_of(const Table::Line& line, const Document& document) {
    const auto is_benchmark = [](const Estimate* record) {
        return record != nullptr && record->metric == "benchmark_line";
    };
    const auto id = metrics::key_part(line.key, metrics::KeyName::source);
    if (!id || std::ranges::none_of(line.records, is_benchmark)) return {};
    const auto& benchmarks = document.data.benchmarks;
    const auto found = std::ranges::find(benchmarks, *id, &model::Benchmark::id);
    if (found == benchmarks.end() || found->question.empty()) return {};
    const std::string_view colon = document.language == Language::french ? "\u202F: " : ": ";
    std::string text(found->population);
    if (!text.empty()) text += colon;
    text += found->question;
    return text;
}

/// The title of the metric, or below it the key in words.
std::string label_of(const Table::Group& group, const Table::Line& line, const Document& document) {
    const Language language = document.language;
    const bool first = &line == &group.lines.front();
    const std::string asked = benchmark_of(line, document);
    const std::string key =
        base::printable(asked.empty() ? key_in_words(line.key, language) : asked);
    if (!first) return "    " + key;
    const auto known = [](const Estimate* record) { return record != nullptr; };
    const auto nature = (*std::ranges::find_if(line.records, known))->nature;
    std::string label = std::string(mark_of(nature)) + " ";
    label += group.metric->title.in(language);
    // An alliance across worlds is one of two kinds at least.
    return key.empty() || line.key == "kinds_at_least=2" ? label : label + ", " + key;
}

class GridMaker {
  public:
    GridMaker(Table table, const Document& document, const Options& options)
        : table_(std::move(table)),
          document_(document),
          language_(document.language),
          details_(options.details) {}

    Grid make(std::size_t most_lines) && {
        if (table_.views.size() > most_columns) {
            rows_of_views(most_lines);
            return std::move(grid_);
        }
        if (most_lines > 0) shorten_to(most_lines);
        table_.views.size() == 1 ? one_view() : columns_of_views();
        return std::move(grid_);
    }

  private:
    Table table_;
    const Document& document_;
    Language language_;
    bool details_;
    bool compared_ = false;  ///< Something stands beside what coincidence gives.
    Grid grid_;

    [[nodiscard]] std::string in(const Words& words) const {
        return std::string(words.in(language_));
    }

    void shorten_to(std::size_t most_lines) {
        std::size_t sections = 0;
        for (std::size_t i = 0; i < table_.groups.size(); ++i)
            sections += opens_section(table_, i) ? 1 : 0;
        grid_.left_out = shorten(table_, most_lines > sections ? most_lines - sections : 1);
    }

    template <class MakeLine>
    void fill(MakeLine make_line) {
        for (std::size_t i = 0; i < table_.groups.size(); ++i) {
            const Table::Group& group = table_.groups[i];
            const auto dynamic = static_cast<std::size_t>(group.metric->dynamic);
            if (opens_section(table_, i))
                grid_.lines.push_back({in(metrics::dynamics[dynamic].label), {}, {}});
            for (const Table::Line& line : group.lines) {
                grid_.lines.push_back(make_line(line));
                grid_.lines.back().label = label_of(group, line, document_);
                grid_.lines.back().metric = group.metric;
            }
        }
    }

    void one_view() {
        const auto is_compared = [&](const Table::Line& line) {
            return chance_of(*line.records.front(), language_) != nothing;
        };
        compared_ = std::ranges::any_of(table_.groups, [&](const Table::Group& group) {
            return std::ranges::any_of(group.lines, is_compared);
        });
        grid_.heads = {{in({"valeur", "value"}), false}, {in({"bornes", "bounds"}), false}};
        if (compared_) grid_.heads.push_back({in({"au hasard", "by chance"}), false});
        grid_.heads.push_back({in({"lecture", "reading"}), false});
        grid_.heads.push_back({"n", true});
        grid_.heads.push_back({in({"unités", "units"}), true});
        if (details_) {
            grid_.heads.push_back({in({"couverture", "coverage"}), true});
            grid_.heads.push_back({in({"attribution", "attribution"}), false});
        }
        fill([&](const Table::Line& line) { return cells_of(*line.records.front()); });
    }

    [[nodiscard]] Grid::Line cells_of(const Estimate& record) const {
        Grid::Line line;
        const bool has_value = record.status == metrics::Status::ok;
        const std::string reading = reading_of(record, language_);
        if (!has_value) line.reason = reading;
        line.cells = {value_and_unit(&record, language_), bounds_of(record, language_)};
        if (compared_) line.cells.push_back(chance_of(record, language_));
        line.cells.push_back(has_value ? reading : std::string());
        line.cells.push_back(number(record.n, language_));
        line.cells.push_back(number(record.n_effective, language_));
        if (!details_) return line;
        const auto attribution = static_cast<std::size_t>(record.attribution);
        line.cells.push_back(record.coverage ? base::readable(*record.coverage, 2, language_)
                                             : "–");
        line.cells.emplace_back(metrics::attribution_codes[attribution]);
        return line;
    }

    void columns_of_views() {
        for (const View& view : table_.views)
            grid_.heads.push_back(
                {base::cut_utf8(head_of(view, table_, document_), widest_head), false});
        grid_.lasting = grid_.heads.size();
        fill([&](const Table::Line& line) {
            Grid::Line made;
            for (const Estimate* record : line.records)
                made.cells.push_back(value_and_unit(record, language_));
            return made;
        });
    }

    static bool says_something(const Table::Line& line) {
        return std::ranges::any_of(line.records, [](const Estimate* record) {
            return record != nullptr && record->value.has_value();
        });
    }

    std::vector<const Table::Line*> lettered_headlines() {
        std::vector<const Table::Line*> headlines;
        for (const Table::Group& group : table_.groups) {
            const Table::Line& first = group.lines.front();
            if (headlines.size() == most_letters) break;
            if (!says_something(first)) continue;
            const std::string letter(1, static_cast<char>('A' + headlines.size()));
            headlines.push_back(&first);
            grid_.heads.push_back({letter, false, group.metric});
            grid_.legend.push_back(letter + "  " + label_of(group, first, document_));
        }
        return headlines;
    }

    void rows_of_views(std::size_t most_lines) {
        const auto headlines = lettered_headlines();
        const std::size_t room =
            most_lines > most_letters ? most_lines - most_letters : most_letters;
        const std::size_t shown =
            most_lines == 0 ? table_.views.size() : std::min(table_.views.size(), room);
        for (std::size_t view = 0; view < shown; ++view) {
            Grid::Line line;
            line.label = head_of(table_.views[view], table_, document_);
            for (const Table::Line* headline : headlines) {
                const Estimate* record = headline->records[view];
                line.cells.push_back(record == nullptr ? "–" : value_of(*record, language_));
            }
            grid_.lines.push_back(std::move(line));
        }
        grid_.left_out = table_.views.size() - shown;
    }
};

}  // namespace

Grid make_grid(Table table, const Document& document, const Options& options,
               std::size_t most_lines) {
    return GridMaker(std::move(table), document, options).make(most_lines);
}

std::string lines_left_out(const Grid& grid, Language language) {
    if (grid.left_out == 0) return {};
    const std::string count = base::readable(static_cast<std::int64_t>(grid.left_out), language);
    if (language == Language::french)
        return count + (grid.left_out == 1 ? " autre ligne" : " autres lignes") +
               " avec --details ; tout avec -f csv.";
    return count + (grid.left_out == 1 ? " more line" : " more lines") +
           " with --details; everything with -f csv.";
}

std::string_view legend_of_marks(Language language) {
    constexpr Words words{
        "● compté  ◐ comparé  ○ estimé · n : ce sur quoi porte la valeur · unités : rencontres, "
        "alliances ou projets derrière n",
        "● counted  ◐ compared  ○ estimated · n: what the value bears on · units: meetings, "
        "alliances or projects behind n"};
    return words.in(language);
}

}  // namespace maillage::report
