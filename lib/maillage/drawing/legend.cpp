#include <algorithm>

#include <maillage/drawing/legend.hpp>
#include <maillage/drawing/palette.hpp>
#include <maillage/drawing/symbols.hpp>
#include <maillage/drawing/text_width.hpp>
#include <maillage/drawing/words.hpp>

namespace maillage::drawing {

namespace {

class Legend {
  public:
    Legend(const Counts& counts, const LegendFacts& facts, const Style& style)
        : counts_(counts), facts_(facts), style_(style) {}

    Block run(double width) const {
        Block all(style_);
        const bool two_columns = width > 230 * style_.scale;
        const double gutter = 10 * style_.scale;
        const double column = two_columns ? (width - gutter) / 2 : width;
        const Block left = kinds(column), right = states(column), last = hidden(width);
        all.add(left, 0, 0);
        all.height = left.height;
        if (two_columns) {
            all.add(right, column + gutter, 0);
            all.height = std::max(left.height, right.height);
        } else {
            stack(all, right);
        }
        stack(all, last);
        return all;
    }

  private:
    const Counts& counts_;
    const LegendFacts& facts_;
    Style style_;

    [[nodiscard]] std::string in_language(const base::Words& words) const {
        return std::string(words.in(facts_.language));
    }
    [[nodiscard]] std::string number_of(const Phrase& phrase, std::int64_t count,
                                        const std::vector<std::string>& others = {}) const {
        return say(phrase, count, facts_.language, others);
    }

    void stack(Block& all, const Block& next) const {
        if (next.items.empty()) return;
        all.height += 5 * style_.scale;
        all.add(next, 0, -all.height);
        all.height += next.height;
    }

    /// One row: a sign of the map in a gutter, words beside it.
    void row(Block& block, double width, const std::vector<Item>& sign, const std::string& words,
             double gutter) const {
        const double top = block.height;
        block.paragraph(gutter, width - gutter, words, {style_.small()}, 3);
        const double least = sign.empty() ? 0 : 11.5 * style_.scale;
        if (block.height - top < least) {
            // The one line of a row stands level with its sign.
            block.items.back().centre.y = -top - least / 2;
            block.height = top + least;
        }
        for (Item item : sign) {
            item.centre.x += gutter / 2 - 3 * style_.scale;
            item.centre.y -= top + std::min(block.height - top, least) / 2;
            block.symbol(item);
        }
    }

    Block kinds(double width) const {
        Block block(style_);
        block.heading(0, in_language(words::kinds_heading));
        const double gutter = 22 * style_.scale, size = 9 * style_.scale;
        for (std::size_t k = 0; k < model::kinds.size(); ++k) {
            const std::int64_t count = counts_.kinds[k];
            if (count == 0) continue;
            Symbol sample;
            sample.kind = static_cast<model::Kind>(k);
            sample.tie = Tie::current;
            row(block, width, {actor_item(sample, size)},
                counted(count, model::kinds[k], facts_.language), gutter);
        }
        if (counts_.isolated > 0) {
            Symbol sample;
            row(block, width, {actor_item(sample, size)},
                number_of(words::isolated, counts_.isolated), gutter);
        }
        if (counts_.elsewhere > 0) {
            Symbol sample;
            sample.tie = Tie::current;
            sample.membership = Membership::elsewhere;
            row(block, width, {actor_item(sample, size)},
                number_of(words::elsewhere, counts_.elsewhere), gutter);
        }
        return block;
    }

    /// A diamond on a piece of its line.
    void state_row(Block& block, double width, State state, bool born,
                   const std::string& words) const {
        const double gutter = 34 * style_.scale;
        Item end;
        end.width = end.height = 0.1;
        end.centre.x = -13 * style_.scale;
        Item other = end;
        other.centre.x = -end.centre.x;
        const std::vector<Item> sign{end, alliance_item(state, born, 9 * style_.scale), other};
        row(block, width, sign, words, gutter);
        const auto at = static_cast<std::uint32_t>(block.items.size() - sign.size());
        if (born) return;
        block.lines.push_back(tie_line(state, at + 1, at));
        block.lines.push_back(tie_line(state, at + 1, at + 2));
    }

    Block states(double width) const {
        if (facts_.merged != nullptr) return merged_states(width);
        Block block(style_);
        block.heading(0, in_language(words::states_heading));
        state_row(block, width, State::active, false,
                  number_of(facts_.dated ? words::active : words::undated, counts_.alliances[0]));
        if (counts_.alliances[1] > 0) state_row(block, width, State::silent, false, silent_words());
        if (counts_.alliances[2] > 0)
            state_row(block, width, State::ended, false,
                      number_of(words::ended, counts_.alliances[2]));
        if (counts_.born > 0)
            state_row(block, width, State::active, true,
                      number_of(words::born, counts_.born, {std::to_string(facts_.year)}));
        if (counts_.past > 0) row(block, width, {}, number_of(words::past, counts_.past), 0);
        if (facts_.several) row(block, width, {}, in_language(words::several), 0);
        return block;
    }

    [[nodiscard]] std::string silent_words() const {
        return number_of(words::silent, counts_.alliances[1],
                         {std::to_string(facts_.silent_months)});
    }

    Block merged_states(double width) const {
        Block block(style_);
        const MergedScene& merged = *facts_.merged;
        const bool territory = merged.by_territory;
        block.heading(0, in_language(words::states_heading));
        state_row(block, width, State::active, false,
                  number_of(territory ? words::between_territories : words::between_kinds,
                            merged.between));
        if (merged.between + merged.inside == 0) return block;
        Item diamond = alliance_item(State::active, false, 7 * style_.scale);
        diamond.centre.x = 0;
        row(block, width, {diamond},
            number_of(territory ? words::inside_territory : words::inside_kind, merged.inside),
            34 * style_.scale);
        if (counts_.alliances[1] > 0) state_row(block, width, State::silent, false, silent_words());
        if (counts_.past > 0) row(block, width, {}, number_of(words::past, counts_.past), 0);
        row(block, width, {}, in_language(words::bundles), 0);
        return block;
    }

    Block hidden(double width) const {
        Block block(style_);
        std::vector<std::string> rows;
        const auto add = [&](const Phrase& phrase, std::int64_t count,
                             const std::vector<std::string>& others = {}) {
            if (count > 0) rows.push_back(number_of(phrase, count, others));
        };
        if (facts_.merged != nullptr) {
            add(words::ended, counts_.alliances[2]);
            add(words::other_bundles, facts_.merged->not_drawn);
        }
        add(words::other_alliances, facts_.not_drawn);
        add(words::met, counts_.met);
        add(words::merged_persons, facts_.merged_persons, {std::to_string(facts_.person_symbols)});
        add(words::pseudonyms, facts_.pseudonyms);
        add(words::planned, counts_.planned);
        add(words::lone, counts_.lone);
        add(words::legal, counts_.legal);
        add(words::more_isolated, facts_.not_named);
        add(words::refused, facts_.refused);
        if (rows.empty()) return block;
        block.heading(0, in_language(words::hidden_heading));
        for (const std::string& words : rows) row(block, width, {}, words, 0);
        return block;
    }
};

}  // namespace

Block legend(const Counts& counts, const LegendFacts& facts, const Style& style, double width) {
    return Legend(counts, facts, style).run(width);
}

Block blank_box(const std::vector<std::string>& stakes, base::Language language, const Style& style,
                double width, double height) {
    Block block(style);
    Item frame;
    frame.shape = Shape::box;
    frame.centre = {width / 2, -height / 2};
    frame.width = width;
    frame.height = height;
    frame.rim = soft_ink;
    frame.rim_width = 0.7;
    block.symbol(frame);
    const double margin = 6 * style.scale, row = 15 * style.scale;
    block.height = margin / 2;
    block.heading(margin, words::missing_heading.in(language));
    std::size_t stake = 0;
    for (double y = block.height + row * 0.8; y < height - margin / 2; y += row) {
        double left = margin;
        if (stake < stakes.size()) {
            const std::string label = cut_to_width(stakes[stake++], width * 0.4, style.small());
            block.text(left, -y + 2.5 * style.scale, label, {style.small()});
            left += text_width(label, style.small()) + 4 * style.scale;
        }
        Item from, to;
        from.width = from.height = to.width = to.height = 0.1;
        from.centre = {left, -y};
        to.centre = {width - margin, -y};
        const auto at = static_cast<std::uint32_t>(block.items.size());
        block.symbol(from);
        block.symbol(to);
        block.lines.push_back({at, at + 1, frame_line, 0.6, Stroke::solid});
    }
    block.height = height;
    return block;
}

}  // namespace maillage::drawing
