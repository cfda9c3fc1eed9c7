#include <set>

#include <maillage/privacy/naming.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using privacy::Naming;
using privacy::Persons;

namespace {

model::Dataset village() {
    model::Dataset data = test::sketch(
        "territory T1\n"
        "public town /T1\n"
        "citizen jo /T1 person\n"
        "citizen Marie.Durand person\n"
        "citizen neighbours /T1\n"
        "meeting m1 2021-03-01 /T1: town jo Marie.Durand\n");
    for (model::Actor& actor : data.actors)
        actor.name = actor.id == "town" ? "Mairie" : "Jo Martin";
    return data;
}

void give_hashes(model::Dataset& data) {
    auto& actors = data.tables[static_cast<std::size_t>(model::Table::actors)];
    auto& events = data.tables[static_cast<std::size_t>(model::Table::events)];
    actors.file = "z.csv";
    actors.sha256 = std::string(64, 'a');
    events.file = "b.csv";
    events.sha256 = std::string(64, 'b');
    // One file may fill two tables: it counts once.
    data.tables[static_cast<std::size_t>(model::Table::attendance)].file = events.file;
    data.tables[static_cast<std::size_t>(model::Table::attendance)].sha256 = events.sha256;
    data.tables[static_cast<std::size_t>(model::Table::territories)].file = "d.csv";
}

std::string id_of(const Naming& naming, const model::Dataset& data, std::string_view id) {
    return naming.id(data.find_actor(id));
}

}  // namespace

TEST_CASE("organisations bear their names and persons a pseudonym") {
    const model::Dataset data = village();
    const Naming naming(data, Persons::pseudonymised);
    CHECK(id_of(naming, data, "town") == "town");
    CHECK(id_of(naming, data, "neighbours") == "neighbours");
    CHECK(naming.name(data.find_actor("town")) == "Mairie");
    const model::ActorId jo = data.find_actor("jo");
    CHECK(naming.name(jo) == naming.id(jo));
    CHECK(naming.id(jo).size() == 12);
    CHECK(naming.id(jo).substr(0, 2) == "P-");
    CHECK(naming.id(jo).substr(2).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567") ==
          std::string::npos);
    CHECK(naming.id(jo) != id_of(naming, data, "Marie.Durand"));
}

TEST_CASE("pseudonyms are those of HMAC with the key given") {
    // base64.b32encode(hmac.digest(b"secret", b"jo", "sha256"))[:10] of Python.
    const model::Dataset data = village();
    const Naming naming(data, Persons::pseudonymised, "secret");
    CHECK(id_of(naming, data, "jo") == "P-VG7V5EO74M");
    CHECK(id_of(naming, data, "Marie.Durand") == "P-MYVWAZ5OGJ");
}

TEST_CASE("the key is made from the hashes of the files in name order") {
    // Key: sha256("bb...b" + "aa...a"), of b.csv then z.csv, by Python.
    model::Dataset data = village();
    give_hashes(data);
    const Naming naming(data, Persons::pseudonymised);
    CHECK(id_of(naming, data, "jo") == "P-IVJII5DFOB");
    data.tables[static_cast<std::size_t>(model::Table::actors)].sha256.back() = 'c';
    CHECK(id_of(Naming(data, Persons::pseudonymised), data, "jo") != "P-IVJII5DFOB");
}

TEST_CASE("without hashes pseudonyms are still defined and the same") {
    // Key: sha256(""), by Python.
    const model::Dataset data = village();
    CHECK(id_of(Naming(data, Persons::pseudonymised), data, "jo") == "P-3WS6MZ75UZ");
}

TEST_CASE("persons are named when that is asked for") {
    const model::Dataset data = village();
    const Naming naming(data, Persons::identified);
    CHECK(id_of(naming, data, "jo") == "jo");
    CHECK(naming.name(data.find_actor("jo")) == "Jo Martin");
}

TEST_CASE("an organisation without name bears its id") {
    model::Dataset data = village();
    for (model::Actor& actor : data.actors) actor.name = {};
    const Naming naming(data, Persons::pseudonymised);
    CHECK(naming.name(data.find_actor("town")) == "town");
}
