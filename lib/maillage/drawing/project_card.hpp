#pragma once

#include <maillage/drawing/block.hpp>
#include <maillage/drawing/projects.hpp>

namespace maillage::drawing {

/// The words of a stage group: of a stage, or of the unknown one.
[[nodiscard]] std::string_view stage_words(std::size_t group, base::Language language);

/// A pennant, centred at (0, 0); `width` is what is seen of it.
[[nodiscard]] Item pennant_item(State state, bool born, double width, double height);

/// How much a card says.
struct CardDetail {
    std::size_t name_lines = 4, missing_lines = 5;
    bool compact = false;  ///< Two lines: pennant and name, partners and what is missing.
};

/// A project: its pennant, its partners, its name, what it lacks.
[[nodiscard]] Block project_card(const Project& project, std::size_t group, base::Language language,
                                 const Style& style, double width, const CardDetail& detail);

}  // namespace maillage::drawing
