#include <maillage/drawing/dot_writer.hpp>
#include <maillage/drawing/text_width.hpp>

#include "support/catch.hpp"

using namespace maillage;
using drawing::Drawing;
using drawing::Item;
using drawing::Shape;

TEST_CASE("DOT is written as it stands here", "[drawing]") {
    Drawing sheet;
    sheet.width = 144;
    sheet.height = 72;
    Item actor;
    actor.shape = Shape::hexagon;
    actor.centre = {36, 36};
    actor.width = 18;
    actor.height = 14.4;
    actor.fill = "#E69F00";
    actor.label = "1";
    Item alliance;
    alliance.shape = Shape::diamond;
    alliance.centre = {108, 36.5};
    alliance.width = alliance.height = 9;
    alliance.fill = "#FFFFFF";
    alliance.rim_width = 2.4;
    Item name;
    name.centre = {36, 18};
    name.width = 36;
    name.height = 9;
    name.label = "L’Équipe \"A\\B\" & Cie";
    name.align = drawing::Align::left;
    name.weight = drawing::Weight::bold;
    name.ink = "#555555";
    sheet.items = {actor, alliance, name};
    sheet.lines = {{0, 1, "#444444", 1.1, drawing::Stroke::dashed}};
    CHECK(drawing::write_dot(sheet) ==
          R"(graph map {
graph [bb="0,0,144,72", size="2,1!", margin=0, pad=0, splines=line, notranslate=true, outputorder=edgesfirst, bgcolor="#FFFFFF"];
node [fixedsize=true, margin=0, fontname="DejaVu Sans"];
n0 [shape=hexagon, pos="36,36", width=0.25, height=0.2, fillcolor="#E69F00", style="filled", color="#333333", penwidth=0.8, label="1", fontsize=7];
n1 [shape=diamond, pos="108,36.5", width=0.125, height=0.125, fillcolor="#FFFFFF", style="filled", color="#333333", penwidth=2.4, label=""];
n2 [shape=none, pos="36,18", width=0.5, height=0.125, label="L’Équipe \"A\\B\" &amp; Cie\l", fontsize=7, fontname="DejaVu Sans Bold", fontcolor="#555555"];
sheet [shape=box, style=invis, label="", pos="72,36", width=2, height=1];
n0 -- n1 [color="#444444", penwidth=1.1, style=dashed];
}
)");
}

TEST_CASE("text is measured, cut and wrapped", "[drawing]") {
    // 0.684 + 0.686 + 0.698 of the size.
    CHECK(drawing::text_width("ABC", 10) == Approx(20.68));
    CHECK(drawing::cut_to_width("ABCDEFGH", 40, 10) == "ABCD…");
    CHECK(drawing::cut_to_width("ABC", 40, 10) == "ABC");
    CHECK(drawing::wrapped("un deux trois", 40, 10, 3) ==
          std::vector<std::string>{"un", "deux", "trois"});
    CHECK(drawing::wrapped("un deux trois", 40, 10, 2) == std::vector<std::string>{"un", "deux…"});
}
