#include <algorithm>
#include <map>
#include <unordered_map>

#include <maillage/base/clean_text.hpp>
#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/base/text.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/much.hpp>
#include <maillage/report/actor_table.hpp>

namespace maillage::report {

namespace {

using metrics::ActorCounts;
using metrics::Estimate;
using Cell = ActorTable::Cell;

/// True when a table to be read shows the column, or one of the same metric.
bool is_usual(const ActorColumn& column) {
    return std::ranges::any_of(usual_actor_columns(), [&](std::string_view id) {
        const ActorColumn& usual = *find_actor_column(id);
        return id == column.id || (!column.metric.empty() && usual.metric == column.metric);
    });
}

bool is_asked(const ActorColumn& column, const ActorQuestion& question) {
    const ActorColumn* sort = question.sort;
    const bool sorts =
        sort != nullptr &&
        (&column == sort || (!column.metric.empty() && column.metric == sort->metric));
    if (sorts || is_identity(column)) return true;
    if (question.metrics.empty()) return !question.usual || is_usual(column);
    return std::ranges::find(question.metrics, column.metric) != question.metrics.end();
}

std::vector<const ActorColumn*> columns_of(const ActorQuestion& question) {
    std::vector<const ActorColumn*> columns;
    for (const ActorColumn& column : actor_columns())
        if (is_asked(column, question)) columns.push_back(&column);
    return columns;
}

metrics::Cost cost_of(std::string_view metric) {
    for (const metrics::Entry* entry : metrics::catalogue())
        for (const metrics::Metric& one : entry->metrics)
            if (one.id == metric) return entry->cost;
    return metrics::Cost::linear;
}

/// A line to be: one actor, or persons of one kind and seat.
struct Draft {
    std::vector<std::uint32_t> actors;
    ActorTable::Row row;
    std::string key;  ///< Of its name, to be sorted by.
};

class Maker {
  public:
    Maker(const metrics::Scope& scope, const privacy::Naming& naming, base::Language language,
          const ActorQuestion& question)
        : scope_(scope),
          naming_(naming),
          language_(language),
          question_(question),
          merges_(privacy::merges_persons(scope, question.citizens)) {
        table_.columns = columns_of(question);
        if (question.sort != nullptr) table_.sorted_by = question.sort->id;
        table_.by_metric = !question.metrics.empty();
        group();
        fill_plain();
    }

    /// The metrics whose records are wanted; those that take long only by name, on much data.
    [[nodiscard]] std::vector<std::string> metrics(bool much) {
        std::vector<std::string> ids;
        for (const ActorColumn* column : table_.columns) {
            if (column->metric.empty()) continue;
            const bool by_name = !question_.metrics.empty() || column == question_.sort;
            if (much && !by_name && cost_of(column->metric) == metrics::Cost::superlinear) {
                left_out_.emplace_back(column->metric);
                continue;
            }
            if (std::ranges::find(ids, column->metric) == ids.end())
                ids.emplace_back(column->metric);
        }
        return ids;
    }
    [[nodiscard]] bool leaves_out() const { return !left_out_.empty(); }

    void pivot(const std::vector<Estimate>& records) {
        std::map<std::string_view, const Estimate*> headlines;
        std::map<std::pair<std::string_view, std::string_view>, std::size_t> at;
        for (std::size_t i = 0; i < table_.columns.size(); ++i)
            if (const ActorColumn& c = *table_.columns[i]; !c.metric.empty() && c.id != "role")
                at[{c.metric, c.measure}] = i;
        for (const Estimate& record : records) {
            if (record.key.empty()) headlines[record.metric] = &record;
            see(record, at);
        }
        for (std::size_t i = 0; i < table_.columns.size(); ++i) say_why(i, headlines);
        name_roles();
    }

    ActorTable finish() && {
        order();
        const std::size_t all = drafts_.size();
        if (question_.top > 0 && all > question_.top) drafts_.resize(question_.top);
        table_.left_out = all - drafts_.size();
        for (Draft& draft : drafts_) table_.rows.push_back(std::move(draft.row));
        return std::move(table_);
    }

  private:
    const metrics::Scope& scope_;
    const privacy::Naming& naming_;
    base::Language language_;
    const ActorQuestion& question_;
    bool merges_;
    std::vector<Draft> drafts_;
    std::unordered_map<std::string, std::size_t> draft_of_;  ///< By label; single actors only.
    std::vector<std::string> left_out_;
    ActorTable table_;

    [[nodiscard]] bool is_wanted(model::Kind kind) const {
        return question_.kinds.empty() ||
               std::ranges::find(question_.kinds, kind) != question_.kinds.end();
    }

    void group() {
        std::map<std::pair<model::Kind, model::TerritoryId>, std::size_t> groups;
        for (const std::uint32_t i : metrics::actors_of(scope_)) {
            const model::Actor& actor = scope_.data.actors[i];
            if (!is_wanted(actor.kind)) continue;
            const bool merges = actor.person && merges_;
            std::size_t at = drafts_.size();
            if (merges) at = groups.try_emplace({actor.kind, actor.seat}, at).first->second;
            if (at == drafts_.size()) {
                drafts_.emplace_back();
                drafts_.back().row.kind = actor.kind;
                drafts_.back().row.elsewhere = !scope_.view.seats.contains(i);
            }
            drafts_[at].actors.push_back(i);
            ++(drafts_[at].row.elsewhere ? table_.found_elsewhere
                                         : table_.found[static_cast<std::size_t>(actor.kind)]);
            if (merges)
                ++drafts_[at].row.persons;
            else
                draft_of_[naming_.id({i})] = at;
        }
    }

    /// "3 habitants (Aniane)".
    [[nodiscard]] std::string name_of(const Draft& draft) const {
        const model::ActorId first{draft.actors.front()};
        if (draft.row.persons == 0) return base::clean_text(naming_.name(first));
        const model::Word& word = model::kinds[static_cast<std::size_t>(draft.row.kind)];
        std::string text = base::readable(std::int64_t{draft.row.persons}, language_) + ' ';
        text += (draft.row.persons > 1 ? word.plural : word.label).in(language_);
        const model::TerritoryId seat = scope_.data[first].seat;
        return seat.known() ? text + " (" + base::clean_text(scope_.data[seat].name) + ")" : text;
    }

    void fill_plain() {
        metrics::ActorCounter counter(scope_);
        for (Draft& draft : drafts_) {
            const std::string name = name_of(draft);
            const model::TerritoryId seat = scope_.data.actors[draft.actors.front()].seat;
            // Merged persons stand last, by seat: their names begin with a number.
            draft.key = draft.row.persons == 0 ? base::comparison_key(name)
                        : seat.known()         ? '~' + base::comparison_key(scope_.data[seat].name)
                                               : std::string("~");
            draft.row.cells.resize(table_.columns.size());
            const ActorCounts counts = counter.of(draft.actors);
            for (std::size_t i = 0; i < table_.columns.size(); ++i)
                if (const ActorColumn& column = *table_.columns[i]; column.metric.empty())
                    draft.row.cells[i] =
                        is_identity(column) ? identity(column, draft, name) : count(column, counts);
        }
    }

    [[nodiscard]] Cell identity(const ActorColumn& column, const Draft& draft,
                                const std::string& name) const {
        const model::ActorId first{draft.actors.front()};
        const model::TerritoryId seat = scope_.data[first].seat;
        if (column.id == "name") return {{}, name, {}};
        if (column.id == "kind")
            return {{}, std::string(model::code_of(model::kinds, draft.row.kind)), {}};
        if (column.id == "listed") return {{}, draft.row.elsewhere ? "no" : "yes", {}};
        if (column.id == "persons")
            return draft.row.persons > 0 ? Cell{draft.row.persons, {}, {}} : Cell{};
        if (column.id == "actor")
            return draft.row.persons > 0 ? Cell{{}, {}, "persons_merged"}
                                         : Cell{{}, naming_.id(first), {}};
        if (!seat.known()) return {{}, {}, column.absent};
        const model::Territory& place = scope_.data[seat];
        return {{}, std::string(column.id == "territory" ? place.id : place.name), {}};
    }

    /// A count of a table that is not there is not zero.
    [[nodiscard]] Cell counted(std::int64_t value, model::Table table,
                               const metrics::TerritoryView::Part& part) const {
        if (!scope_.data.has(table)) return {{}, {}, "table_absent"};
        if (!part.answerable) return {{}, {}, "column_absent"};
        return {static_cast<double>(value), {}, {}};
    }

    [[nodiscard]] Cell count(const ActorColumn& column, const ActorCounts& counts) const {
        using model::Table;
        const metrics::TerritoryView& view = scope_.view;
        constexpr std::string_view of_kind = "partners_";
        if (column.id == "meetings") return counted(counts.meetings, Table::events, view.events);
        if (column.id == "projects")
            return counted(counts.projects, Table::experiments, view.experiments);
        if (column.id == "last_seen") {
            const base::Date& date = counts.last_seen;
            if (!date.known()) return {{}, {}, column.absent};
            return {static_cast<double>(date.last()), date.iso(), {}};
        }
        std::int64_t value = counts.alliances;
        if (column.id == "alliances_running") value = counts.running;
        if (column.id == "alliances_silent") value = counts.silent;
        if (column.id == "partners") {
            value = 0;
            for (const std::int64_t partners : counts.partners) value += partners;
        }
        for (std::size_t kind = 0; kind < model::kinds.size(); ++kind)
            if (column.id.starts_with(of_kind) &&
                column.id.substr(of_kind.size()) == model::kinds[kind].code)
                value = counts.partners[kind];
        return counted(value, Table::partnerships, view.partnerships);
    }

    /// Puts a record in its cell. Those of two names, as of an actor in a year, have no cell.
    void see(const Estimate& record,
             const std::map<std::pair<std::string_view, std::string_view>, std::size_t>& at) {
        const auto actor = metrics::key_part(record.key, metrics::KeyName::actor);
        if (!actor) return;
        const auto measure = metrics::key_part(record.key, metrics::KeyName::measure).value_or("");
        const auto column = at.find({record.metric, measure});
        const auto draft = draft_of_.find(*actor);
        const std::size_t names = 1 + static_cast<std::size_t>(std::ranges::count(record.key, ';'));
        if (column == at.end() || draft == draft_of_.end() || names > (measure.empty() ? 1 : 2))
            return;
        drafts_[draft->second].row.cells[column->second] = {record.value, {}, record.reason};
    }

    void say_why(std::size_t i, const std::map<std::string_view, const Estimate*>& headlines) {
        const ActorColumn& column = *table_.columns[i];
        if (column.metric.empty()) return;
        const bool took_long = std::ranges::find(left_out_, column.metric) != left_out_.end();
        const auto headline = headlines.find(column.metric);
        const bool no_data =
            headline != headlines.end() && headline->second->status == metrics::Status::no_data;
        for (Draft& draft : drafts_) {
            Cell& cell = draft.row.cells[i];
            if (cell.number || !cell.text.empty() || !cell.reason.empty()) continue;
            const bool of_list = draft.row.elsewhere && column.absent != "no_such_role";
            cell.reason = of_list ? "seated_elsewhere" : column.absent;
            if (draft.row.persons > 0) cell.reason = "persons_merged";
            if (no_data) cell.reason = headline->second->reason;
            if (took_long) cell.reason = "too_much_data";
        }
    }

    /// The role that makes more than half of the pairs, where it stands in 80 % of the draws.
    void name_roles() {
        const auto role = table_.find("role"), kept = table_.find("emergence_brokerage_roles_kept");
        if (!role || !kept) return;
        for (Draft& draft : drafts_) {
            std::vector<Cell>& cells = draft.row.cells;
            Cell& share = cells[*kept];
            if (!share.number) {
                cells[*role] = {{}, {}, share.reason};
            } else if (*share.number < 0.8) {
                share = cells[*role] = {{}, {}, "below_80_percent"};
            } else {
                cells[*role] = {{}, std::string(main_role(cells)), {}};
            }
        }
    }

    [[nodiscard]] std::string_view main_role(const std::vector<Cell>& cells) const {
        std::string_view role;
        double most = -1;
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const ActorColumn& column = *table_.columns[i];
            const bool is_role = column.metric == "emergence_brokerage_roles" &&
                                 !column.measure.empty() && column.measure != "kept";
            if (!is_role || cells[i].number.value_or(-1) <= most) continue;
            most = *cells[i].number;
            role = column.measure;
        }
        return role;
    }

    void order() {
        const auto id = [](const Draft& draft) { return draft.actors.front(); };
        const auto by_name = [&](const Draft& a, const Draft& b) {
            return std::tuple(a.row.elsewhere, a.row.kind, std::string_view(a.key),
                              scope_.data.actors[id(a)].id) <
                   std::tuple(b.row.elsewhere, b.row.kind, std::string_view(b.key),
                              scope_.data.actors[id(b)].id);
        };
        std::ranges::sort(drafts_, by_name);
        if (question_.sort == nullptr) return;
        const std::size_t column = *table_.find(question_.sort->id);
        const bool oldest_first = question_.sort->form == ActorForm::day;
        const bool is_name = question_.sort->id == "name";
        const auto is_before = [&](const Draft& a, const Draft& b) {
            if (is_name) return a.key < b.key;
            const Cell &x = a.row.cells[column], &y = b.row.cells[column];
            const bool x_says = x.number || !x.text.empty(), y_says = y.number || !y.text.empty();
            if (x_says != y_says) return x_says;
            if (x.number && y.number)
                return oldest_first ? *x.number < *y.number : *x.number > *y.number;
            return base::comparison_key(x.text) < base::comparison_key(y.text);
        };
        std::ranges::stable_sort(drafts_, is_before);
    }
};

}  // namespace

std::optional<std::size_t> ActorTable::find(std::string_view id) const {
    const auto at = std::ranges::find(columns, id, [](const ActorColumn* c) { return c->id; });
    if (at == columns.end()) return std::nullopt;
    return static_cast<std::size_t>(at - columns.begin());
}

void check_actor_metrics(std::span<const std::string> ids) {
    std::vector<std::string_view> known;
    for (const ActorColumn& column : actor_columns())
        if (!column.metric.empty()) known.push_back(column.metric);
    for (const std::string& id : ids) {
        if (std::ranges::find(known, id) != known.end()) continue;
        const std::string_view near = base::nearest(id, known);
        throw base::UsageError(
            {"U043",
             {id},
             near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
    }
}

ActorTable actor_table(const model::Dataset& data, metrics::Request request,
                       const privacy::Naming& naming, base::Language language,
                       const ActorQuestion& question) {
    check_actor_metrics(question.metrics);
    request.detail = metrics::Detail::rows;
    request.replicates = 0;
    request.actor_label = [&](model::ActorId actor) { return naming.id(actor); };
    const metrics::Calendar calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const metrics::TerritoryView view(study, request.territories.front());
    const metrics::Scope scope(view, calendar.windows.front());
    Maker maker(scope, naming, language, question);
    metrics::Request asked = request;
    asked.metrics = maker.metrics(metrics::is_much(request, calendar, study));
    metrics::Values values;
    if (!asked.metrics.empty()) values = metrics::compute(data, asked);
    maker.pivot(values.rows);
    if (maker.leaves_out()) values.notes.insert(values.notes.begin(), {"M417", {}, {}});
    ActorTable table = std::move(maker).finish();
    table.values.notes = std::move(values.notes);
    return table;
}

}  // namespace maillage::report
