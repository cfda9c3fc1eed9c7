#include <maillage/drawing/map.hpp>
#include <maillage/drawing/render.hpp>
#include <maillage/drawing/scene.hpp>
#include <maillage/drawing/sheet.hpp>
#include <maillage/drawing/texts.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::drawing {

std::string draw_map(const model::Dataset& data, const metrics::Request& request,
                     const privacy::Naming& naming, const MapOptions& options) {
    const metrics::Calendar calendar = metrics::calendar(data, request);
    const metrics::Study study(data, request);
    const model::TerritoryId territory =
        request.territories.empty() ? model::TerritoryId() : request.territories.front();
    const metrics::TerritoryView view(study, territory);
    const metrics::Scope scope(view, calendar.windows.front());
    const Scene scene = read_scene(scope, naming, options);
    const Texts texts = write_texts(scope, scene, options);
    LegendFacts facts;
    facts.language = options.language;
    facts.dated = scope.last_day.has_value();
    facts.year = scope.last_day ? base::year_of(*scope.last_day) : 0;
    facts.silent_months = request.silent_months;
    facts.refused = options.errors;
    return render(compose({scene, texts, facts, options}), options.format);
}

}  // namespace maillage::drawing
