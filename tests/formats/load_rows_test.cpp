#include <algorithm>
#include <string>
#include <vector>

#include <maillage/formats/load.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

namespace {

using namespace maillage;
using formats::load;
using model::Table;
using Codes = std::vector<std::string>;

Codes codes(formats::Loaded& loaded) {
    Codes all;
    for (const base::Issue& issue : loaded.issues.sorted())
        all.push_back(std::string(issue.message.code) + " " + issue.file + ":" +
                      std::to_string(issue.line));
    return all;
}

const model::Actor& actor(const model::Dataset& data, std::string_view id) {
    return data[data.find_actor(id)];
}

Codes parties(const model::Dataset& data, std::size_t partnership) {
    Codes ids;
    for (const model::Party& party : data.partnerships.members[partnership])
        ids.emplace_back(data[party.actor].id);
    return ids;
}

constexpr std::string_view three_actors = "id,name,kind\na,A,public\nb,B,company\nc,C,citizen\n";

}  // namespace

TEST_CASE("words of the kind give kind, subkind, person and sphere", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv",
                 "id,name,kind,subkind,person,sphere\n"
                 "town,T,mairie,,,\n"
                 "public,P,public,,,\n"
                 "hospital,H,Hôpital,,,\n"
                 "state,S,public,État,,\n"
                 "agency,G,public,agence,,\n"
                 "jo,J,habitante,,,\n"
                 "sam,S,citizen,,,\n"
                 "group,G,collectif citoyen,,,\n"
                 "elected,E,citizen,personne,,politique\n"
                 "club,C,citizen,club,,\n"
                 "trader,T,auto-entrepreneur,,,\n"
                 "firm,F,Entreprise,micro-entrepreneur,,\n"
                 "named,N,company,,oui,\n"
                 "asso,A,Association,,,\n"
                 "foundation,F,FONDATION,,,\n"
                 "scic,S,scic,,,\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W321 actors.csv:17"});
    const auto check = [&](std::string_view id, model::Kind kind, std::string_view subkind,
                           bool person, model::Sphere sphere, bool assumed) {
        INFO(id);
        const model::Actor& one = actor(loaded.data, id);
        CHECK(one.kind == kind);
        CHECK(one.subkind == subkind);
        CHECK(one.person == person);
        CHECK(one.sphere == sphere);
        CHECK(one.sphere_assumed == assumed);
    };
    using model::Kind;
    using model::Sphere;
    check("town", Kind::public_body, "mairie", false, Sphere::political, false);
    check("public", Kind::public_body, "", false, Sphere::political, true);
    check("hospital", Kind::public_body, "Hôpital", false, Sphere::organisation, false);
    check("state", Kind::public_body, "État", false, Sphere::political, false);
    check("agency", Kind::public_body, "agence", false, Sphere::organisation, false);
    check("jo", Kind::citizen, "personne", true, Sphere::citizen, false);
    check("sam", Kind::citizen, "", true, Sphere::citizen, false);
    check("group", Kind::citizen, "collectif citoyen", false, Sphere::citizen, false);
    check("elected", Kind::citizen, "personne", true, Sphere::political, false);
    check("club", Kind::citizen, "club", false, Sphere::citizen, false);
    check("trader", Kind::company, "auto-entrepreneur", true, Sphere::organisation, false);
    check("firm", Kind::company, "micro-entrepreneur", true, Sphere::organisation, false);
    check("named", Kind::company, "", true, Sphere::organisation, false);
    check("asso", Kind::association, "", false, Sphere::organisation, false);
    check("foundation", Kind::association, "FONDATION", false, Sphere::organisation, false);
    check("scic", Kind::company, "scic", false, Sphere::organisation, false);
}

TEST_CASE("references: id, code, zeros lost, arrondissement, name", "[formats]") {
    const test::Folder folder;
    folder.write("territories.csv",
                 "id,code,name,level,parent\n"
                 "DEP-2A,2A,Corse-du-Sud,department,\n"
                 "COM-2A004,2A004,Ajaccio,commune,DEP-2A\n"
                 "COM-01004,01004,Ambérieu,commune,\n"
                 "COM-75056,75056,Paris,commune,\n"
                 "EPCI-1,75056,Grand Paris,epci,\n"
                 "V1,,Villeneuve,commune,\n"
                 "V2,,Villeneuve,commune,\n");
    folder.write("actors.csv",
                 "id,name,kind,territory\n"
                 "by_id,I,public,COM-2A004\n"
                 "by_code,C,public,2A004\n"
                 "commune_first,F,public,75056\n"
                 "padded,P,public,1004\n"
                 "folded,D,public,75111\n"
                 "by_name,N,public,AJACCIO\n"
                 "none,O,public,aucun\n"
                 "several,S,public,villeneuve\n"
                 "unknown,U,public,2A005\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W212 actors.csv:5", "W213 actors.csv:6", "W203 actors.csv:7",
                                 "E204 actors.csv:9", "E203 actors.csv:10"});
    CHECK(loaded.issues.sorted().back().message.help_arguments == Codes{"2A004"});
    const auto seat = [&](std::string_view id) {
        return loaded.data[actor(loaded.data, id).seat].id;
    };
    CHECK(seat("by_id") == "COM-2A004");
    CHECK(seat("by_code") == "COM-2A004");
    CHECK(seat("commune_first") == "COM-75056");
    CHECK(seat("padded") == "COM-01004");
    CHECK(seat("folded") == "COM-75056");
    CHECK(seat("by_name") == "COM-2A004");
    CHECK_FALSE(actor(loaded.data, "none").seat.known());
    CHECK(loaded.data.actors.size() == 7);
}

TEST_CASE("without territories and sources each word names one, said once", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", "id,name,kind,territory\na,A,public,Nord\nb,B,company,Sud\n");
    folder.write("partnerships.csv", "id,members,territory,source\np,a|b,Nord|Est,x|y\nq,a|b,,x\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"N101 actors.csv:0", "N102 partnerships.csv:0"});
    CHECK(loaded.data.territories.size() == 3);
    CHECK(loaded.data.territories[0].name == "Est");
    CHECK(loaded.data.territories[0].level == model::Level::custom);
    CHECK(loaded.data.sources.size() == 2);
    CHECK(loaded.data.partnerships.sources[0].size() == 2);
}

TEST_CASE("a cell of members is the short form of a table of members", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("partenariats.csv", "id,membres\np,a|b|b\nq, c | a \nr,b\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W401 partenariats.csv:2", "W402 partenariats.csv:4"});
    CHECK(parties(loaded.data, 0) == Codes{"a", "b"});
    CHECK(parties(loaded.data, 1) == Codes{"a", "c"});
    const auto& info = loaded.data.table(Table::partnership_members);
    CHECK(info.present);
    CHECK(info.columns == Codes{"partnership", "actor"});
    CHECK(info.rows == 5);

    folder.write("membres.csv", "partenariat,acteur,role,arrivee\nr,c,porteur,2020\nq,c,lead,\n");
    const auto both = load(folder.path());
    CHECK(parties(both.data, 2) == Codes{"b", "c"});
    CHECK(both.data.table(Table::partnership_members).file == "membres.csv");
    const model::Party& c = both.data.partnerships.members[1][1];
    CHECK(c.roles.has(model::Role::lead));
    CHECK(c.roles.has(model::Role::partner));
}

TEST_CASE("pairs in two columns are alliances of two", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("alliances.csv", "de,vers,debut\nb,a,2020\na,b,2020\nc,c,\na,,\nb,c,2021\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) ==
          Codes{"W403 alliances.csv:3", "E402 alliances.csv:4", "E321 alliances.csv:5"});
    REQUIRE(loaded.data.partnerships.size() == 3);
    CHECK(loaded.data.partnerships.rows[0].id == "a + b, 2020");
    CHECK(loaded.data.partnerships.rows[1].id == "a + b, 2020 (2)");
    CHECK(loaded.data.partnerships.rows[2].id == "b + c, 2021");
    CHECK(parties(loaded.data, 2) == Codes{"b", "c"});
    CHECK(loaded.data.has(Table::partnership_members));

    folder.write("alliances.csv", "source,target\na,b\n");
    auto other = load(folder.path());
    CHECK(codes(other).empty());
    CHECK(parties(other.data, 0) == Codes{"a", "b"});
    CHECK(other.data.sources.empty());
}

TEST_CASE("an actor twice in a relation counts once, with all its roles", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("partnerships.csv", "id\np\n");
    folder.write("partnership_members.csv",
                 "partnership,actor,role\np,b,lead\np,a,\np,b,deployment\n");
    folder.write("events.csv", "id,date,convenor\ne,2020-01-01,a\n");
    folder.write("attendance.csv",
                 "event,actor,role,sphere,headcount\n"
                 "e,a,speaker,political,2\ne,a,speaker,organisation,3\n"
                 "e,b,,,\ne,b,,,\ne,c,invited_absent,,\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W401 attendance.csv:5", "W401 partnership_members.csv:4"});
    const model::Party& b = loaded.data.partnerships.members[0][1];
    CHECK(b.roles.has(model::Role::lead));
    CHECK(b.roles.has(model::Role::deployment));
    const auto attendees = loaded.data.events.members[0];
    REQUIRE(attendees.size() == 3);
    CHECK(attendees[0].roles.has(model::AttendanceRole::convenor));
    CHECK(attendees[0].spheres.has(model::Sphere::political));
    CHECK(attendees[0].spheres.has(model::Sphere::organisation));
    CHECK_FALSE(attendees[2].present());
}

TEST_CASE("dates: start and end on one day is right, partial dates are intervals", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("partnerships.csv",
                 "id,start,end,members\n"
                 "same_day,2021-05-01,2021-05-01,a|b\n"
                 "same_year,2021-05-01,2021,a|b\n"
                 "year_before,2021,2020,a|b\n"
                 "day_before,2021-05-02,2021-05-01,a|b\n"
                 "french,01/06/2021,30.06.2021,a|b\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E401 partnerships.csv:4", "E401 partnerships.csv:5"});
    REQUIRE(loaded.data.partnerships.size() == 3);
    CHECK(loaded.data.partnerships.rows[0].start.iso() == "2021-06-01");
}

TEST_CASE("projects and what their tables say are stored", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write(
        "projets.csv",
        "id,inventeur,nature_declaree,public_fragile,nouveau_modele,repris_comme,domaines\n"
        "x,b,invention,oui,non,les_deux,social|environnemental\n");
    folder.write("territories.csv", "id,name\nT,Terre\n");
    folder.write("sites.csv", "projet,territoire,operateur,date,usage\nx,T,c,2022,jardin\n");
    folder.write("etapes.csv", "projet,etape,date,declare_par\nx,modélisation,2021-02,c\n");
    folder.write("appuis.csv",
                 "experimentation,apporteur,levier,etape,jours,montant\n"
                 "x,a,conseil_gouvernance,conception,\"1,5\",1 000\n");
    folder.write("besoins.csv", "experimentation,besoin,repondu_par\nx,temps,a\nx,un local,\n");
    folder.write("partnerships.csv", "id,members\np,a|b\n");
    folder.write("evaluations.csv", "object,mode,date\np,relevance,2020\nx,performance,2021\n");
    folder.write("impacts.csv", "objet,impact,date\nx,confiance,2022\n");
    folder.write("funding.csv", "beneficiaire,annee,source,montant\nx,2021,prive,5\nb,2021,,1\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E321 funding.csv:3"});
    const auto& data = loaded.data;
    CHECK(data.experiments.rows[0].inventor == data.find_actor("b"));
    CHECK(data.experiments.rows[0].declared_nature == model::Nature::invention);
    CHECK(data.experiments.rows[0].fragile_public == true);
    CHECK(data.experiments.rows[0].new_model == false);
    CHECK_FALSE(data.experiments.rows[0].new_process.has_value());
    REQUIRE(data.stages[0].size() == 1);
    CHECK(data.stages[0][0].stage == model::Stage::modelling);
    CHECK(data.stages[0][0].date == base::Date::month(2021, 2));
    CHECK(data.stages[0][0].declared_by == data.find_actor("c"));
    REQUIRE(data.supports[0].size() == 1);
    CHECK(data.supports[0][0].lever == model::Lever::advice_governance);
    CHECK(data.supports[0][0].days == 1.5);
    CHECK(data.supports[0][0].amount == 1000);
    REQUIRE(data.needs[0].size() == 2);
    CHECK(data.needs[0][0].need.has_value() != data.needs[0][1].need.has_value());
    REQUIRE(data.partnership_evaluations[0].size() == 1);
    CHECK(data.partnership_evaluations[0][0].mode == model::EvaluationMode::relevance);
    REQUIRE(data.experiment_evaluations[0].size() == 1);
    CHECK(data.experiment_evaluations[0][0].date == base::Date::year(2021));
    CHECK(data.experiment_impacts[0].size() == 1);
    CHECK(data.experiments.rows[0].taken_up_as == model::TakenUp::both);
    CHECK(data.experiments.rows[0].domains.has(model::Domain::social));
    CHECK(data.experiments.rows[0].domains.has(model::Domain::environmental));
    CHECK_FALSE(data.experiments.rows[0].domains.has(model::Domain::economic));
    REQUIRE(data.sites[0].size() == 1);
    CHECK(data.sites[0][0].run_by == data.find_actor("c"));
    CHECK(data.sites[0][0].use == "jardin");
    REQUIRE(data.funding[0].size() == 1);
    CHECK(data.funding[0][0].year == 2021);
    CHECK(data.funding[0][0].source == model::FundingSource::private_money);
    CHECK(data.funding[0][0].amount == 5);
    CHECK(data.actor_funding.total() == 0);
    CHECK(data.table(Table::funding).rows == 2);
    CHECK(data.table(Table::funding).refused == 1);
}

TEST_CASE("targets of kinds are stored by date, those of spheres are only checked", "[formats]") {
    const test::Folder folder;
    folder.write("acteurs.csv", "id,nom,nature\na,A,public\n");
    folder.write("cibles.csv",
                 "nature,sphere,part,nombre,date\nAssociation,,"
                 "\"0,3\",,2022\ncitoyen,,,12,\n,politique,1,,\n");
    const auto loaded = load(folder.path());
    const auto& targets = loaded.data.kind_targets;
    REQUIRE(targets.size() == 2);
    CHECK(targets[0].kind == model::Kind::citizen);
    CHECK(targets[0].count == 12.0);
    CHECK_FALSE(targets[0].date.known());
    CHECK(targets[1].kind == model::Kind::association);
    CHECK(targets[1].share == 0.3);
    CHECK(targets[1].date == base::Date::year(2022));
}

TEST_CASE("an object is an alliance or a project, by id before by name", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("partnerships.csv", "id,name,members\np,Le Four,a|b\nboth,B,a|b\nz,,a|b\n");
    folder.write("experiments.csv", "id,name\nx,p\nboth,D\ny,Z\n");
    folder.write("evaluations.csv",
                 "object,mode\np,relevance\nx,relevance\nboth,relevance\nle four,relevance\n"
                 "q,relevance\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) ==
          Codes{"E204 evaluations.csv:4", "W203 evaluations.csv:5", "E203 evaluations.csv:6"});
    CHECK(loaded.data.partnership_evaluations.total() == 2);
    CHECK(loaded.data.experiment_evaluations.total() == 1);
}

TEST_CASE("what is odd but possible passes: formulas, quotes, markup, controls", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv",
                 "id,name,kind,website\n"
                 "'=1+1,'=SUM(A1),public,https://exemple.fr\n"
                 "a,L'Œuvre,public,exemple.fr\n"
                 "b,'Tiret,public,ftp://exemple.fr\n"
                 "c,\"x \xE2\x80\xAE y\",public,\n"
                 "*,E,public,\n"
                 "d|e,E,public,\n" +
                     std::string(201, 'f') + ",E,public,\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E327 actors.csv:4", "W324 actors.csv:5", "E206 actors.csv:6",
                                 "E206 actors.csv:7", "E206 actors.csv:8"});
    CHECK(actor(loaded.data, "=1+1").name == "=SUM(A1)");
    CHECK(actor(loaded.data, "a").name == "L'Œuvre");
}

TEST_CASE("the line of a natural person is not shown", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv",
                 "id,name,kind,created\n"
                 "jo,Jeanne Martin,habitante,31/02/2020\n"
                 "club,Le Club,club,31/02/2020\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E301 actors.csv:2", "E301 actors.csv:3"});
    CHECK(loaded.issues.sorted()[0].excerpt.empty());
    CHECK(loaded.issues.sorted()[1].excerpt == "club,Le Club,club,31/02/2020");
}

TEST_CASE("official numbers are checked by their key", "[formats]") {
    // The SIREN of the department of the Ain is 220100010; its key is right.
    const test::Folder folder;
    folder.write("actors.csv",
                 "id,name,kind,siren,siret,rna\n"
                 "a,A,public,220 100 010,35600000000048,W751004076\n"
                 "poste,P,company,,35600000049837,\n"
                 "wrong,W,public,220100011,,\n"
                 "short,S,company,5480,,\n"
                 "letters,L,public,22010001A,,\n"
                 "rna,R,association,,,751004076\n"
                 "zeros,Z,company,18,,\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"W331 actors.csv:4", "E332 actors.csv:5", "E332 actors.csv:6",
                                 "E332 actors.csv:7", "W332 actors.csv:8"});
}

TEST_CASE("stakes and themes are compared by key, standard stakes in two languages", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", three_actors);
    folder.write("territories.csv", "id,name\nT,Terre\n");
    folder.write("enjeux.csv", "acteur,enjeu\na,Compétences\nb,mobilité\n");
    folder.write("enjeux_territoire.csv", "territoire,enjeu\nT,skills\nT,MOBILITE\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded).empty());
    REQUIRE(loaded.data.themes.size() == 2);
    CHECK(loaded.data.themes[0].key == "mobilite");
    CHECK(loaded.data.themes[0].label == "MOBILITE");
    CHECK(loaded.data.themes[1].key == "skills");
    CHECK(loaded.data.territory_stakes.size() == 2);
    CHECK(loaded.data.actor_stakes.size() == 2);
}

TEST_CASE("a loop among territories is printed once and opened", "[formats]") {
    const test::Folder folder;
    folder.write("territories.csv", "id,name,parent\nA,A,B\nB,B,C\nC,C,A|D\nD,D,\nE,E,E|D\n");
    auto loaded = load(folder.path());
    CHECK(codes(loaded) == Codes{"E403 territories.csv:4", "E404 territories.csv:6"});
    CHECK(loaded.issues.sorted()[0].message.arguments == Codes{"A > B > C > A"});
    CHECK(loaded.data.territories.size() == 5);
    CHECK(loaded.data.territories[0].id == "D");
    CHECK(loaded.data.subtree_end[0] == 5);
}

TEST_CASE("a hierarchy of 200,000 levels loads", "[formats]") {
    const test::Folder folder;
    std::string text = "id,name,parent\n";
    for (int i = 0; i < 200'000; ++i) {
        text += "T" + std::to_string(i) + ",N,";
        if (i > 0) text += "T" + std::to_string(i - 1);
        text += "\n";
    }
    folder.write("territories.csv", text);
    const auto deep = load(folder.path());
    CHECK(deep.issues.unsorted().empty());
    CHECK(deep.data.territories.back().id == "T199999");
    CHECK(deep.data.subtree_end[0] == 200'000);
    text.insert(text.find("T0,N,") + 5, "T199999");
    folder.write("territories.csv", text);
    auto loop = load(folder.path());
    CHECK(codes(loop) == Codes{"E403 territories.csv:3"});
}

TEST_CASE("the order of the rows changes nothing", "[formats]") {
    const test::Folder one, other;
    const auto write = [](const test::Folder& folder, bool backwards) {
        const auto file = [&](const char* name, std::string header, Codes rows) {
            if (backwards) std::ranges::reverse(rows);
            for (const std::string& row : rows) header += row + "\n";
            folder.write(name, header);
        };
        file("territories.csv", "id,name,parent\n", {"R,R,", "T,T,R", "U,U,T"});
        file("actors.csv", "id,name,kind,territory\n",
             {"a,A,public,T", "b,B,company,U", "c,C,citizen,"});
        file("partnerships.csv", "from,to,themes\n", {"a,b,Eau", "c,a,eau", "b,c,EAU|forêt"});
        file("events.csv", "id,date,themes\n", {"e,2020,foret", "f,2021,"});
        file("attendance.csv", "event,actor,role\n", {"e,a,", "e,c,speaker", "e,a,speaker"});
    };
    write(one, false);
    write(other, true);
    const auto first = load(one.path()), second = load(other.path());
    const auto ids = [](const auto& rows) {
        Codes all;
        for (const auto& row : rows) all.emplace_back(row.id);
        return all;
    };
    CHECK(ids(first.data.territories) == ids(second.data.territories));
    CHECK(ids(first.data.actors) == ids(second.data.actors));
    CHECK(ids(first.data.partnerships.rows) == ids(second.data.partnerships.rows));
    for (std::size_t i = 0; i < 3; ++i) CHECK(parties(first.data, i) == parties(second.data, i));
    REQUIRE(first.data.themes.size() == 2);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(first.data.themes[i].key == second.data.themes[i].key);
        CHECK(first.data.themes[i].label == second.data.themes[i].label);
    }
    CHECK(first.data.themes[0].label == "EAU");
    CHECK(first.data.events.members[0][0].roles == second.data.events.members[0][0].roles);
}
