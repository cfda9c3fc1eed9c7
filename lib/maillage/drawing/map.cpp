#include <array>
#include <utility>

#include <maillage/drawing/map.hpp>
#include <maillage/drawing/render.hpp>
#include <maillage/drawing/view.hpp>

namespace maillage::drawing {

namespace {

/// In the order of View.
constexpr std::array<Drawing (*)(const Viewpoint&), view_codes.size()> views{
    network_view, dialogue_view, experiments_view, territories_view,
    roles_view,   change_view,   chain_view,
};

}  // namespace

Map draw_map(const model::Dataset& data, const metrics::Request& request,
             const privacy::Naming& naming, const MapOptions& options) {
    const metrics::Calendar calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const model::TerritoryId territory =
        request.territories.empty() ? model::TerritoryId() : request.territories.front();
    const metrics::TerritoryView view(study, territory);
    const metrics::Scope scope(view, calendar.windows.front());
    Drawing drawing =
        views[static_cast<std::size_t>(options.view)]({request, scope, naming, options});
    return {render(drawing, options.format), std::move(drawing.positions)};
}

}  // namespace maillage::drawing
