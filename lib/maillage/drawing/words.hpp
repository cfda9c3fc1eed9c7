#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/model/words.hpp>

namespace maillage::drawing {

/// A sentence about a number, `{0}`, in the singular and the plural of both languages; `{1}`...
/// are other texts.
struct Phrase {
    base::Words one, many;
};

[[nodiscard]] std::string say(const Phrase& phrase, std::int64_t count, base::Language language,
                              const std::vector<std::string>& others = {});
/// Fills `{0}`, `{1}`... of a text without number.
[[nodiscard]] std::string say(const base::Words& words, base::Language language,
                              const std::vector<std::string>& arguments = {});

/// "1 entreprise", "3 entreprises".
[[nodiscard]] std::string counted(std::int64_t count, const model::Word& word,
                                  base::Language language);

/// Every text of a map.
namespace words {

extern const Phrase link_some, link_all, link_nobody_else, bodies, actors;
extern const Phrase no_alliance;
extern const base::Words in_year, on_day;
extern const base::Words period, as_of, simulated, to_correct;
extern const base::Words kinds_heading, states_heading, hidden_heading, index_heading,
    elsewhere_heading, alliances_heading, silent_heading, still_alive, yes, no, missing_heading,
    stakes_heading;
extern const Phrase isolated, elsewhere, active, undated, silent, ended, born, past;
extern const base::Words several;
extern const Phrase met, merged_persons, pseudonyms, legal, planned, lone, refused;
extern const Phrase more_alliances, more_isolated, other_alliances;
extern const Phrase merged_by_territory, merged_by_kind, other_territories;
extern const Phrase between_territories, between_kinds, inside_territory, inside_kind;
extern const Phrase other_bundles;
extern const base::Words percent_of;
extern const base::Words bundles, no_seat, card_title;
extern const Phrase reading;
extern const base::Words diamonds, scope, perimeter, source, made_by, and_word;
extern const base::Words seat, place, either;
extern const base::Words nothing_known;
extern const base::Words off_map;
extern const base::Words description;

}  // namespace words

}  // namespace maillage::drawing
