// JSON by hand: the order of the keys and one record a line are part of the format, and a year of
// values for every commune of a region should not become a tree in memory first.

#include <cmath>
#include <set>

#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/base/version.hpp>
#include <maillage/inference/nulls.hpp>
#include <maillage/metrics/method.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/report/actor_table.hpp>
#include <maillage/report/actor_writers.hpp>
#include <maillage/report/change_record.hpp>
#include <maillage/report/record.hpp>
#include <maillage/report/writers.hpp>

namespace maillage::report {

namespace {

constexpr std::string_view schema = "https://maillage.invalid/schema/report-1.json";
constexpr std::string_view changes_schema = "https://maillage.invalid/schema/changes-1.json";
constexpr std::string_view actors_schema = "https://maillage.invalid/schema/actors-1.json";

void append_escaped(std::string& out, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (byte < 0x20 || byte == 0x7f) {
            out += "\\u00";
            out += digits[byte >> 4U];
            out += digits[byte & 15U];
        } else {
            out += c;
        }
    }
}

/// Appends a string; bytes that are not UTF-8 become U+FFFD, so that any reader can read it.
void append_string(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t bad = base::invalid_utf8(text); bad != std::string_view::npos;
         bad = base::invalid_utf8(text)) {
        append_escaped(out, text.substr(0, bad));
        out += "\xEF\xBF\xBD";
        text.remove_prefix(bad + 1);
    }
    append_escaped(out, text);
    out += '"';
}

enum class Layout : unsigned char { one_line, lines };

/// One object: members in the order in which they are given.
class Object {
  public:
    explicit Object(std::string& out) : out_(out) { out_ += '{'; }
    Object(const Object&) = delete;
    Object& operator=(const Object&) = delete;
    ~Object() { out_ += '}'; }

    /// The name of a member whose value the caller appends.
    std::string& name(std::string_view name, Layout layout = Layout::one_line) {
        if (!first_) out_ += layout == Layout::lines ? ",\n " : ", ";
        first_ = false;
        append_string(out_, name);
        out_ += ": ";
        return out_;
    }
    /// A text; null when it is empty, as a field that does not apply.
    void text(std::string_view name_of, std::string_view value) {
        name(name_of);
        value.empty() ? void(out_ += "null") : append_string(out_, value);
    }
    void number(std::string_view name_of, std::optional<double> value) {
        name(name_of) += value && std::isfinite(*value) ? base::shortest(*value) : "null";
    }
    void integer(std::string_view name_of, std::optional<std::int64_t> value) {
        name(name_of) += value ? std::to_string(*value) : "null";
    }
    void count(std::string_view name_of, std::uint64_t value) {
        name(name_of) += std::to_string(value);
    }
    void truth(std::string_view name_of, bool value) { name(name_of) += value ? "true" : "false"; }
    void day(std::string_view name_of, std::optional<base::Day> value) {
        text(name_of, value ? base::iso(*value) : std::string());
    }

  private:
    std::string& out_;
    bool first_ = true;
};

/// An array of what `append` writes for each item.
template <class Range, class Append>
void append_array(std::string& out, const Range& items, Layout layout, Append append) {
    out += '[';
    bool first = true;
    for (const auto& item : items) {
        if (!first) out += layout == Layout::lines ? "," : ", ";
        if (layout == Layout::lines) out += "\n  ";
        first = false;
        append(item);
    }
    out += ']';
}

void append_inputs(std::string& out, const model::Dataset& data) {
    std::vector<std::size_t> present;
    for (std::size_t i = 0; i < data.tables.size(); ++i)
        if (data.tables[i].present) present.push_back(i);
    append_array(out, present, Layout::lines, [&](std::size_t i) {
        const model::TableInfo& info = data.tables[i];
        Object input(out);
        input.text("file", info.file.empty() ? model::table_words[i].code : info.file);
        input.text("sha256", info.sha256);
        input.count("rows", info.rows);
        input.count("discarded", info.refused);
    });
}

void append_options(std::string& out, const Document& document) {
    const metrics::Request& request = document.request;
    const auto append_text = [&](std::string_view text) { append_string(out, text); };
    Object options(out);
    options.name("territory");
    append_array(out, request.territories, Layout::one_line, [&](model::TerritoryId id) {
        append_string(out, id.known() ? document.data[id].id : "*");
    });
    options.name("metric");
    append_array(out, request.metrics, Layout::one_line, append_text);
    options.day("from", request.from);
    options.day("to", request.to);
    options.text("by", request.breakdown == metrics::Breakdown::by_year ? "year" : "none");
    options.day("as_of", request.as_of);
    options.day("observed_from", request.observed_from);
    options.text("attribution",
                 metrics::attribution_codes[static_cast<std::size_t>(request.attribution)]);
    options.name("only");
    append_array(out, request.only, Layout::one_line, [&](const metrics::Filter& filter) {
        append_string(out, filter.column + "=" + filter.value);
    });
    options.truth("include_legal_ties", request.include_legal_ties);
    options.integer("silent_months", request.silent_months);
    options.integer("lapsed_months", request.lapsed_months);
    options.truth("details", request.detail == metrics::Detail::rows);
    options.text("edition", "working");
}

/// The catalogue of the values that follow; English, as every word of a machine format.
void append_methods(std::string& out, const std::set<std::string_view>& used) {
    append_array(out, used, Layout::lines, [&](std::string_view id) {
        const metrics::Metric* metric = metrics::find_metric(id);
        Object method(out);
        if (const metrics::Method* other = metrics::find_method(id)) {
            method.text("metric", id);
            method.text("title", other->title.en);
            method.text("definition", other->definition.en);
            method.text("source", other->source);
            method.text("page", other->page);
            return;
        }
        method.text("metric", id);
        method.text("title", metric->title.en);
        method.text("definition", metric->definition.en);
        method.text("source", metric->source);
        method.text("page", method_page(id));
    });
}

/// How the tables of comparisons were drawn.
void append_draws(std::string& out, const metrics::Values& values) {
    append_array(out, values.draws, Layout::lines, [&](const metrics::DrawsMade& made) {
        Object draws(out);
        draws.text("table", made.table);
        draws.text("territory", made.territory);
        draws.text("period", made.period);
        draws.count("rounds", made.rounds);
        draws.count("trades", made.trades);
        draws.count("memberships", made.memberships);
        draws.count("moved", made.moved);
    });
}

void insert_method(std::set<std::string_view>& used, std::string_view word) {
    if (const metrics::Method* method = metrics::find_method(word)) used.insert(method->id);
}

/// The metrics, and the methods of their intervals and null models.
std::set<std::string_view> metrics_in(const metrics::Values& values) {
    std::set<std::string_view> used;
    for (const metrics::Estimate& record : values.rows) {
        used.insert(record.metric);
        insert_method(used, record.ci_method);
        insert_method(used, record.null_model);
    }
    return used;
}

/// The same of what stands between two dates.
std::set<std::string_view> metrics_in(const metrics::Changes& changes) {
    std::set<std::string_view> used;
    for (const metrics::Change& change : changes.rows) {
        used.insert(change.record().metric);
        insert_method(used, change.ci_method);
        if (change.composition) used.insert("change_kitagawa");
    }
    return used;
}

std::set<std::string_view> metrics_in(const ActorTable& table) {
    std::set<std::string_view> used;
    for (const ActorColumn* column : table.columns)
        if (!column->metric.empty()) used.insert(column->metric);
    return used;
}

void append_actor(std::string& out, const ActorTable& table, const ActorTable::Row& row) {
    Object object(out);
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        const ActorColumn& column = *table.columns[i];
        if (row.cells[i].number && row.cells[i].text.empty())
            object.number(column.id, row.cells[i].number);
        else
            object.text(column.id, row.cells[i].text);
    }
    Object reasons(object.name("reasons"));
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        if (!row.cells[i].reason.empty()) reasons.text(table.columns[i]->id, row.cells[i].reason);
}

void append_issues(std::string& out, const Document& document) {
    Object issues(out);
    issues.count("errors", document.errors);
    issues.count("warnings", document.warnings);
    issues.name("notes");
    append_array(out, document.values.notes, Layout::one_line, [&](const base::Message& note) {
        Object object(out);
        object.text("code", note.code);
        object.text("text", note.text(base::Language::english));
    });
}

/// What is said of compared figures, and whether it would be without a tenth of the records.
void append_verdicts(std::string& out, const metrics::Values& values) {
    append_array(out, values.tried, Layout::lines, [&](const metrics::TriedVerdict& tried) {
        Object object(out);
        object.text("metric", tried.metric);
        object.text("territory", tried.territory);
        object.text("period", tried.period);
        object.text("key", tried.key);
        object.text("verdict", inference::verdict_codes[static_cast<std::size_t>(tried.verdict)]);
        object.count("draws", tried.draws());
        object.count("kept", tried.kept_in_all());
        for (std::size_t i = 0; i < tried.kept.size(); ++i)
            object.count("kept_without_" + std::string(metrics::deletion_codes[i]), tried.kept[i]);
        object.count("draws_of_each", tried.draws_of_each);
        object.count("replicates", tried.replicates);
        object.truth("to_confirm", tried.is_to_confirm());
    });
}

void append_values(std::string& out, const Document& document, const Options& options) {
    std::vector<const metrics::Estimate*> wanted;
    for (const metrics::Estimate& record : document.values.rows)
        if (is_wanted(record, options)) wanted.push_back(&record);
    out.reserve(out.size() + wanted.size() * 700);
    append_array(out, wanted, Layout::lines, [&](const metrics::Estimate* record) {
        Object object(out);
        visit_record(*record, object);
    });
}

}  // namespace

std::string write_json(const Document& document, const Options& options) {
    std::string out;
    {
        Object top(out);
        top.text("schema", schema);
        top.text("version", base::version());
        top.text("command", "report");
        append_inputs(top.name("inputs", Layout::lines), document.data);
        append_options(top.name("options", Layout::lines), document);
        const std::uint32_t draws = replicates_of(document.request, document.calendar);
        top.name("seed") += draws > 0 ? std::to_string(document.request.seed) : "null";
        top.name("replicates") += draws > 0 ? std::to_string(draws) : "null";
        std::optional<double> error;
        if (draws > 0) error = inference::monte_carlo_error(0.5, draws);
        top.number("monte_carlo_error", error);
        append_draws(top.name("draws", Layout::lines), document.values);
        top.day("as_of", document.calendar.as_of);
        append_methods(top.name("methods", Layout::lines), metrics_in(document.values));
        append_issues(top.name("issues", Layout::lines), document);
        append_verdicts(top.name("verdicts", Layout::lines), document.values);
        append_values(top.name("values", Layout::lines), document, options);
    }
    out += '\n';
    return out;
}

std::string write_changes_json(const ChangeDocument& changes, const Options& options) {
    const Document& document = changes.document;
    std::string out;
    {
        Object top(out);
        top.text("schema", changes_schema);
        top.text("version", base::version());
        top.text("command", "compare");
        append_inputs(top.name("inputs", Layout::lines), document.data);
        append_options(top.name("options", Layout::lines), document);
        top.text("before", changes.changes.before.period);
        top.text("after", changes.changes.after.period);
        const std::uint32_t draws = replicates_of(document.request, document.calendar);
        top.name("seed") += draws > 0 ? std::to_string(document.request.seed) : "null";
        top.name("replicates") += draws > 0 ? std::to_string(draws) : "null";
        top.day("as_of", document.calendar.as_of);
        append_methods(top.name("methods", Layout::lines), metrics_in(changes.changes));
        append_issues(top.name("issues", Layout::lines), document);
        std::vector<const metrics::Change*> wanted;
        for (const metrics::Change& change : changes.changes.rows)
            if (is_wanted(change.record(), options)) wanted.push_back(&change);
        append_array(top.name("changes", Layout::lines), wanted, Layout::lines,
                     [&](const metrics::Change* change) {
                         Object object(out);
                         visit_change(*change, object);
                     });
    }
    out += '\n';
    return out;
}

std::string write_actors_json(const Document& document, const ActorTable& table) {
    std::string out;
    {
        Object top(out);
        top.text("schema", actors_schema);
        top.text("version", base::version());
        top.text("command", "actors");
        append_inputs(top.name("inputs", Layout::lines), document.data);
        append_options(top.name("options", Layout::lines), document);
        top.text("period", document.calendar.windows.front().period);
        top.day("as_of", document.calendar.as_of);
        append_methods(top.name("methods", Layout::lines), metrics_in(table));
        append_issues(top.name("issues", Layout::lines), document);
        top.count("left_out", table.left_out);
        append_array(top.name("actors", Layout::lines), table.rows, Layout::lines,
                     [&](const ActorTable::Row& row) { append_actor(out, table, row); });
    }
    out += '\n';
    return out;
}

}  // namespace maillage::report
