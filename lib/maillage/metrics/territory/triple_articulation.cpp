#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <set>

#include <maillage/metrics/projects.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "triple_articulation_coverage",
    .dynamic = Dynamic::territory,
    .tier = 2,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Domaines, côtés et échelles couverts", "Domains, sides and scales covered"},
    .question = {"Couvre-t-on les quatre domaines, public et privé, local et national ?",
                 "Do we cover the four domains, public and private, local and national?"},
    .definition =
        {"Cases non vides parmi 16 : quatre domaines, côté public ou privé, échelle locale ou "
         "nationale. Une alliance ou un projet de la période tient une case quand une de ses "
         "parties est de ce côté et de cette échelle, et que le projet, à défaut la partie, est de "
         "ce domaine. Par case (measure=, domain=) : alliances et projets ; 0 est un trou. "
         "measure=evenness : entropie des cases sur celle de 16 égales ; "
         "measure=unknown_domain, unknown_side, unknown_scale : parties dont on ne le sait pas. "
         "Indéfini sans alliance ni projet.",
         "Non-empty cells among 16: four domains, public or private side, local or national "
         "scale. An alliance or a project of the window holds a cell when one of its parties is "
         "of this side and scale, and the project, else the party, is of this domain. By cell "
         "(measure=, domain=): alliances and projects; 0 is a hole. measure=evenness: entropy of "
         "the cells over that of 16 equal ones; measure=unknown_domain, unknown_side, "
         "unknown_scale: parties of which it is not known. Undefined without alliance and "
         "project."},
    .reading = {"{0} des cases sont tenues par au moins une alliance ou un projet.",
                "{0} of the cells are held by at least one alliance or project."},
    .limits = {"Une case vide peut l’être faute d’avoir été notée : lire d’abord les parties dont "
               "le domaine ou l’échelle manque.",
               "A cell may be empty for want of being written down: read first the parties whose "
               "domain or scale is missing."},
    .source = "ours"}};

constexpr std::array<model::Table, 0> tables{};
constexpr std::string_view id = "triple_articulation_coverage";

/// Side and scale, in the order of the cells.
constexpr std::array<std::string_view, 4> corners{"public_local", "public_national",
                                                  "private_local", "private_national"};
constexpr std::size_t domains = model::domain_words.size();
using Cells = std::array<std::int64_t, corners.size() * domains>;

/// Academic and other bodies may be of either side.
std::optional<std::size_t> side_of(model::Kind kind) {
    switch (kind) {
        case model::Kind::public_body:
            return 0;
        case model::Kind::company:
        case model::Kind::association:
        case model::Kind::citizen:
            return 1;
        default:
            return std::nullopt;
    }
}

/// What is known of the alliances and projects of a window.
class Coverage {
  public:
    explicit Coverage(const Scope& scope) : scope_(scope) {
        for (const std::uint32_t i : scope.running_partnerships)
            see(scope.study.partnerships.incidence.members(i), {});
        for (const std::uint32_t i : running_experiments(scope))
            see(scope.study.experiments.incidence.members(i),
                scope.data.experiments.rows[i].domains);
    }

    Cells cells{};
    std::int64_t relations = 0, placed = 0;  ///< All, and those that hold a cell.
    std::set<std::uint32_t> unknown_domain, unknown_side, unknown_scale;

  private:
    const Scope& scope_;

    void see(std::span<const graph::Vertex> parties, model::WordSet<model::Domain> own) {
        std::array<bool, std::tuple_size_v<Cells>> held{};
        for (const graph::Vertex party : parties) {
            const model::Actor& actor = scope_.data.actors[party];
            const auto of = own.empty() ? actor.domains : own;
            const auto side = side_of(actor.kind);
            if (of.empty()) unknown_domain.insert(party);
            if (!side) unknown_side.insert(party);
            if (!actor.scale) unknown_scale.insert(party);
            if (!side || !actor.scale) continue;
            const std::size_t corner = 2 * *side + static_cast<std::size_t>(*actor.scale);
            for (std::size_t domain = 0; domain < domains; ++domain)
                if (of.has(static_cast<model::Domain>(domain)))
                    held[corner * domains + domain] = true;
        }
        for (std::size_t cell = 0; cell < cells.size(); ++cell) cells[cell] += held[cell];
        ++relations;
        placed += std::ranges::count(held, true) > 0 ? 1 : 0;
    }
};

/// Entropy of the cells over that of as many equal ones.
std::optional<double> evenness_of(const Cells& cells) {
    double total = 0, entropy = 0;
    for (const std::int64_t count : cells) total += static_cast<double>(count);
    if (total == 0) return std::nullopt;
    for (const std::int64_t count : cells) {
        const double p = static_cast<double>(count) / total;
        if (count > 0) entropy -= p * std::log(p);
    }
    return std::clamp(entropy / std::log(static_cast<double>(cells.size())), 0.0, 1.0);
}

void write_cells(const Coverage& coverage, Results& results) {
    for (std::size_t corner = 0; corner < corners.size(); ++corner)
        for (std::size_t domain = 0; domain < domains; ++domain) {
            const KeyParts key{{KeyName::measure, corners[corner]},
                               {KeyName::domain, model::domain_words[domain].code}};
            Estimate& row = results.value(
                id, key, static_cast<double>(coverage.cells[corner * domains + domain]));
            row.unit = "count";
            row.n = coverage.relations;
        }
}

void write_unknown(const Coverage& coverage, Results& results) {
    const auto write = [&](std::string_view measure, const std::set<std::uint32_t>& actors) {
        results.value(id, {{KeyName::measure, measure}}, static_cast<double>(actors.size())).unit =
            "count";
    };
    write("unknown_domain", coverage.unknown_domain);
    write("unknown_side", coverage.unknown_side);
    write("unknown_scale", coverage.unknown_scale);
}

void compute_coverage(const Scope& scope, Results& results) {
    const bool has_domains = scope.data.has_column(model::Table::actors, "domains") ||
                             scope.data.has_column(model::Table::experiments, "domains");
    if (!has_domains || !scope.data.has_column(model::Table::actors, "scale")) {
        results.without_value(id, {}, Status::no_data, "column_absent");
        return;
    }
    const Coverage coverage(scope);
    const auto held = std::ranges::count_if(coverage.cells, [](auto count) { return count > 0; });
    // Sixteen cells, as soon as there is something to put in them.
    const auto cells = coverage.relations > 0 ? std::ssize(coverage.cells) : 0;
    Estimate& row = results.share(id, {}, held, cells, "no_relation");
    row.n_effective = coverage.placed;
    if (coverage.relations > 0)
        row.coverage =
            static_cast<double>(coverage.placed) / static_cast<double>(coverage.relations);
    const KeyParts even{{KeyName::measure, "evenness"}};
    if (const auto evenness = evenness_of(coverage.cells))
        results.value(id, even, *evenness).n = coverage.placed;
    else
        results.undefined(id, even, coverage.relations > 0 ? "zero_total" : "no_relation");
    write_cells(coverage, results);
    write_unknown(coverage, results);
}

}  // namespace

extern const Entry territory_triple_articulation;
const Entry territory_triple_articulation{"R2", metrics_of_entry, tables, compute_coverage};

}  // namespace maillage::metrics
