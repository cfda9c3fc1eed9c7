#include <algorithm>
#include <array>

#include <maillage/base/error.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/report/sentences.hpp>
#include <maillage/report/table.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

void check_section(std::string_view section) {
    const bool known =
        section.empty() || std::ranges::any_of(metrics::dynamics, [&](const model::Word& word) {
            return word.code == section;
        });
    if (!known) throw base::UsageError({"U024", {std::string(section)}, {}});
}

/// Sentences are for a few territories, seen whole.
bool has_pages(const metrics::Request& request, const Options& options) {
    constexpr std::size_t most_pages = 4;
    return !options.table && options.section.empty() && request.metrics.empty() &&
           request.territories.size() <= most_pages;
}

}  // namespace

std::span<const Format> formats() {
    static constexpr std::array all{
        Format{"table", ".txt", {"page de phrases, ou table", "page of sentences, or table"}},
        Format{"csv", ".csv", {"une ligne par valeur", "one row per value"}},
        Format{"json", ".json", {"valeurs et provenance", "values and where they come from"}},
        Format{"md", ".md", {"page, table et méthode", "page, table and method"}},
        Format{"html", ".html", {"les mêmes, à lire ou imprimer", "the same, to read or print"}},
        Format{"xlsx",
               ".xlsx",
               {"un classeur : page, table, valeurs, méthode",
                "a workbook: page, table, values, method"}},
    };
    return all;
}

bool is_wanted(const metrics::Estimate& record, const Options& options) {
    return options.section.empty() ||
           model::code_of(metrics::dynamics, record.dynamic) == options.section;
}

std::string method_page(std::string_view metric) {
    const auto entries = metrics::catalogue();
    for (std::size_t i = 0; i < entries.size(); ++i)
        for (const metrics::Metric& one : entries[i]->metrics)
            if (one.id == metric)
                return "docs/method/" + std::string(metrics::entry_names()[i]) + ".md";
    return {};
}

std::string source_in_words(const metrics::Metric& metric, base::Language language) {
    std::string source(metric.source);
    if (source.starts_with("ours"))
        source.replace(0, 4, base::Words{"la nôtre", "ours"}.in(language));
    return std::string(base::Words{"Source : ", "Source: "}.in(language)) + source + '.';
}

std::vector<std::string> metrics_of(const metrics::Request& request, const Options& options) {
    if (options.format != "table" || options.details || !options.section.empty() ||
        !request.metrics.empty())
        return request.metrics;
    // The foot of a table says what the page says.
    const auto page = metrics_of_page();
    std::vector<std::string> needed(page.begin(), page.end());
    if (has_pages(request, options)) return needed;
    const auto table = headlines();
    needed.insert(needed.end(), table.begin(), table.end());
    return needed;
}

std::vector<metrics::Compared> verdicts_of(const Document& document, const Options& options) {
    std::vector<metrics::Compared> figures;
    if (options.format == "csv" || !has_pages(document.request, options)) return figures;
    for (const Sentence& sentence : sentences())
        for (const metrics::Compared& figure : compared_by(sentence)) figures.push_back(figure);
    return figures;
}

std::string write_report(const Document& document, const Options& options) {
    check_section(options.section);
    if (options.format == "csv") return write_csv(document, options);
    if (options.format == "json") return write_json(document, options);
    Options all = options;
    all.table = !has_pages(document.request, options);
    if (options.format == "md") return write_markdown(document, all);
    if (options.format == "html") return write_html(document, all);
    if (options.format == "xlsx") return write_xlsx(document, all);
    if (options.format != "table")
        throw base::UsageError({"U023", {std::string(options.format)}, {}});
    return all.table ? write_table(document, options) : write_page(document, options);
}

}  // namespace maillage::report
