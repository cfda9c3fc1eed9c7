#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/model/words.hpp>

namespace maillage::model {

/// The tables of a dataset, in the order of the format.
enum class Table : std::uint8_t {
    territories,
    actors,
    partnerships,
    partnership_members,
    events,
    attendance,
    experiments,
    experiment_members,
    experiment_stages,
    experiment_sites,
    territory_stakes,
    needs,
    targets,
    supports,
    funding,
    stakes,
    levers,
    evaluations,
    impacts,
    ratings,
    engagements,
    sources,
    benchmarks
};
inline constexpr std::size_t table_count = 23;

/// Code = the English name of the file; label = the French and English words for its rows.
inline constexpr std::array<Word, table_count> table_words{{
    {"territories", {"territoires", "territories"}, {"territoires", "territories"}},
    {"actors", {"acteurs", "actors"}, {"acteurs", "actors"}},
    {"partnerships", {"partenariats", "partnerships"}, {"partenariats", "partnerships"}},
    {"partnership_members",
     {"membres des partenariats", "partnership members"},
     {"membres des partenariats", "partnership members"}},
    {"events", {"rencontres", "events"}, {"rencontres", "events"}},
    {"attendance", {"présences", "attendance"}, {"présences", "attendance"}},
    {"experiments", {"expérimentations", "experiments"}, {"expérimentations", "experiments"}},
    {"experiment_members",
     {"membres des expérimentations", "experiment members"},
     {"membres des expérimentations", "experiment members"}},
    {"experiment_stages",
     {"étapes des expérimentations", "experiment stages"},
     {"étapes des expérimentations", "experiment stages"}},
    {"experiment_sites",
     {"sites des expérimentations", "experiment sites"},
     {"sites des expérimentations", "experiment sites"}},
    {"territory_stakes",
     {"enjeux du territoire", "stakes of the territory"},
     {"enjeux du territoire", "stakes of the territory"}},
    {"needs", {"besoins", "needs"}, {"besoins", "needs"}},
    {"targets", {"cibles", "targets"}, {"cibles", "targets"}},
    {"supports", {"soutiens reçus", "supports"}, {"soutiens reçus", "supports"}},
    {"funding", {"financements", "funding"}, {"financements", "funding"}},
    {"stakes",
     {"enjeux des acteurs", "stakes of actors"},
     {"enjeux des acteurs", "stakes of actors"}},
    {"levers", {"leviers", "levers"}, {"leviers", "levers"}},
    {"evaluations", {"évaluations", "evaluations"}, {"évaluations", "evaluations"}},
    {"impacts", {"impacts", "impacts"}, {"impacts", "impacts"}},
    {"ratings", {"notations", "ratings"}, {"notations", "ratings"}},
    {"engagements", {"engagements", "engagements"}, {"engagements", "engagements"}},
    {"sources", {"sources", "sources"}, {"sources", "sources"}},
    {"benchmarks", {"références", "benchmarks"}, {"références", "benchmarks"}},
}};

/// What loading found of one table.
struct TableInfo {
    bool present = false;
    std::string file;                  ///< Name of the file, without directories.
    std::string sha256;                ///< Of its bytes, in hexadecimal.
    std::vector<std::string> columns;  ///< Canonical names of the columns read, in file order.
    std::uint64_t rows = 0;            ///< Rows read, header left out.
    std::uint64_t refused = 0;         ///< Rows left out because of an error.
};

}  // namespace maillage::model
