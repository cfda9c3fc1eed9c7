#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/language.hpp>
#include <maillage/metrics/change.hpp>
#include <maillage/metrics/run.hpp>
#include <maillage/model/dataset.hpp>
#include <maillage/model/outlines.hpp>
#include <maillage/model/positions.hpp>
#include <maillage/privacy/citizens.hpp>
#include <maillage/privacy/naming.hpp>

namespace maillage::drawing {

/// What a map shows.
enum class View : std::uint8_t {
    network,
    dialogue,
    experiments,
    territories,
    roles,
    change,
    chain
};
inline constexpr std::array<std::string_view, 7> view_codes{
    "network", "dialogue", "experiments", "territories", "roles", "change", "chain"};

enum class MapFormat : std::uint8_t { svg, pdf, png, dot };
enum class Paper : std::uint8_t { a4, a3 };
enum class Orientation : std::uint8_t { landscape, portrait };
/// Natural persons: merged into one symbol per territory with a count, or single.
using privacy::Citizens;

/// How symbols are placed: by forces, in a cell of their territory, in a column of their kind, or
/// near where they really are.
enum class Layout : std::uint8_t { force, packed, geo, layered };

struct MapOptions {
    View view = View::network;
    MapFormat format = MapFormat::svg;
    Paper paper = Paper::a4;
    Orientation orientation = Orientation::landscape;
    Citizens citizens = Citizens::automatic;
    Layout layout = Layout::force;
    std::vector<model::Outline> outlines{};  ///< Drawn below the layout `geo`.
    std::vector<model::Position> pinned{};   ///< Of an earlier map, kept by the layout `force`.
    base::Language language = base::Language::english;
    /// Of the view `change`; absent: the last two whole years.
    std::optional<metrics::TwoWindows> windows;
    std::uint64_t seed = 1;    ///< Of the layout; printed on the map.
    std::uint64_t errors = 0;  ///< Issues of loading under `--lenient`: rows left out are said.
};

struct Map {
    std::string bytes;
    std::vector<model::Position> positions;  ///< Of its symbols, to be pinned on the next one.
};

/// Draws a view of a territory in a window on one exact sheet, with title, legend with counts,
/// period and source. The first territory of `request` and its first window are drawn; the counts
/// of title and legend are values of `metrics::compute` for that request.
///
/// The network view: actors by kind (colour and shape), an alliance as a small diamond joined to
/// its parties. Names stand below the symbols, or in an index by numbers. Beyond 300 symbols, and
/// when they do not fit, actors are merged by territory, or by kind where the list knows one seat
/// only; the map says so. Up to 60 actors are never merged: the rarest alliances are then left out,
/// and counted.
///
/// The experiments view: a column a stage, a card a project; what a column cannot hold is counted.
///
/// The chain view: a table of stakes. What a cell cannot hold is counted in its last line, stakes
/// that the sheet cannot hold below the table.
///
/// Random   Stream `drawing.layout` of `seed`; same data, same bytes in every format.
/// Errors   LimitError when the sheet cannot hold what is asked; UsageError when the layout `geo`
/// is
///          asked for and no place of any actor is known.
/// Cost     The layout of n nodes and m ties takes O((n + m) log n) per step.
[[nodiscard]] Map draw_map(const model::Dataset& data, const metrics::Request& request,
                           const privacy::Naming& naming, const MapOptions& options);

}  // namespace maillage::drawing
