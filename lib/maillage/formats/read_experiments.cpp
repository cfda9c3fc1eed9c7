#include <maillage/formats/members.hpp>

namespace maillage::formats {

using model::ActorId;

namespace {

void read_projects(Loading& loading) {
    TableReader table(loading, Table::experiments);
    const RelationSlots slots(table);
    const Slot inventor = table.slot("inventor"), fragile = table.slot("fragile_public"),
               solution = table.slot("new_solution"), process = table.slot("new_process"),
               model = table.slot("new_model"), nature = table.slot("declared_nature"),
               taken_up = table.slot("taken_up_as"), domains = table.slot("domains");
    while (table.next()) {
        if (!table.accept()) continue;
        auto& experiment = loading.draft.experiments.rows.emplace_back();
        fill_relation(experiment, loading, table, Table::experiments, slots);
        experiment.row.inventor = table.reference<ActorId>(inventor);
        experiment.row.fragile_public = table.yes_no(fragile);
        experiment.row.new_solution = table.yes_no(solution);
        experiment.row.new_process = table.yes_no(process);
        experiment.row.new_model = table.yes_no(model);
        if (table[nature].known)
            experiment.row.declared_nature = table.word(nature, model::Nature::initiative);
        if (table[taken_up].known)
            experiment.row.taken_up_as = table.word(taken_up, model::TakenUp::public_policy);
        for (const std::uint32_t domain : table.list(domains))
            experiment.row.domains |= static_cast<model::Domain>(domain);
    }
}

void read_members(Loading& loading) {
    TableReader table(loading, Table::experiment_members);
    const Slot experiment = table.slot("experiment"), actor = table.slot("actor"),
               role = table.slot("role");
    std::vector<MemberRow> rows;
    while (table.next()) {
        if (!table.accept()) continue;
        const auto who = table.reference<ActorId>(actor);
        rows.push_back({table[experiment].index, who.index, 0, table.line()});
        loading.draft.experiments.members.push_back(
            {table[experiment].index, {who, table.word(role, model::Role::partner), {}, {}}});
    }
    report_repeated(loading, Table::experiment_members, std::move(rows),
                    [&](std::uint32_t row) { return loading.draft.experiments.rows[row].row.id; });
}

void read_stages(Loading& loading) {
    TableReader table(loading, Table::experiment_stages);
    const Slot experiment = table.slot("experiment"), stage = table.slot("stage"),
               date = table.slot("date"), declared_by = table.slot("declared_by");
    while (table.next()) {
        if (!table.accept()) continue;
        loading.draft.stages.push_back({table[experiment].index,
                                        {table.word(stage, model::Stage::conception),
                                         table.date(date), table.reference<ActorId>(declared_by)}});
    }
}

void read_supports(Loading& loading) {
    TableReader table(loading, Table::supports);
    const Slot experiment = table.slot("experiment"), provider = table.slot("provider"),
               lever = table.slot("lever"), stage = table.slot("stage"), date = table.slot("date"),
               amount = table.slot("amount"), days = table.slot("days");
    while (table.next()) {
        if (!table.accept()) continue;
        model::Support support;
        support.provider = table.reference<ActorId>(provider);
        support.lever = table.word(lever, model::Lever::funding);
        if (table[stage].known) support.stage = table.word(stage, model::Stage::conception);
        support.date = table.date(date);
        support.amount = table.number(amount);
        support.days = table.number(days);
        loading.draft.supports.push_back({table[experiment].index, support});
    }
}

void read_needs(Loading& loading) {
    TableReader table(loading, Table::needs);
    const Slot experiment = table.slot("experiment"), need = table.slot("need"),
               since = table.slot("since"), met_by = table.slot("met_by"),
               met_on = table.slot("met_on");
    while (table.next()) {
        if (!table.accept()) continue;
        model::DeclaredNeed declared;
        if (table[need].known) declared.need = table.word(need, model::Need::opinions);
        declared.text = table.keep(need);
        declared.since = table.date(since);
        declared.met_by = table.reference<ActorId>(met_by);
        declared.met_on = table.date(met_on);
        loading.draft.needs.push_back({table[experiment].index, declared});
    }
}

void read_sites(Loading& loading) {
    TableReader table(loading, Table::experiment_sites);
    const Slot experiment = table.slot("experiment"), territory = table.slot("territory"),
               run_by = table.slot("operator"), date = table.slot("date"), use = table.slot("use");
    while (table.next()) {
        if (!table.accept()) continue;
        loading.draft.sites.push_back(
            {table[experiment].index,
             {table.reference<model::TerritoryId>(territory), table.reference<ActorId>(run_by),
              table.date(date), table.keep(use)}});
    }
}

void read_funding(Loading& loading) {
    TableReader table(loading, Table::funding);
    const Slot owner = table.slot("owner"), year = table.slot("year"),
               source = table.slot("source"), amount = table.slot("amount");
    while (table.next()) {
        if (!table.accept()) continue;
        auto& rows = table[owner].table == Table::experiments ? loading.draft.funding
                                                              : loading.draft.actor_funding;
        rows.push_back({table[owner].index,
                        {static_cast<int>(table.number(year).value_or(0)),
                         table.word(source, model::FundingSource::public_money),
                         table.number(amount).value_or(0)}});
    }
}

void read_evaluations(Loading& loading) {
    TableReader table(loading, Table::evaluations);
    const Slot object = table.slot("object"), mode = table.slot("mode"), date = table.slot("date"),
               evaluator = table.slot("evaluator");
    while (table.next()) {
        if (!table.accept()) continue;
        auto& rows = table[object].table == Table::partnerships
                         ? loading.draft.partnership_evaluations
                         : loading.draft.experiment_evaluations;
        rows.push_back({table[object].index,
                        {table.word(mode, model::EvaluationMode::performance), table.date(date),
                         table.reference<ActorId>(evaluator)}});
    }
}

void read_impacts(Loading& loading) {
    TableReader table(loading, Table::impacts);
    const Slot object = table.slot("object"), kind = table.slot("impact"),
               actor = table.slot("actor"), sub_impact = table.slot("sub_impact"),
               indicator = table.slot("indicator"), value = table.slot("value"),
               date = table.slot("date");
    while (table.next()) {
        if (!table.accept()) continue;
        auto& impacts = table[object].table == Table::partnerships
                            ? loading.draft.partnership_impacts
                            : loading.draft.experiment_impacts;
        model::Impact impact;
        impact.impact = table.word(kind, model::ImpactKind::performance);
        if (table[sub_impact].known)
            impact.sub_impact = table.word(sub_impact, model::SubImpact::csr);
        impact.actor = table.reference<ActorId>(actor);
        impact.indicator = table.keep(indicator);
        impact.value = table.number(value);
        impact.date = table.date(date);
        impacts.push_back({table[object].index, impact});
    }
}

}  // namespace

void read_experiments(Loading& loading) {
    read_projects(loading);
    read_members(loading);
    read_stages(loading);
    read_supports(loading);
    read_needs(loading);
    read_sites(loading);
    read_funding(loading);
    read_evaluations(loading);
    read_impacts(loading);
}

}  // namespace maillage::formats
