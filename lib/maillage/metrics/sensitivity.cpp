#include <algorithm>

#include <maillage/base/threads.hpp>
#include <maillage/metrics/sensitivity.hpp>
#include <maillage/metrics/verdict.hpp>

namespace maillage::metrics {

namespace {

// A few seconds on two cores.
constexpr std::uint64_t most_memberships = 100'000'000;

/// Page one is read at once: a tenth of the draws is told from a quarter by a hundred of them, and
/// 79 tables give each side of a verdict the level of 999, 1 in 40.
constexpr DeletionPlan plan_of_verdicts{34, 0.1, 79};

const Estimate* find_row(const Values& values, const Estimate& like) {
    const auto same = [&](const Estimate& row) {
        return row.metric == like.metric && row.territory == like.territory &&
               row.period == like.period && row.key == like.key;
    };
    const auto found = std::ranges::find_if(values.rows, same);
    return found == values.rows.end() ? nullptr : &*found;
}

/// The figures that have a verdict, in the last period of each territory.
std::vector<const Estimate*> judged(const Values& values, std::span<const Compared> figures) {
    std::vector<const Estimate*> rows;
    for (const Estimate& row : values.rows) {
        const bool wanted = std::ranges::any_of(figures, [&](const Compared& figure) {
            return figure.metric == row.metric && figure.key == row.key;
        });
        if (!wanted) continue;
        // Records are sorted by territory, then period, inside a metric.
        const auto earlier = [&](const Estimate* other) {
            return other->metric == row.metric && other->key == row.key &&
                   other->territory == row.territory;
        };
        std::erase_if(rows, earlier);
        rows.push_back(&row);
    }
    std::erase_if(rows, [](const Estimate* row) { return !verdict_of(*row); });
    return rows;
}

/// The request of these rows only: their metrics in the last period.
Request narrowed(const model::Dataset& data, const Request& request,
                 const std::vector<const Estimate*>& rows) {
    Request narrow = request;
    const Calendar::Window window = calendar(data, request).windows.back();
    narrow.from = window.first;
    narrow.to = window.last;
    narrow.breakdown = Breakdown::none;
    narrow.detail = Detail::summary;
    std::erase_if(narrow.territories, [&](model::TerritoryId id) {
        const std::string_view name = id.known() ? data[id].id : "*";
        return std::ranges::none_of(rows, [&](const Estimate* r) { return r->territory == name; });
    });
    narrow.metrics.clear();
    for (const Estimate* row : rows)
        if (std::ranges::find(narrow.metrics, row->metric) == narrow.metrics.end())
            narrow.metrics.emplace_back(row->metric);
    return narrow;
}

bool is_costly(const model::Dataset& data, const Request& request, const DeletionPlan& plan) {
    const std::uint64_t memberships = data.events.members.total() +
                                      data.partnerships.members.total() +
                                      data.experiments.members.total();
    return memberships * request.territories.size() * plan.draws_of_each * deletion_codes.size() *
               plan.replicates >
           most_memberships;
}

}  // namespace

void for_each_deletion(const model::Dataset& data, const Request& request, const DeletionPlan& plan,
                       const std::function<void(const Deletion&, const Values&)>& visit) {
    Request base = request;
    base.threads = 1;
    base.replicates = std::min(plan.replicates, replicates_of(request, calendar(data, request)));
    const std::size_t draws = std::size_t{plan.draws_of_each} * deletion_codes.size();
    base::parallel_for(draws, request.threads, [&](std::size_t i) {
        Request one = base;
        one.deletion = Deletion{static_cast<DeletionOf>(i % deletion_codes.size()), plan.share,
                                i / deletion_codes.size()};
        visit(*one.deletion, compute(data, one));
    });
}

void try_verdicts(const model::Dataset& data, const Request& request,
                  std::span<const Compared> figures, Values& values) {
    const auto rows = judged(values, figures);
    if (rows.empty()) return;
    const DeletionPlan& plan = plan_of_verdicts;
    const Request narrow = narrowed(data, request, rows);
    if (is_costly(data, narrow, plan)) {
        values.notes.push_back({"M415", {}, {}});
        return;
    }
    // One byte a draw and a figure: every thread writes to places of its own.
    const std::size_t sorts = deletion_codes.size();
    std::vector<std::uint8_t> kept(rows.size() * plan.draws_of_each * sorts, 0);
    const auto note = [&](const Deletion& deletion, const Values& drawn) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const Estimate* row = find_row(drawn, *rows[i]);
            const bool same = row != nullptr && verdict_of(*row) == verdict_of(*rows[i]);
            const std::size_t sort = static_cast<std::size_t>(deletion.of);
            kept[(i * sorts + sort) * plan.draws_of_each + deletion.draw] = same ? 1 : 0;
        }
    };
    for_each_deletion(data, narrow, plan, note);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        TriedVerdict& tried = values.tried.emplace_back(TriedVerdict{rows[i]->metric,
                                                                     rows[i]->territory,
                                                                     rows[i]->period,
                                                                     rows[i]->key,
                                                                     *verdict_of(*rows[i]),
                                                                     plan.draws_of_each,
                                                                     plan.replicates,
                                                                     {}});
        for (std::size_t sort = 0; sort < sorts; ++sort) {
            const auto first =
                kept.begin() + static_cast<std::ptrdiff_t>((i * sorts + sort) * plan.draws_of_each);
            tried.kept[sort] =
                static_cast<std::uint32_t>(std::count(first, first + plan.draws_of_each, 1));
        }
    }
}

}  // namespace maillage::metrics
