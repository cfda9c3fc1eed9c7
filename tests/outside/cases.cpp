// maillage_outside FAMILY COUNT: writes COUNT cases of a family on standard output.

#include "cases.hpp"

#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <map>
#include <numeric>
#include <string>

namespace maillage::outside {

Case::Case(std::ostream& out, std::uint64_t id) : out_(out) {
    out_ << "case " << id << '\n';
}

void Case::values(std::string_view side, std::string_view name, const Values& values) {
    out_ << side << ' ' << name;
    for (const auto& value : values) {
        char digits[32] = "-";
        if (value) std::snprintf(digits, sizeof digits, "%.17g", *value);
        out_ << ' ' << digits;
    }
    out_ << '\n';
}

std::vector<std::vector<std::uint32_t>> random_relations(Random& random, std::uint32_t actors) {
    std::vector<std::vector<std::uint32_t>> relations(random.below(9));
    const std::uint32_t largest = 1 + random.below(actors);
    for (auto& relation : relations) {
        if (&relation != &relations.front() && random.below(5) == 0) {
            relation = (&relation)[-1];
            continue;
        }
        std::vector<std::uint32_t> everybody(actors);
        std::iota(everybody.begin(), everybody.end(), 0U);
        random.shuffle(everybody);
        everybody.resize(random.below(largest + 1));
        relation = everybody;
    }
    return relations;
}

void give_memberships(Case& one, const std::vector<std::vector<std::uint32_t>>& relations) {
    std::vector<std::uint32_t> rows, members;
    for (std::uint32_t row = 0; row < relations.size(); ++row)
        for (const std::uint32_t member : relations[row]) {
            rows.push_back(row);
            members.push_back(member);
        }
    one.given("relations", std::vector<std::size_t>{relations.size()});
    one.given("relation", rows);
    one.given("member", members);
}

}  // namespace maillage::outside

int main(int argc, char** argv) {
    using namespace maillage::outside;
    const std::map<std::string, Family> families{
        {"spells", write_spells},       {"sojourns", write_sojourns}, {"meetings", write_meetings},
        {"alliances", write_alliances}, {"graphs", write_graph},      {"counts", write_counts},
        {"shares", write_share},        {"draws", write_draws}};
    const auto family = families.find(argc == 3 ? argv[1] : "");
    if (family == families.end()) {
        std::cerr << "usage: maillage_outside FAMILY COUNT\n";
        return 2;
    }
    const std::uint64_t count = std::strtoull(argv[2], nullptr, 10);
    for (std::uint64_t id = 0; id < count; ++id) {
        Random random(1, "outside " + family->first, id);
        Case one(std::cout, id);
        family->second(random, one);
    }
    return std::cout.flush() ? 0 : 3;
}
