#pragma once

#include <string>
#include <string_view>

#include <maillage/simulation/country.hpp>

// What the tables tell of an actor, of its part in an alliance, and of who cites the alliance: each
// with its holes, as in real files. Nothing is told of natural persons. Each caller has a stream
// for one of them, so that none moves another.
namespace maillage::simulation {

/// One domain or two, by kind; of one organisation in eight, none.
[[nodiscard]] std::string domains_of(const SimulatedActor& actor, RandomStream& stream);

/// Mostly local; of one organisation in twelve, unknown. Institutions and citizens are local.
[[nodiscard]] std::string_view scale_of(const SimulatedActor& actor, RandomStream& stream);

/// What it comes for: one objective or two of those of its kind; one party in ten says nothing.
[[nodiscard]] std::string objectives_of(const SimulatedActor& actor, RandomStream& stream);

/// Worth of a contribution, in euros: half of those that are told have one.
[[nodiscard]] std::string value_of(const SimulatedActor& actor, std::string_view contribution,
                                   RandomStream& stream);

/// The lists that cite an alliance, one regardless of the other: the survey cites 75 % of them, the
/// register 60 %. So one in ten is cited by neither, and the count of the two lists alone tells how
/// many there are.
[[nodiscard]] std::string_view cited_by(RandomStream& stream);

}  // namespace maillage::simulation
