#include <algorithm>

#include <maillage/graph/components.hpp>
#include <maillage/metrics/minima.hpp>
#include <maillage/metrics/much.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/report/info.hpp>

namespace maillage::report {

namespace {

using model::Dataset;

template <class Table>
Overview::Relations describe(const Table& table) {
    Overview::Relations relations{table.size(), 0, {}, {}};
    for (const model::Relation& row : table.rows) {
        if (!row.start.known()) {
            ++relations.undated;
            continue;
        }
        const base::Day first = row.start.first();
        const base::Day last = row.start.last();
        relations.first = std::min(relations.first.value_or(first), first);
        relations.last = std::max(relations.last.value_or(last), last);
    }
    return relations;
}

bool takes_part(const model::Attendee& attendee) {
    return attendee.present();
}
bool takes_part(const model::Party& /*party*/) {
    return true;
}
bool counts(const model::Event& /*row*/) {
    return true;
}
bool counts(const model::Partnership& row) {
    return !model::is_legal_tie(row.type);
}

template <class Row, class Member>
Overview::Islands islands_of(const Dataset& data, const model::RelationTable<Row, Member>& table) {
    graph::DisjointSets sets(data.actors.size());
    for (std::size_t i = 0; i < table.size(); ++i) {
        if (!counts(table.rows[i])) continue;
        const Member* first = nullptr;
        for (const Member& member : table.members[i]) {
            if (!takes_part(member)) continue;
            if (first == nullptr) first = &member;
            sets.unite(first->actor.index, member.actor.index);
        }
    }
    Overview::Islands islands;
    for (const std::uint32_t size : sets.sizes()) ++(size > 1 ? islands.groups : islands.alone);
    if (islands.groups > 0) islands.largest = sets.sizes().front();
    return islands;
}

template <class Range, class Test>
std::size_t count_if(const Range& range, Test test) {
    return static_cast<std::size_t>(std::ranges::count_if(range, test));
}

/// Rows of a table of relations whose number passes a test.
template <class Table, class Test>
std::size_t count_rows(const Table& table, Test test) {
    std::size_t count = 0;
    for (std::size_t i = 0; i < table.size(); ++i) count += test(i) ? 1 : 0;
    return count;
}

std::vector<Overview::Coverage> coverage_of(const Dataset& data) {
    const auto& events = data.events;
    const auto& alliances = data.partnerships;
    const auto& projects = data.experiments;
    return {
        {"actors_with_seat",
         {"acteurs dont le siège est connu", "actors whose seat is known"},
         count_if(data.actors, [](const model::Actor& actor) { return actor.seat.known(); }),
         data.actors.size()},
        {"events_with_attendance",
         {"rencontres avec leurs présences", "meetings with their attendance"},
         count_rows(events,
                    [&](std::size_t i) {
                        return std::ranges::any_of(
                            events.members[i],
                            [](const model::Attendee& one) { return takes_part(one); });
                    }),
         events.size()},
        {"partnerships_with_start",
         {"alliances dont le début est connu", "alliances whose start is known"},
         count_rows(alliances, [&](std::size_t i) { return alliances.rows[i].start.known(); }),
         alliances.size()},
        {"partnerships_with_two_parties",
         {"alliances de deux parties ou plus", "alliances of two parties or more"},
         count_rows(alliances, [&](std::size_t i) { return alliances.members[i].size() > 1; }),
         alliances.size()},
        {"partnerships_with_end_or_news",
         {"alliances dont on sait la fin ou les dernières nouvelles",
          "alliances whose end or last news is known"},
         count_rows(alliances,
                    [&](std::size_t i) {
                        const model::Partnership& row = alliances.rows[i];
                        return row.end.known() || row.last_seen.known() ||
                               !data.partnership_impacts[i].empty() ||
                               !data.partnership_evaluations[i].empty();
                    }),
         alliances.size()},
        {"experiments_with_stage",
         {"expérimentations dont une étape est datée", "experiments with a dated stage"},
         count_rows(projects, [&](std::size_t i) { return !data.stages[i].empty(); }),
         projects.size()},
    };
}

/// The summary records of every metric; on much data, of those that a report gives unasked.
std::vector<metrics::Estimate> records_of(const Dataset& data) {
    metrics::Request request;
    request.replicates = 9;  // only what can be answered is shown, not the answers
    const metrics::Study study(data, request);
    if (metrics::is_much(request, metrics::calendar(data, request), study))
        request.replicates = 0;
    else
        for (const metrics::Entry* entry : metrics::catalogue())
            for (const metrics::Metric& metric : entry->metrics)
                request.metrics.emplace_back(metric.id);
    return metrics::with_minima(metrics::compute(data, request), metrics::Detail::summary).rows;
}

std::vector<Overview::Answer> answers_of(const Dataset& data) {
    const auto records = records_of(data);
    std::vector<Overview::Answer> answers;
    for (const metrics::Entry* entry : metrics::catalogue()) {
        for (const metrics::Metric& metric : entry->metrics) {
            Overview::Answer answer{entry, &metric, metrics::Status::no_data, "by_name"};
            bool found = false;
            for (const metrics::Estimate& row : records) {
                if (row.metric != metric.id || (found && row.status != metrics::Status::ok))
                    continue;
                found = true;
                answer.status = row.status;
                answer.reason = row.reason;
                if (row.status == metrics::Status::ok) break;
            }
            answers.push_back(answer);
        }
    }
    return answers;
}

}  // namespace

Overview overview(const Dataset& data) {
    Overview result;
    result.as_of = metrics::calendar(data, {}).as_of;
    for (const model::Actor& actor : data.actors) {
        ++result.actors_by_kind[static_cast<std::size_t>(actor.kind)];
        if (actor.person) ++result.persons;
    }
    for (const model::Territory& territory : data.territories)
        ++result.territories_by_level[static_cast<std::size_t>(territory.level)];
    result.events = describe(data.events);
    result.partnerships = describe(data.partnerships);
    result.experiments = describe(data.experiments);
    result.meeting = islands_of(data, data.events);
    result.allying = islands_of(data, data.partnerships);
    result.coverage = coverage_of(data);
    result.answers = answers_of(data);
    return result;
}

}  // namespace maillage::report
