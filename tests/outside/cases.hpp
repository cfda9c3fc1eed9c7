#pragma once

// The side of ours in the comparison with other tools: random inputs and what we find on them, as
// text. README.md of this folder says how a case is written and how to add a figure.

#include <cstdint>
#include <optional>
#include <ostream>
#include <string_view>
#include <vector>

#include <maillage/base/random.hpp>
#include <maillage/graph/incidence.hpp>

namespace maillage::outside {

/// A figure of one case: one number, or one for each vertex, time...; nothing where undefined.
using Values = std::vector<std::optional<double>>;
using Random = base::RandomStream;

/// Writes one case.
class Case {
  public:
    Case(std::ostream& out, std::uint64_t id);

    template <class Number>
    void given(std::string_view name, const std::vector<Number>& numbers) {
        values("in", name, Values(numbers.begin(), numbers.end()));
    }
    void found(std::string_view figure, const Values& found) { values("out", figure, found); }

  private:
    std::ostream& out_;
    void values(std::string_view side, std::string_view name, const Values& values);
};

/// Draws an input and writes it with our answers.
using Family = void (*)(Random&, Case&);

void write_spells(Random& random, Case& one);
void write_sojourns(Random& random, Case& one);
void write_meetings(Random& random, Case& one);
void write_alliances(Random& random, Case& one);
void write_graph(Random& random, Case& one);
void write_counts(Random& random, Case& one);
void write_share(Random& random, Case& one);
void write_draws(Random& random, Case& one);

/// Few or many relations, empty, alone, full, or the same again.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> random_relations(Random& random,
                                                                       std::uint32_t actors);

/// Writes who is in what, as two lists.
void give_memberships(Case& one, const std::vector<std::vector<std::uint32_t>>& relations);

}  // namespace maillage::outside
