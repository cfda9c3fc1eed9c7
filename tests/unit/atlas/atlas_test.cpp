#include <cstdio>

#include <nlohmann/json.hpp>

#include <maillage/atlas/atlas.hpp>
#include <maillage/atlas/json_text.hpp>
#include <maillage/atlas/network.hpp>
#include <maillage/base/hashes.hpp>

#include "support/catch.hpp"
#include "support/sketch.hpp"

using namespace maillage;
using test::sketch;

namespace {

constexpr std::string_view small_country = R"(
    territory T
    public town /T
    company firm /T
    association club /T catalyst
    citizen Ada-Lovelace /T person
    citizen Alan-Turing /T person
    meeting m1 2021-03-01 /T #water by town: firm Ada-Lovelace !club
    alliance bakery 2021-05-01 /T #water seen 2021-12-01: town firm Ada-Lovelace Alan-Turing
    alliance subsidy 2021-05-01 /T grant: town club
    alliance plan 2023-05-01 /T: town club
    project stove 2021-06-01 /T: town firm*deployment
    stage stove conception 2021-06-01
    stage stove modelling 2021-11-01
    as_of 2021-12-31
)";

atlas::Network network_of(const model::Dataset& data, const metrics::Request& request = {},
                          drawing::Citizens citizens = drawing::Citizens::automatic) {
    const metrics::Study study(data, request);
    const privacy::Naming naming(data, privacy::Persons::pseudonymised);
    return atlas::make_network(study, naming, metrics::calendar(data, request).windows.front(),
                               citizens);
}

std::string atlas_of(const model::Dataset& data, metrics::Request request = {}) {
    const privacy::Naming naming(data, privacy::Persons::pseudonymised);
    request.replicates = 0;
    return atlas::write_atlas(data, request, naming, {});
}

nlohmann::json data_of(const std::string& html) {
    const std::string open = R"(<script type="application/json" id="data">)";
    const std::size_t from = html.find(open) + open.size();
    return nlohmann::json::parse(html.substr(from, html.find("</script>", from) - from));
}

bool is_left_out() {
    if (atlas::is_available()) return false;
    std::puts("SKIPPED: this build has no atlas");
    return true;
}

}  // namespace

TEST_CASE("JSON of a page cannot leave its tags", "[atlas]") {
    atlas::JsonText json;
    json.open('{').name("a").text("</script><!--\u2028\"\\&\x01").name("b").words("é", "e");
    json.name("c").whole(-3).name("d").number(0.5).name("e").null().close('}');
    const std::string text = json.take();
    CHECK(text ==
          "{\"a\":\"\\u003c/script\\u003e\\u003c!-- \\\"\\\\\\u0026\uFFFD\",\"b\":[\"é\","
          "\"e\"],\"c\":-3,\"d\":0.5,\"e\":null}");
    CHECK(nlohmann::json::parse(text)["a"] == "</script><!-- \"\\&\uFFFD");
}

TEST_CASE("numbers are packed lowest byte first", "[atlas]") {
    CHECK(atlas::base64("") == "");
    CHECK(atlas::base64("f") == "Zg==");  // RFC 4648, section 10.
    CHECK(atlas::base64("fo") == "Zm8=");
    CHECK(atlas::base64("foobar") == "Zm9vYmFy");
    atlas::JsonText json;
    const std::vector<std::uint16_t> values{1, 0x0203};
    json.array(values);
    CHECK(json.take() == "\"AQADAg==\"");  // 01 00 03 02
}

TEST_CASE("natural persons are merged by kind and seat", "[atlas]") {
    const auto data = sketch(small_country);
    const atlas::Network network = network_of(data);
    CHECK(network.merges_persons);
    CHECK(network.persons == 2);
    REQUIRE(network.symbols.size() == 4);
    CHECK(network.symbols[0].name.empty());
    CHECK(network.symbols[0].persons == 2);
    CHECK(network.symbols[1].name == "club");
    CHECK(network.symbols[1].catalyst);
}

TEST_CASE("relations are those of the window, legal ties and plans left out", "[atlas]") {
    const auto data = sketch(small_country);
    const atlas::Network network = network_of(data);
    REQUIRE(network.relations.size() == 3);
    CHECK(network.relations[0].name == "m1");
    // The town convened, the firm and a person came, the club was invited.
    CHECK(network.relations[0].members.size() == 3);
    CHECK(network.relations[1].name == "bakery");
    CHECK(network.relations[1].members.size() == 3);
    CHECK(network.relations[2].name == "stove");
    CHECK(network.legal == 1);
    CHECK(network.planned[static_cast<std::size_t>(atlas::Family::alliance)] == 1);
}

TEST_CASE("persons one by one bear pseudonyms", "[atlas]") {
    const auto data = sketch(small_country);
    const atlas::Network network = network_of(data, {}, drawing::Citizens::single);
    CHECK_FALSE(network.merges_persons);
    CHECK(network.symbols.size() == 5);
    for (const atlas::Symbol& symbol : network.symbols)
        CHECK(symbol.name.find("Ada") == symbol.name.npos);
}

TEST_CASE("an atlas holds no name of a person", "[atlas]") {
    if (is_left_out()) return;
    const std::string html = atlas_of(sketch(small_country));
    CHECK(html.find("Lovelace") == html.npos);
    CHECK(html.find("Turing") == html.npos);
    CHECK(html.find("firm") != html.npos);
}

TEST_CASE("an atlas lets in its own script and style only", "[atlas]") {
    if (is_left_out()) return;
    const std::string html = atlas_of(sketch(small_country));
    const std::string open = "<script>";
    const std::size_t from = html.find(open) + open.size();
    const std::string script = html.substr(from, html.find("</script>", from) - from);
    CHECK(html.find("default-src 'none'; script-src 'sha256-" +
                    atlas::base64(base::sha256(script)) + "'") != html.npos);
    CHECK(html.find("unsafe") == html.find("unsafe", html.find("<style>")));
    std::size_t scripts = 0;
    for (std::size_t at = html.find("<script"); at != html.npos; at = html.find("<script", at + 1))
        ++scripts;
    CHECK(scripts == 2);
}

TEST_CASE("hostile names stay text in an atlas", "[atlas]") {
    if (is_left_out()) return;
    auto data = sketch(small_country);
    const std::string hostile = "</script><img src=x onerror=alert(1)>\u2028\"'";
    for (model::Actor& actor : data.actors)
        if (!actor.person) actor.name = data.text.keep(hostile);
    data.settings.title = hostile;
    const std::string html = atlas_of(data);
    CHECK(html.find("<img") == html.npos);
    const auto names = data_of(html)["actors"]["names"];
    CHECK(names[1] == "</script><img src=x onerror=alert(1)> \"'");
}

TEST_CASE("the same data give the same atlas on any number of threads", "[atlas]") {
    if (is_left_out()) return;
    const auto data = sketch(small_country);
    metrics::Request one, two;
    one.threads = 1;
    two.threads = 2;
    CHECK(atlas_of(data, one) == atlas_of(data, two));
}

TEST_CASE("an atlas of nobody is a page all the same", "[atlas]") {
    if (is_left_out()) return;
    CHECK(data_of(atlas_of(sketch("public town")))["actors"]["names"].size() == 1);
    CHECK(data_of(atlas_of(sketch("empty partnerships")))["actors"]["names"].empty());
}
