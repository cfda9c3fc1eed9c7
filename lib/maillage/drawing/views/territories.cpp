// Territories instead of actors: how many alliances join several of them, and which.

#include <maillage/base/error.hpp>
#include <maillage/base/numbers.hpp>
#include <maillage/drawing/network.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

const Phrase join_territories{
    {"{0} alliance relie plusieurs territoires", "{0} alliance joins several territories"},
    {"{0} alliances relient plusieurs territoires", "{0} alliances join several territories"}};
const Phrase join_kinds{
    {"{0} alliance relie plusieurs natures", "{0} alliance joins several kinds"},
    {"{0} alliances relient plusieurs natures", "{0} alliances join several kinds"}};
const Phrase stay_within{{"{0} reste dans un seul", "{0} stays within one"},
                         {"{0} restent dans un seul", "{0} stay within one"}};
const Phrase stay_within_kind{{"{0} reste dans une seule", "{0} stays within one"},
                              {"{0} restent dans une seule", "{0} stay within one"}};
constexpr base::Words one_seat_only{
    "la liste ne connaît qu’un siège\u202f: les acteurs sont réunis par nature",
    "the list knows one seat only: actors are merged by kind"};
const Phrase reading{
    {"Lecture\u202f: sur {0} alliance en cours ou sans nouvelles, {1} a des parties dans plusieurs "
     "cadres. Un "
     "losange joint tous les cadres de ses parties\u202f; son chiffre dit combien d’alliances "
     "joignent les mêmes.",
     "Reading: of {0} alliance running or without news, {1} has parties in several frames. A "
     "diamond joins "
     "all frames of its parties; its number tells how many alliances join the same ones."},
    {"Lecture\u202f: sur {0} alliances en cours ou sans nouvelles, {1} ont des parties dans "
     "plusieurs cadres. Un "
     "losange joint tous les cadres de ses parties\u202f; son chiffre dit combien d’alliances "
     "joignent les mêmes.",
     "Reading: of {0} alliances running or without news, {1} have parties in several frames. A "
     "diamond "
     "joins all frames of its parties; its number tells how many alliances join the same ones."}};

Texts write(const Viewpoint& from, const MergedScene& merged) {
    const base::Language language = from.options.language;
    const std::int64_t between = merged.between.came, inside = merged.inside.came;
    Texts texts =
        texts_around(from.scope, from.scope.view.partnerships.attribution, from.options,
                     say(reading, between + inside, language, {base::readable(between, language)}));
    std::string title = say(merged.by_territory ? join_territories : join_kinds, between, language);
    if (inside > 0)
        title += (language == base::Language::french ? "\u202f; " : "; ") +
                 say(merged.by_territory ? stay_within : stay_within_kind, inside, language);
    texts.title = opened(moment(from.scope, language) + title + ".");
    texts.description = texts.title;
    if (!merged.by_territory) join(texts.notice, std::string(one_seat_only.in(language)));
    return texts;
}

}  // namespace

Drawing territories_view(const Viewpoint& from) {
    const Network network = read_network(from);
    auto drawing = merged_network(from, network,
                                  [&](const MergedScene& merged) { return write(from, merged); });
    if (!drawing)
        throw base::LimitError({"S021", {std::to_string(network.scene.symbols.size())}, {}});
    return std::move(*drawing);
}

}  // namespace maillage::drawing
