#include <algorithm>
#include <array>

#include <maillage/simulation/csv_text.hpp>
#include <maillage/simulation/ids.hpp>
#include <maillage/simulation/names.hpp>
#include <maillage/simulation/statements.hpp>
#include <maillage/simulation/tables.hpp>
#include <maillage/simulation/traits.hpp>

namespace maillage::simulation {

using model::code_of;
using model::Stage;

namespace {

std::string optional_day(const std::optional<Day>& day) {
    return day ? base::iso(*day) : "";
}
std::string_view optional_bool(const std::optional<bool>& value) {
    return !value ? "" : *value ? "true" : "false";
}
std::string positive(int number) {
    return number > 0 ? std::to_string(number) : "";
}

/// Ten-thousandths of a degree, so that no digit depends on a processor.
std::string degrees(int value) {
    const int size = std::abs(value);
    return (value < 0 ? "-" : "") + std::to_string(size / 10'000) + "." +
           numbered("", static_cast<std::size_t>(size % 10'000), 4);
}

class Writer {
  public:
    Writer(const Country& country, const History& history, const std::vector<Project>& projects,
           const Recipe& recipe)
        : country_(country),
          history_(history),
          projects_(projects),
          recipe_(recipe),
          seed_(recipe.seed) {}

    std::vector<TextFile> write() {
        territories();
        actors();
        events();
        partnerships();
        experiments();
        territory_stakes();
        actor_stakes();
        evaluations();
        targets();
        funding();
        for (TextFile& file : write_statements(country_, history_, projects_, recipe_))
            files_.push_back(std::move(file));
        sources();
        return std::move(files_);
    }

  private:
    const Country& country_;
    const History& history_;
    const std::vector<Project>& projects_;
    const Recipe& recipe_;
    std::uint64_t seed_;
    std::vector<TextFile> files_;

    void keep(CsvText table) { files_.push_back({table.name(), table.take()}); }

    /// An island that is on no map, west of the Bay of Biscay.
    void territories() {
        RandomStream stream(seed_, "simulation.territories");
        CsvText table("territories.csv",
                      "id,name,level,parent,population,longitude,latitude,code_system");
        const bool whole = country_.departments > 1;
        if (whole) table.row({"FABLE", "Fable", "country", "", "", "", "", "custom"});
        for (std::uint32_t d = 0; d < country_.departments; ++d)
            table.row({department_id(d), "Département " + std::to_string(d + 1) + " de Fable",
                       "department", whole ? "FABLE" : "", "", "", "", "custom"});
        for (std::uint32_t e = 0; e < country_.epcis; ++e)
            table.row({epci_id(e), "Pays de " + commune_name(e * Country::communes_per_epci),
                       "epci", department_id(e / Country::epcis_per_department), "", "", "",
                       "custom"});
        for (std::uint32_t c = 0; c < country_.communes; ++c) {
            const auto epci = static_cast<int>(c / Country::communes_per_epci);
            const int longitude = -80'000 + epci % 25 * 3'000 + between(stream, -1'200, 1'200);
            const int latitude = 455'000 + epci / 25 * 2'000 + between(stream, -800, 800);
            const int population =
                between(stream, 150, 900) * (12 / (1 + static_cast<int>(c % 10)) + 1);
            table.row({commune_id(c), commune_name(c), "commune", epci_id(c / 10),
                       std::to_string(population), degrees(longitude), degrees(latitude),
                       "custom"});
        }
        keep(std::move(table));
    }

    void actors() {
        RandomStream domains(seed_, "simulation.domains");
        RandomStream scales(seed_, "simulation.scales");
        CsvText table("actors.csv", "id,name,kind,subkind,person,territory,catalyst,domains,scale");
        for (std::uint32_t i = 0; i < country_.actors.size(); ++i) {
            const SimulatedActor& actor = country_.actors[i];
            table.row({actor_id(i), actor.name, code_of(model::kinds, actor.kind), actor.subkind,
                       actor.kind == model::Kind::citizen ? optional_bool(actor.person) : "",
                       actor.seat_known ? commune_id(actor.commune) : "",
                       actor.catalyst ? "true" : "", domains_of(actor, domains),
                       scale_of(actor, scales)});
        }
        keep(std::move(table));
    }

    void events() {
        CsvText table("events.csv", "id,name,date,territory,themes,convenor,source");
        CsvText sheet("attendance.csv", "event,actor,role,sphere,headcount");
        for (std::size_t i = 0; i < history_.meetings.size(); ++i) {
            const Meeting& meeting = history_.meetings[i];
            std::string themes(stakes[meeting.themes[0]].key);
            for (std::size_t t = 1; t < meeting.themes.size(); ++t)
                themes.append("|").append(stakes[meeting.themes[t]].key);
            const std::string name = "Rencontre " + std::to_string(i + 1) + ", " +
                                     std::string(stakes[meeting.themes[0]].key);
            table.row({event_id(i), name, base::iso(meeting.day),
                       commune_id(country_.actors[meeting.convenor].commune), themes,
                       actor_id(meeting.convenor), "emargement"});
            for (const SimulatedAttendee& who : meeting.attendees)
                sheet.row({event_id(i), actor_id(who.actor),
                           code_of(model::attendance_roles, who.role),
                           who.sphere ? code_of(model::spheres, *who.sphere) : "",
                           who.role == model::AttendanceRole::invited_absent
                               ? ""
                               : std::to_string(who.headcount)});
        }
        keep(std::move(table));
        keep(std::move(sheet));
    }

    [[nodiscard]] std::string place_of(const Alliance& alliance) const {
        return commune_id(country_.actors[alliance.parties[0]].commune);
    }
    [[nodiscard]] std::string name_of(const Alliance& alliance) const {
        return std::string(stakes[alliance.theme].undertakings[alliance.undertaking]) + ", " +
               commune_name(country_.actors[alliance.parties[0]].commune);
    }

    void partnerships() {
        RandomStream stream(seed_, "simulation.members");
        RandomStream objectives(seed_, "simulation.objectives");
        RandomStream values(seed_, "simulation.values");
        RandomStream lists(seed_, "simulation.lists");
        CsvText table("partnerships.csv",
                      "id,name,type,start,end,last_seen,themes,accompanied_by,intensity,territory,"
                      "source");
        CsvText sheet("partnership_members.csv",
                      "partnership,actor,role,contribution,objectives,value");
        for (std::size_t i = 0; i < history_.alliances.size(); ++i) {
            const Alliance& alliance = history_.alliances[i];
            table.row({alliance_id(i), name_of(alliance),
                       code_of(model::partnership_types, alliance.type), base::iso(alliance.start),
                       optional_day(alliance.end), optional_day(alliance.last_seen),
                       stakes[alliance.theme].key,
                       alliance.accompanied_by ? actor_id(*alliance.accompanied_by) : "",
                       positive(alliance.intensity), place_of(alliance), cited_by(lists)});
            for (std::size_t rank = 0; rank < alliance.parties.size(); ++rank) {
                const SimulatedActor& party = country_.actors[alliance.parties[rank]];
                const std::string_view brings = contribution(stream);
                sheet.row({alliance_id(i), actor_id(alliance.parties[rank]),
                           role_in(alliance, rank), brings, objectives_of(party, objectives),
                           value_of(party, brings, values)});
            }
        }
        keep(std::move(table));
        keep(std::move(sheet));
    }

    static std::string_view role_in(const Alliance& alliance, std::size_t rank) {
        const bool money = alliance.type == model::PartnershipType::sponsorship ||
                           alliance.type == model::PartnershipType::grant;
        if (rank == 0) return money ? "funder" : "lead";
        return money && rank == 1 ? "beneficiary" : "partner";
    }

    static std::string_view contribution(RandomStream& stream) {
        constexpr std::array<std::string_view, 8> words{
            "", "", "", "money", "skills", "in_kind", "network", "time|employees"};
        return words[stream.below(words.size())];
    }

    void experiments() {
        CsvText table("experiments.csv",
                      "id,name,territory,domains,inventor,fragile_public,new_solution,new_process,"
                      "new_model,declared_nature,start,end,themes,source");
        CsvText members("experiment_members.csv", "experiment,actor,role");
        CsvText stages("experiment_stages.csv", "experiment,stage,date,declared_by");
        CsvText sites("experiment_sites.csv", "experiment,territory,operator,date");
        CsvText supports("supports.csv", "experiment,provider,lever,stage,date,amount,days");
        CsvText needs("needs.csv", "experiment,need,since,met_by,met_on");
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            const Project& project = projects_[i];
            const Alliance& alliance = history_.alliances[project.alliance];
            const std::string id = project_id(i);
            const std::string inventor = actor_id(project.members[0]);
            table.row({id, name_of(alliance), place_of(alliance), stakes[alliance.theme].domains,
                       inventor, optional_bool(project.fragile_public),
                       optional_bool(project.new_solution), optional_bool(project.new_process),
                       optional_bool(project.new_model),
                       project.declared ? code_of(model::natures, *project.declared) : "",
                       base::iso(project.stages[0].day), optional_day(project.end),
                       stakes[alliance.theme].key, "enquete"});
            for (const std::uint32_t member : project.members)
                members.row(
                    {id, actor_id(member), member == project.members[0] ? "lead" : "partner"});
            if (project.deployed_by)
                members.row({id, actor_id(*project.deployed_by), "deployment"});
            for (const StageReached& reached : project.stages)
                stages.row(
                    {id, code_of(model::stages, reached.stage), base::iso(reached.day), inventor});
            for (const SiteOpened& site : project.sites)
                sites.row({id, commune_id(site.commune), actor_id(site.operated_by),
                           base::iso(site.day)});
            for (const SupportGiven& given : project.supports)
                supports.row({id, actor_id(given.provider),
                              code_of(model::support_levers, given.lever),
                              code_of(model::stages, given.stage), base::iso(given.day),
                              positive(given.amount), positive(given.days)});
            for (const NeedTold& told : project.needs)
                needs.row({id, code_of(model::project_needs, told.need), base::iso(told.since),
                           told.met_by ? actor_id(*told.met_by) : "",
                           told.met_by ? base::iso(told.met_on) : ""});
        }
        for (CsvText* made : {&table, &members, &stages, &sites, &supports, &needs})
            keep(std::move(*made));
    }

    /// What the first inter-communal bodies decided on: all the stakes but the last two.
    void territory_stakes() {
        CsvText table("territory_stakes.csv", "territory,stake,label,priority,decided,source");
        for (std::uint32_t e = 0; e < country_.epcis; ++e)
            for (std::size_t s = e % 2; s < stakes.size(); s += 2)
                table.row({epci_id(e), stakes[s].key, "", std::to_string(s / 2 + 1),
                           base::iso(history_.first + 90), "enquete"});
        keep(std::move(table));
    }

    /// A quarter of the organisations say one or two stakes.
    void actor_stakes() {
        RandomStream stream(seed_, "simulation.stakes");
        std::array<double, stakes.size()> weights{};
        for (std::size_t i = 0; i < stakes.size(); ++i) weights[i] = stakes[i].in_citations;
        CsvText table("stakes.csv", "actor,stake");
        for (std::uint32_t i = 0; i < country_.actors.size(); ++i) {
            if (country_.actors[i].person || !chance(stream, 0.25)) continue;
            const std::size_t first = pick(stream, weights);
            const std::size_t second = pick(stream, weights);
            table.row({actor_id(i), stakes[first].key});
            if (second != first) table.row({actor_id(i), stakes[second].key});
        }
        keep(std::move(table));
    }

    /// Some alliances and projects were evaluated, a year or more after they began.
    void evaluations() {
        RandomStream stream(seed_, "simulation.evaluations");
        CsvText table("evaluations.csv", "object,mode,date");
        const auto evaluate = [&](const std::string& object, Day start, Day end) {
            const Day last = std::min(end, history_.as_of);
            if (last - start < 365 || !chance(stream, 0.2)) return;
            constexpr std::array<double, 3> of_mode{0.6, 0.3, 0.1};
            constexpr std::array<std::string_view, 3> modes{"performance", "relevance",
                                                            "partnership"};
            table.row({object, modes[pick(stream, of_mode)],
                       base::iso(between(stream, start + 365, last))});
        };
        for (std::size_t i = 0; i < history_.alliances.size(); ++i)
            evaluate(alliance_id(i), history_.alliances[i].start, history_.alliances[i].truly_ends);
        for (std::size_t i = 0; i < projects_.size(); ++i)
            evaluate(project_id(i), projects_[i].stages[0].day,
                     projects_[i].end.value_or(history_.as_of));
        keep(std::move(table));
    }

    /// Who should be at the table, as the first meetings decided.
    void targets() {
        CsvText table("targets.csv", "kind,share,decided_by,date");
        constexpr std::array<std::pair<model::Kind, std::string_view>, 5> shares{
            {{model::Kind::public_body, "0.2"},
             {model::Kind::company, "0.25"},
             {model::Kind::association, "0.3"},
             {model::Kind::citizen, "0.2"},
             {model::Kind::academic, "0.05"}}};
        for (const auto& [kind, share] : shares)
            table.row({code_of(model::kinds, kind), share, "comité simulé",
                       base::iso(history_.first + 90)});
        keep(std::move(table));
    }

    /// The money of each project, year by year. Public money carries them at first; two in three
    /// then come to live on what they earn, the third stays where it was.
    void funding() {
        RandomStream stream(seed_, "simulation.funding");
        CsvText table("funding.csv", "owner,year,source,amount");
        for (std::size_t i = 0; i < projects_.size(); ++i) {
            const bool takes_off = stream.below(3) != 0;
            const Day last = projects_[i].end.value_or(history_.as_of);
            for (int year = base::year_of(projects_[i].stages[0].day); year <= base::year_of(last);
                 ++year) {
                const int total = 1000 * between(stream, 20, 80);
                const int of_public =
                    total / 100 * public_percent(projects_[i], year, takes_off, stream);
                const int earned = (total - of_public) / 5 * 3;
                const std::array<std::pair<std::string_view, int>, 3> parts{
                    {{"public", of_public},
                     {"earned", earned},
                     {"private", total - of_public - earned}}};
                for (const auto& [source, amount] : parts)
                    table.row({project_id(i), std::to_string(year), source, positive(amount)});
            }
        }
        keep(std::move(table));
    }

    /// By the stage reached on the last day of the year.
    static int public_percent(const Project& project, int year, bool takes_off,
                              RandomStream& stream) {
        Stage stage = Stage::conception;
        for (const StageReached& reached : project.stages)
            if (base::year_of(reached.day) <= year && reached.stage < Stage::abandoned)
                stage = reached.stage;
        if (!takes_off || stage < Stage::modelling) return between(stream, 70, 90);
        return stage == Stage::modelling ? between(stream, 40, 60) : between(stream, 10, 30);
    }

    void sources() {
        CsvText table("sources.csv", "id,name,publisher,licence");
        table.row({"emargement", "Feuilles d’émargement simulées", "maillage simulate", "libre"});
        table.row({"enquete", "Enquête simulée auprès des acteurs", "maillage simulate", "libre"});
        table.row({"registre", "Registre simulé des conventions", "maillage simulate", "libre"});
        table.row({"reperes_simules", "Repères simulés : aucune étude derrière ces valeurs",
                   "maillage simulate", "libre"});
        keep(std::move(table));
    }
};

}  // namespace

std::vector<TextFile> write_tables(const Country& country, const History& history,
                                   const std::vector<Project>& projects, const Recipe& recipe) {
    return Writer(country, history, projects, recipe).write();
}

}  // namespace maillage::simulation
