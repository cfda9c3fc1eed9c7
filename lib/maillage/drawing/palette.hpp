#pragma once

#include <array>
#include <string_view>

#include <maillage/drawing/drawing.hpp>
#include <maillage/model/words.hpp>

// Colours of Okabe and Ito (2008), told apart with any colour vision; each kind has its own shape
// too, so that nothing is said by colour alone.
namespace maillage::drawing {

struct Look {
    Shape shape;
    std::string_view fill;
    std::string_view ink;  ///< Of the number on the symbol.
    double width, height;  ///< In symbol sizes: shapes of unlike form look equally large.
};

/// In the order of model::Kind.
inline constexpr std::array<Look, model::kinds.size()> looks{{
    {Shape::box, "#0072B2", "#FFFFFF", 0.92, 0.92},
    {Shape::hexagon, "#E69F00", "#000000", 1.16, 0.98},
    {Shape::ellipse, "#009E73", "#000000", 1.26, 0.90},
    {Shape::diamond, "#CC79A7", "#000000", 1.36, 1.30},
    {Shape::pentagon, "#56B4E9", "#000000", 1.14, 1.08},
    {Shape::circle, "#999999", "#000000", 1.02, 1.02},
}};

inline constexpr std::string_view outline = "#333333";
inline constexpr std::string_view alliance_fill = "#F0E442";
inline constexpr std::string_view ticket_fill = "#FFF4C2";
inline constexpr std::string_view paper_white = "#FFFFFF";
inline constexpr std::string_view ended_line = "#BBBBBB";
inline constexpr std::string_view ended_fill = "#E6E6E6";
inline constexpr std::string_view ended_rim = "#888888";
inline constexpr std::string_view mark_ink = "#D55E00";
/// Graphviz draws colours of a list beside one another.
inline constexpr std::string_view double_line = "#D55E00:#FFFFFF:#D55E00";
inline constexpr std::string_view soft_ink = "#555555";
inline constexpr std::string_view hole_ink = "#8A4B00";  ///< Of what is missing, in words.
inline constexpr std::string_view frame_line = "#CCCCCC";

}  // namespace maillage::drawing
