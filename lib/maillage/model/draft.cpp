// Turns rows in file order into the canonical order of a Dataset, so that nothing downstream can
// depend on the order of the files. Every vector is sorted by id bytes (territories by preorder of
// their tree, actors by seat first); `renumber` maps then carry each reference over.

#include <algorithm>
#include <numeric>

#include <maillage/model/draft.hpp>

namespace maillage::model {

namespace {

/// new index of each old row, for rows put in the order given.
std::vector<std::uint32_t> inverse(const std::vector<std::uint32_t>& order) {
    std::vector<std::uint32_t> position(order.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) position[order[i]] = i;
    return position;
}

template <class Key>
std::vector<std::uint32_t> order_by(std::size_t count, Key key) {
    std::vector<std::uint32_t> order(count);
    std::iota(order.begin(), order.end(), 0U);
    std::ranges::stable_sort(order, {}, key);
    return order;
}

/// The maps from draft indices to final ones.
struct Renumbering {
    std::vector<std::uint32_t> territories, actors, themes, sources;

    void apply(TerritoryId& id) const { move(id.index, territories); }
    void apply(ActorId& id) const { move(id.index, actors); }
    void apply(ThemeId& id) const { move(id.index, themes); }
    void apply(SourceId& id) const { move(id.index, sources); }

    template <class Id>
    std::vector<Id> sorted(std::vector<Id> ids) const {
        for (Id& id : ids) apply(id);
        std::ranges::sort(ids);
        ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
        return ids;
    }

  private:
    static void move(std::uint32_t& index, const std::vector<std::uint32_t>& to) {
        if (index != ActorId::nothing) index = to[index];
    }
};

/// Preorder of the primary tree, without recursion: a hierarchy may be 200,000 levels deep.
std::vector<std::uint32_t> preorder(const std::vector<Draft::DraftTerritory>& territories) {
    const std::uint32_t n = static_cast<std::uint32_t>(territories.size());
    const auto by_id = order_by(n, [&](std::uint32_t i) { return territories[i].row.id; });
    // Children of each territory in id order, as linked lists filled backwards.
    std::vector<std::uint32_t> first_child(n, ActorId::nothing), next_sibling(n, ActorId::nothing);
    std::vector<std::uint32_t> stack;
    for (auto it = by_id.rbegin(); it != by_id.rend(); ++it) {
        const auto& parents = territories[*it].parents;
        if (parents.empty()) {
            stack.push_back(*it);
        } else {
            next_sibling[*it] = first_child[parents.front().index];
            first_child[parents.front().index] = *it;
        }
    }
    std::vector<std::uint32_t> order;
    order.reserve(n);
    std::vector<std::uint32_t> children;
    while (!stack.empty()) {
        const std::uint32_t at = stack.back();
        stack.pop_back();
        order.push_back(at);
        children.clear();
        for (std::uint32_t c = first_child[at]; c != ActorId::nothing; c = next_sibling[c])
            children.push_back(c);
        stack.insert(stack.end(), children.rbegin(), children.rend());
    }
    return order;
}

/// The rows in order of their ids, which are told apart by their bytes.
template <class Row>
std::vector<std::uint32_t> rows_by_id(const std::vector<Row>& rows) {
    return order_by(rows.size(), [&](std::uint32_t i) { return rows[i].id; });
}

void finish_territories(Draft& draft, Renumbering& renumbering) {
    Dataset& data = draft.data;
    const auto order = preorder(draft.territories);
    renumbering.territories = inverse(order);
    const std::uint32_t n = static_cast<std::uint32_t>(order.size());
    data.territories.reserve(n);
    data.subtree_end.resize(n);
    for (const std::uint32_t old : order) {
        auto& source = draft.territories[old];
        data.territories.push_back(source.row);
        for (TerritoryId parent : source.parents) {
            renumbering.apply(parent);
            data.parents.push(parent);
        }
        data.parents.close_row();
    }
    data.territories_by_id = rows_by_id(data.territories);
    // Backwards, a child ends before its parent is closed.
    for (std::uint32_t i = 0; i < n; ++i) data.subtree_end[i] = i + 1;
    for (std::uint32_t i = n; i-- > 0;) {
        if (const auto parents = data.parents[i]; !parents.empty()) {
            std::uint32_t& end = data.subtree_end[parents.front().index];
            end = std::max(end, data.subtree_end[i]);
        }
    }
}

void finish_actors(Draft& draft, Renumbering& renumbering) {
    Dataset& data = draft.data;
    for (Actor& actor : draft.actors) renumbering.apply(actor.seat);
    const auto order = order_by(draft.actors.size(), [&](std::uint32_t i) {
        return std::pair(draft.actors[i].seat, draft.actors[i].id);
    });
    renumbering.actors = inverse(order);
    data.actors.reserve(order.size());
    data.first_actor_of.assign(data.territories.size() + 1, 0);
    for (const std::uint32_t old : order) {
        data.actors.push_back(draft.actors[old]);
        if (draft.actors[old].seat.known()) ++data.first_actor_of[draft.actors[old].seat.index + 1];
    }
    std::partial_sum(data.first_actor_of.begin(), data.first_actor_of.end(),
                     data.first_actor_of.begin());
    data.actors_by_id = rows_by_id(data.actors);
}

template <class Row, class Key>
void finish_list(std::vector<Row>& from, std::vector<Row>& to, std::vector<std::uint32_t>& map,
                 Key key) {
    const auto order = order_by(from.size(), [&](std::uint32_t i) { return from[i].*key; });
    map = inverse(order);
    to.reserve(order.size());
    for (const std::uint32_t old : order) to.push_back(from[old]);
}

void merge(Party& into, const Party& row) {
    into.roles |= row.roles;
    if (row.joined.known() && (!into.joined.known() || row.joined.first() < into.joined.first()))
        into.joined = row.joined;
    if (row.left.known() && (!into.left.known() || row.left.last() > into.left.last()))
        into.left = row.left;
}

void merge(Attendee& into, const Attendee& row) {
    into.roles |= row.roles;
    into.spheres |= row.spheres;
    into.headcount = std::max(into.headcount, row.headcount);
}

/// A convenor is present, unless a row of the attendance says it was invited and absent.
void add_convenors(DraftRelations<Event, Attendee>& events) {
    for (std::uint32_t i = 0; i < events.rows.size(); ++i) {
        const ActorId convenor = events.rows[i].row.convenor;
        if (convenor.known()) events.members.push_back({i, {convenor, {}, {}, 0}});
    }
}

/// The rows that `add_convenors` made get their role once the others are merged.
void settle(Attendee& attendee, const Event& event, const std::vector<Actor>& actors) {
    const bool absent = attendee.roles == WordSet<AttendanceRole>(AttendanceRole::invited_absent);
    if (attendee.actor == event.convenor && !absent) attendee.roles |= AttendanceRole::convenor;
    if (attendee.spheres.empty()) attendee.spheres = actors[attendee.actor.index].sphere;
    attendee.headcount = std::max(attendee.headcount, 1U);
}

template <class Row>
void settle(Party&, const Row&, const std::vector<Actor>&) {}

template <class Member>
std::vector<std::uint32_t> members_in_order(const std::vector<DraftMember<Member>>& members,
                                            const std::vector<std::uint32_t>& position) {
    return order_by(members.size(), [&](std::uint32_t i) {
        return std::pair(position[members[i].relation], members[i].member.actor);
    });
}

template <class Row, class Member>
std::vector<std::uint32_t> finish_relations(DraftRelations<Row, Member>& draft,
                                            const Renumbering& renumbering,
                                            const std::vector<Actor>& actors,
                                            RelationTable<Row, Member>& table) {
    const auto order =
        order_by(draft.rows.size(), [&](std::uint32_t i) { return draft.rows[i].row.id; });
    const auto position = inverse(order);
    table.rows.reserve(order.size());
    for (const std::uint32_t old : order) {
        auto& source = draft.rows[old];
        table.rows.push_back(source.row);
        table.places.add_row(renumbering.sorted(std::move(source.places)));
        table.themes.add_row(renumbering.sorted(std::move(source.themes)));
        table.sources.add_row(renumbering.sorted(std::move(source.sources)));
        table.accompanied_by.add_row(renumbering.sorted(std::move(source.accompanied_by)));
    }
    for (auto& member : draft.members) renumbering.apply(member.member.actor);
    const auto member_order = members_in_order(draft.members, position);
    table.members.reserve(order.size(), draft.members.size());
    std::size_t at = 0;
    for (std::uint32_t row = 0; row < order.size(); ++row) {
        while (at < member_order.size() &&
               position[draft.members[member_order[at]].relation] == row) {
            Member member = draft.members[member_order[at++]].member;
            for (; at < member_order.size(); ++at) {
                const auto& next = draft.members[member_order[at]];
                if (position[next.relation] != row || next.member.actor != member.actor) break;
                merge(member, next.member);
            }
            settle(member, table.rows[row], actors);
            table.members.push(member);
        }
        table.members.close_row();
    }
    return position;
}

template <class Row, class Key>
void finish_rows_of(std::vector<OfRelation<Row>>& from, const std::vector<std::uint32_t>& position,
                    std::size_t relations, Lists<Row>& to, Key key) {
    const auto order = order_by(from.size(), [&](std::uint32_t i) {
        return std::pair(position[from[i].relation], key(from[i].row));
    });
    std::size_t at = 0;
    for (std::uint32_t relation = 0; relation < relations; ++relation) {
        for (; at < order.size() && position[from[order[at]].relation] == relation; ++at)
            to.push(from[order[at]].row);
        to.close_row();
    }
}

auto date_key(const Date& date) {
    return std::pair(date.first(), date.last());
}

auto site_key(const Site& site) {
    return std::tuple(date_key(site.date), site.territory, site.run_by, site.use);
}

auto evaluation_key(const Evaluation& evaluation) {
    return std::tuple(date_key(evaluation.date), evaluation.mode, evaluation.evaluator);
}

auto funding_key(const Funding& funding) {
    return std::tuple(funding.year, funding.source, funding.amount);
}

auto impact_key(const Impact& i) {
    return std::tuple(date_key(i.date), i.impact, i.sub_impact, i.actor, i.indicator, i.value);
}

auto pledge_key(const Pledge& p) {
    return std::tuple(p.actor, p.brings.bits, p.seeks.bits, p.value);
}

/// Sites, evaluations, impacts, pledges and money, which no list of parties tells.
void finish_records(Draft& draft, const Renumbering& renumbering,
                    const std::vector<std::uint32_t>& partnership_at,
                    const std::vector<std::uint32_t>& experiment_at) {
    Dataset& data = draft.data;
    for (auto& site : draft.sites) {
        renumbering.apply(site.row.territory);
        renumbering.apply(site.row.run_by);
    }
    for (auto* evaluations : {&draft.partnership_evaluations, &draft.experiment_evaluations})
        for (auto& evaluation : *evaluations) renumbering.apply(evaluation.row.evaluator);
    for (auto* impacts : {&draft.partnership_impacts, &draft.experiment_impacts})
        for (auto& impact : *impacts) renumbering.apply(impact.row.actor);
    for (auto& pledge : draft.pledges) renumbering.apply(pledge.row.actor);
    finish_rows_of(draft.sites, experiment_at, experiment_at.size(), data.sites, site_key);
    finish_rows_of(draft.funding, experiment_at, experiment_at.size(), data.funding, funding_key);
    finish_rows_of(draft.actor_funding, renumbering.actors, data.actors.size(), data.actor_funding,
                   funding_key);
    finish_rows_of(draft.experiment_evaluations, experiment_at, experiment_at.size(),
                   data.experiment_evaluations, evaluation_key);
    finish_rows_of(draft.partnership_evaluations, partnership_at, partnership_at.size(),
                   data.partnership_evaluations, evaluation_key);
    finish_rows_of(draft.experiment_impacts, experiment_at, experiment_at.size(),
                   data.experiment_impacts, impact_key);
    finish_rows_of(draft.partnership_impacts, partnership_at, partnership_at.size(),
                   data.partnership_impacts, impact_key);
    finish_rows_of(draft.pledges, partnership_at, partnership_at.size(), data.pledges, pledge_key);
}

template <class Row, class Key>
void finish_table(std::vector<Row>& from, std::vector<Row>& to, Key key) {
    std::ranges::sort(from, {}, key);
    to = std::move(from);
}

/// What is said of actors, and what comes from elsewhere.
void finish_statements(Draft& draft, const Renumbering& renumbering) {
    Dataset& data = draft.data;
    for (auto& level : draft.levers) renumbering.apply(level.actor);
    for (auto& rating : draft.ratings) {
        renumbering.apply(rating.rater);
        renumbering.apply(rating.rated);
    }
    for (auto& engagement : draft.engagements) renumbering.apply(engagement.actor);
    for (auto& benchmark : draft.benchmarks)
        benchmark.sources = renumbering.sorted(std::move(benchmark.sources));
    finish_table(draft.levers, data.levers, [](const LeverLevel& l) {
        return std::tuple(l.actor, l.key, l.label, l.offer, l.need);
    });
    finish_table(draft.ratings, data.ratings, [](const Rating& r) {
        return std::tuple(r.rated, r.rater, r.item, date_key(r.date), r.score);
    });
    finish_table(draft.engagements, data.engagements, [](const Engagement& e) {
        return std::tuple(e.actor, e.year, e.mean, e.motor, e.people, e.returning, e.hours);
    });
    finish_table(draft.benchmarks, data.benchmarks, [](const Benchmark& b) { return b.id; });
    data.kind_targets = std::move(draft.kind_targets);
    std::ranges::sort(data.kind_targets, {}, [](const KindTarget& t) {
        return std::tuple(t.date.known(), date_key(t.date), t.kind, t.share, t.count);
    });
}

}  // namespace

Dataset finish(Draft draft) {
    Dataset& data = draft.data;
    Renumbering renumbering;
    finish_territories(draft, renumbering);
    finish_actors(draft, renumbering);
    finish_list(draft.themes, data.themes, renumbering.themes, &Theme::key);
    finish_list(draft.sources, data.sources, renumbering.sources, &Source::id);

    add_convenors(draft.events);
    for (auto& event : draft.events.rows) renumbering.apply(event.row.convenor);
    for (auto& experiment : draft.experiments.rows) renumbering.apply(experiment.row.inventor);
    for (auto& entry : draft.stages) renumbering.apply(entry.row.declared_by);
    for (auto& support : draft.supports) renumbering.apply(support.row.provider);
    for (auto& need : draft.needs) renumbering.apply(need.row.met_by);
    finish_relations(draft.events, renumbering, data.actors, data.events);
    const auto partnership_at =
        finish_relations(draft.partnerships, renumbering, data.actors, data.partnerships);
    const auto experiment_at =
        finish_relations(draft.experiments, renumbering, data.actors, data.experiments);

    const std::size_t experiments = data.experiments.size();
    finish_rows_of(draft.stages, experiment_at, experiments, data.stages,
                   [](const StageEntry& s) { return std::pair(date_key(s.date), s.stage); });
    finish_rows_of(draft.supports, experiment_at, experiments, data.supports, [](const Support& s) {
        return std::tuple(date_key(s.date), s.provider, s.lever);
    });
    finish_rows_of(draft.needs, experiment_at, experiments, data.needs,
                   [](const DeclaredNeed& n) { return std::tuple(n.need, n.text); });
    finish_records(draft, renumbering, partnership_at, experiment_at);

    for (auto stake : draft.territory_stakes) {
        renumbering.apply(stake.owner);
        renumbering.apply(stake.stake);
        data.territory_stakes.push_back(stake);
    }
    for (auto stake : draft.actor_stakes) {
        renumbering.apply(stake.owner);
        renumbering.apply(stake.stake);
        data.actor_stakes.push_back(stake);
    }
    finish_statements(draft, renumbering);
    const auto by_owner = [](const auto& s) { return std::pair(s.owner, s.stake); };
    std::ranges::sort(data.territory_stakes, {}, by_owner);
    std::ranges::sort(data.actor_stakes, {}, by_owner);
    return std::move(draft.data);
}

}  // namespace maillage::model
