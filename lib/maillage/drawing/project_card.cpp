#include <algorithm>

#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/project_card.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>

namespace maillage::drawing {

namespace {

constexpr base::Words unknown_stage{"étape inconnue", "unknown stage"};
constexpr std::string_view project_fill = "#F7D5B5";  ///< Vermilion, light enough for its word.
constexpr double pennant_height = 10, symbol_size = 6.5;
/// Of a pennant, words may take this much from its staff on.
constexpr double share_of_words = 0.78;

constexpr double gap_of_partners = 2.5;

double width_of(const std::vector<Partner>& partners, double scale) {
    double width = 0;
    for (const Partner& partner : partners)
        width +=
            (looks[static_cast<std::size_t>(partner.kind)].width * symbol_size + gap_of_partners) *
            scale;
    return width;
}

/// Partners from `left` on, as many as the width holds; the others are counted. Gives where they
/// end.
double add_partners(Block& block, const std::vector<Partner>& partners, double left, double width) {
    const double scale = block.style().scale;
    const double gap = gap_of_partners * scale, more = 17 * scale;
    const bool all_fit = left + width_of(partners, scale) - gap <= width;
    for (std::size_t i = 0; i < partners.size(); ++i) {
        Symbol symbol;
        symbol.kind = partners[i].kind;
        symbol.tie = Tie::current;
        Item item = actor_item(symbol, symbol_size * scale);
        const bool is_last = i + 1 == partners.size();
        if (!all_fit && left + item.width + (is_last ? 0 : gap + more) > width) {
            const std::string rest = "+" + std::to_string(partners.size() - i);
            block.text(left, -block.height, rest, {block.style().small()});
            return left + more;
        }
        item.centre = {left + item.width / 2, -block.height};
        item.rim_width = 0.6;
        item.title = partners[i].name;
        left += item.width + gap;
        block.symbol(item);
    }
    return left;
}

/// Pennant and name, then partners and what is missing.
Block compact_card(const Project& project, const Style& style, double width,
                   const CardDetail& detail) {
    Block block(style);
    const double row = style.row(), left = 19 * style.scale;
    Item pennant = pennant_item(project.state, project.born, 15 * style.scale, 7.5 * style.scale);
    pennant.centre.x += 8 * style.scale;
    pennant.centre.y = -row / 2;
    pennant.title = project.name;
    block.symbol(pennant);
    block.paragraph(left, width - left, project.name, {style.small(), Weight::bold},
                    detail.name_lines);
    if (project.partners.empty() && project.missing.empty()) return block;
    const Block::Type type{style.small(), Weight::regular, hole_ink};
    const double top = block.height;
    block.height += row / 2;
    const double share = project.missing.empty() || detail.missing_lines > 1 ? 1 : 0.45;
    const double end =
        add_partners(block, project.partners, left, left + share * (width - left)) + 1;
    block.height = top + (project.partners.empty() ? 0 : row);
    if (project.missing.empty()) return block;
    const bool beside =
        detail.missing_lines == 1 || text_width(project.missing, type.size) < width - end;
    if (beside) block.height = top;
    const double from = beside ? end : left;
    block.paragraph(from, width - from, project.missing, type, detail.missing_lines);
    return block;
}

}  // namespace

std::string_view stage_words(std::size_t group, base::Language language) {
    return group < model::stages.size() ? model::stages[group].label.in(language)
                                        : unknown_stage.in(language);
}

Item pennant_item(State state, bool born, double width, double height) {
    // Graphviz draws its house, laid on a side, on these shares of the room it is given.
    constexpr double before_centre = 0.41, after_centre = 0.5;
    Item item;
    item.shape = Shape::pennant;
    item.width = width / (before_centre + after_centre);
    item.centre.x = (before_centre - after_centre) / 2 * item.width;
    item.height = height;
    item.fill = state == State::active   ? project_fill
                : state == State::silent ? paper_white
                                         : ended_fill;
    item.rim = state == State::ended ? ended_rim : outline;
    item.rim_width = born ? 2.2 : 0.8;
    if (state == State::silent) item.stroke = Stroke::dashed;
    return item;
}

Block project_card(const Project& project, std::size_t group, base::Language language,
                   const Style& style, double width, const CardDetail& detail) {
    if (detail.compact) return compact_card(project, style, width, detail);
    Block block(style);
    const double scale = style.scale, height = pennant_height * scale;
    const std::string_view stage = stage_words(group, language);
    const double margin = 4 * scale, body = text_width(stage, style.small()) + margin;
    Item pennant =
        pennant_item(project.state, project.born, body / share_of_words + margin, height);
    const double seen = body / share_of_words + margin;
    pennant.centre.x += seen / 2 + 1;
    pennant.centre.y = -height / 2 - 1;
    pennant.title = project.name;
    const double right = seen + 7 * scale;
    const bool beside = right + width_of(project.partners, scale) <= width;
    block.symbol(pennant);
    block.text(margin, pennant.centre.y, stage, {style.small()});
    block.height = 1 + height / 2 + (beside ? 0 : 11 * scale);
    add_partners(block, project.partners, beside ? right : 1, width);
    block.height += height / 2 + 2.5 * scale;
    block.paragraph(0, width, project.name, {style.small(), Weight::bold}, detail.name_lines);
    if (!project.missing.empty())
        block.paragraph(0, width, project.missing, {style.small(), Weight::regular, hole_ink},
                        detail.missing_lines);
    return block;
}

}  // namespace maillage::drawing
