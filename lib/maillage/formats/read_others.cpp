#include <maillage/base/text.hpp>
#include <maillage/formats/table_reader.hpp>

namespace maillage::formats {

using model::ActorId;

namespace {

template <class Id>
void read_stakes_of(Loading& loading, Table which, std::string_view owner_name,
                    std::vector<model::StakeOf<Id>>& stakes) {
    TableReader table(loading, which);
    const Slot owner = table.slot(owner_name), stake = table.slot("stake");
    while (table.next()) {
        if (!table.accept()) continue;
        for (const model::ThemeId theme : table.themes(stake))
            stakes.push_back({table.reference<Id>(owner), theme});
    }
}

}  // namespace

void read_sources(Loading& loading) {
    if (loading.file(Table::sources).empty()) {
        loading.of(Table::sources).state = Entities::State::free;
        return;
    }
    TableReader table(loading, Table::sources);
    const Slot publisher = table.slot("publisher"), licence = table.slot("licence"),
               retrieved = table.slot("retrieved");
    const Entities& entities = loading.of(Table::sources);
    while (table.next()) {
        if (!table.accept()) continue;
        const auto& entry = entities[static_cast<std::uint32_t>(entities.size() - 1)];
        loading.draft.sources.push_back({entry.id, entry.name.empty() ? entry.id : entry.name,
                                         table.keep(publisher), table.keep(licence),
                                         table.keep(retrieved)});
    }
}

void read_stakes(Loading& loading) {
    read_stakes_of(loading, Table::territory_stakes, "territory", loading.draft.territory_stakes);
    read_stakes_of(loading, Table::stakes, "actor", loading.draft.actor_stakes);
}

void read_targets(Loading& loading) {
    TableReader table(loading, Table::targets);
    const Slot kind = table.slot("kind"), share = table.slot("share"), count = table.slot("count"),
               date = table.slot("date");
    while (table.next()) {
        if (!table.accept() || !table[kind].known) continue;
        loading.draft.kind_targets.push_back({table.word(kind, model::Kind::other),
                                              table.number(share), table.number(count),
                                              table.date(date)});
    }
}

void read_levers(Loading& loading) {
    TableReader table(loading, Table::levers);
    const Slot actor = table.slot("actor"), lever = table.slot("lever"),
               offer = table.slot("offer"), need = table.slot("need");
    auto& text = loading.draft.data.text;
    while (table.next()) {
        if (!table.accept()) continue;
        const std::string_view label = table.keep(lever);
        loading.draft.levers.push_back(
            {table.reference<ActorId>(actor), text.keep(base::comparison_key(label)), label,
             table.number(offer).value_or(0), table.number(need).value_or(0)});
    }
}

void read_ratings(Loading& loading) {
    TableReader table(loading, Table::ratings);
    const Slot rater = table.slot("rater"), rated = table.slot("rated"), item = table.slot("item"),
               score = table.slot("score"), date = table.slot("date");
    while (table.next()) {
        const auto who = table.reference<ActorId>(rater);
        if (who.known() && who == table.reference<ActorId>(rated))
            table.complain(base::Severity::error, "E450", rated,
                           {base::excerpt_of(loading.draft.actors[who.index].id)});
        if (!table.accept()) continue;
        loading.draft.ratings.push_back({table.reference<ActorId>(rater),
                                         table.reference<ActorId>(rated),
                                         table.word(item, model::RatingItem::reliability),
                                         table.number(score).value_or(0), table.date(date)});
    }
}

void read_engagements(Loading& loading) {
    TableReader table(loading, Table::engagements);
    const Slot actor = table.slot("actor"), year = table.slot("year"), mean = table.slot("mean"),
               motor = table.slot("motor"), people = table.slot("people"),
               returning = table.slot("returning"), hours = table.slot("hours");
    while (table.next()) {
        const auto all = table.number(people), again = table.number(returning);
        if (all && again && *again > *all)
            table.complain(
                base::Severity::error, "E451", returning,
                {base::excerpt_of(table[returning].text), base::excerpt_of(table[people].text)});
        if (!table.accept()) continue;
        model::Engagement engagement;
        engagement.actor = table.reference<ActorId>(actor);
        engagement.year = static_cast<int>(table.number(year).value_or(0));
        engagement.mean = table.word(mean, model::EngagementMean::awareness);
        if (table[motor].known)
            engagement.motor = table.word(motor, model::EngagementMotor::common_good);
        engagement.people = table.number(people);
        engagement.returning = table.number(returning);
        engagement.hours = table.number(hours);
        loading.draft.engagements.push_back(engagement);
    }
}

void read_benchmarks(Loading& loading) {
    TableReader table(loading, Table::benchmarks);
    const Slot id = table.slot("id"), value = table.slot("value"), n = table.slot("n"),
               population = table.slot("population"), question = table.slot("question"),
               source = table.slot("source"), date = table.slot("date");
    while (table.next()) {
        if (!table.accept()) continue;
        loading.draft.benchmarks.push_back(
            {table.keep(id), table.keep(population), table.keep(question), table.number(value),
             table.number(n), table.references<model::SourceId>(source), table.date(date)});
    }
}

}  // namespace maillage::formats
