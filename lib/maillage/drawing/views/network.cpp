#include <optional>

#include <maillage/base/error.hpp>
#include <maillage/drawing/network.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

Drawing network_view(const Viewpoint& from) {
    Network network = read_network(from);
    const base::Language language = from.options.language;
    const Texts texts = write_texts(from.scope, network.counts, from.options);
    network.facts.not_drawn = keep_largest_of_few(network.scene);
    const LegendParts parts = legend(network.counts, network.facts);
    std::optional<Drawing> drawing =
        network_sheet({parts, network.scene, texts, from.options}, all_names);
    if (!drawing)
        drawing = merged_network(from, network, [&](const MergedScene& merged) {
            Texts told = texts;
            const Phrase& said =
                merged.by_territory ? words::merged_by_territory : words::merged_by_kind;
            join(told.notice,
                 say(said, network.counts.actors + network.counts.elsewhere, language));
            return told;
        });
    if (!drawing)
        throw base::LimitError({"S021", {std::to_string(network.scene.symbols.size())}, {}});
    return std::move(*drawing);
}

}  // namespace maillage::drawing
