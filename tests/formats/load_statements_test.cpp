#include <maillage/formats/load.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

namespace {

using namespace maillage;
using formats::load;
using model::Table;

constexpr std::string_view two_actors = "id,name,kind\na,A,public\nb,B,company\n";

}  // namespace

TEST_CASE("what parties bring and come for is stored beside the parties", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", two_actors);
    folder.write("partenariats.csv", "id\np\nq\n");
    folder.write("membres.csv",
                 "partenariat,acteur,apport,objectifs,valeur\n"
                 "p,b,argent|mecenat_competences,couts,1000\np,a,,qualite_de_vie,\nq,a,,,\n"
                 "q,b,temps,,\n");
    const auto loaded = load(folder.path());
    const auto& pledges = loaded.data.pledges;
    REQUIRE(pledges[0].size() == 2);
    CHECK(pledges[0][0].actor == loaded.data.find_actor("a"));
    CHECK(pledges[0][0].seeks.has(model::Objective::quality_of_life));
    CHECK(pledges[0][0].brings.empty());
    CHECK_FALSE(pledges[0][0].value.has_value());
    CHECK(pledges[0][1].brings.has(model::Contribution::money));
    CHECK(pledges[0][1].brings.has(model::Contribution::skills_sponsorship));
    CHECK(pledges[0][1].seeks == model::WordSet<model::Objective>(model::Objective::costs));
    CHECK(pledges[0][1].value == 1000.0);
    REQUIRE(pledges[1].size() == 1);
    CHECK(pledges[1][0].actor == loaded.data.find_actor("b"));
    CHECK(pledges[1][0].brings.has(model::Contribution::time));
}

TEST_CASE("impacts are stored with whom they are for", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", two_actors);
    folder.write("partenariats.csv", "id,membres\np,a|b\n");
    folder.write("projets.csv", "id\nx\n");
    folder.write("impacts.csv",
                 "objet,impact,acteur,sous_impact,indicateur,valeur,date\n"
                 "p,performance,b,rse,emplois,\"2,5\",2021\np,confiance,,territoires,,,2020\n"
                 "x,innovation,,,,,\n");
    const auto loaded = load(folder.path());
    const auto& of_p = loaded.data.partnership_impacts[0];
    REQUIRE(of_p.size() == 2);
    CHECK(of_p[0].impact == model::ImpactKind::trust);
    CHECK(of_p[0].sub_impact == model::SubImpact::territories);
    CHECK_FALSE(of_p[0].actor.known());
    CHECK(of_p[1].actor == loaded.data.find_actor("b"));
    CHECK(of_p[1].indicator == "emplois");
    CHECK(of_p[1].value == 2.5);
    REQUIRE(loaded.data.experiment_impacts[0].size() == 1);
    CHECK(loaded.data.experiment_impacts[0][0].impact == model::ImpactKind::innovation);
    CHECK_FALSE(loaded.data.experiment_impacts[0][0].sub_impact.has_value());
}

TEST_CASE("levers, ratings, engagements and benchmarks are stored", "[formats]") {
    const test::Folder folder;
    folder.write("acteurs.csv",
                 "id,nom,nature,domaines,echelle\na,A,public,social|economique,national\n"
                 "b,B,entreprise,,\n");
    folder.write("leviers.csv", "acteur,levier,offre,besoin\nb,Stratégie,3,\na,strategie,,4\n");
    folder.write("notations.csv", "evaluateur,evalue,critere,note,date\na,b,ouverture,3,2021\n");
    folder.write("engagements.csv",
                 "acteur,annee,moyen,moteur,personnes,deja_engages,heures\n"
                 "b,2021,interne,bien_commun,12,5,\"40,5\"\nb,2020,externe,,3,,\n");
    folder.write("sources.csv", "id,name\ns,Enquête\n");
    folder.write("references.csv",
                 "id,valeur,effectif,population,question,source\nr,0.4,250,P,Q,s\n");
    const auto loaded = load(folder.path());
    const auto& data = loaded.data;
    const model::ActorId a = data.find_actor("a"), b = data.find_actor("b");
    CHECK(data[a].scale == model::Scale::national);
    CHECK(data[a].domains.has(model::Domain::economic));
    CHECK_FALSE(data[b].scale.has_value());
    CHECK(data[b].domains.empty());
    REQUIRE(data.levers.size() == 2);
    CHECK(data.levers[0].actor == a);
    CHECK(data.levers[0].key == data.levers[1].key);
    CHECK(data.levers[0].need == 4.0);
    CHECK(data.levers[1].label == "Stratégie");
    CHECK(data.levers[1].offer == 3.0);
    CHECK(data.levers[1].need == 0.0);
    REQUIRE(data.ratings.size() == 1);
    CHECK(data.ratings[0].rater == a);
    CHECK(data.ratings[0].item == model::RatingItem::openness);
    CHECK(data.ratings[0].score == 3.0);
    REQUIRE(data.engagements.size() == 2);
    CHECK(data.engagements[0].year == 2020);
    CHECK_FALSE(data.engagements[0].motor.has_value());
    CHECK(data.engagements[1].motor == model::EngagementMotor::common_good);
    CHECK(data.engagements[1].hours == 40.5);
    REQUIRE(data.benchmarks.size() == 1);
    CHECK(data.benchmarks[0].value == 0.4);
    CHECK(data.benchmarks[0].n == 250.0);
    CHECK(data.benchmarks[0].sources.size() == 1);
}

TEST_CASE("nobody rates itself, and nobody returns who did not come", "[formats]") {
    const test::Folder folder;
    folder.write("actors.csv", two_actors);
    folder.write("notations.csv",
                 "evaluateur,evalue,critere,note\na,b,fiabilite,3\nb,b,fiabilite,4\n");
    folder.write("engagements.csv",
                 "acteur,annee,moyen,personnes,deja_engages\na,2021,sensibilisation,5,6\n"
                 "a,2021,sensibilisation,5,5\n");
    auto loaded = load(folder.path());
    CHECK(loaded.data.ratings.size() == 1);
    CHECK(loaded.data.engagements.size() == 1);
    std::vector<std::string> codes;
    for (const auto& issue : loaded.issues.sorted()) codes.emplace_back(issue.message.code);
    CHECK(codes == std::vector<std::string>{"E451", "E450"});
}
