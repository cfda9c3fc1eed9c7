#include <array>
#include <cmath>

#include <maillage/inference/intervals.hpp>
#include <maillage/metrics/results.hpp>

namespace maillage::metrics {

namespace {

constexpr std::array metrics_of_entry{Metric{
    .id = "benchmark_line",
    .dynamic = Dynamic::impacts,
    .tier = 1,
    .nature = FigureNature::counted,
    .unit = "share",
    .title = {"Repères venus d’ailleurs", "Figures from elsewhere"},
    .question = {"Que dit-on de cela ailleurs ?", "What is said of this elsewhere?"},
    .definition =
        {"Nombre de repères chiffrés du tableau des références ; la valeur de chacun (source= son "
         "identifiant), avec l’intervalle de Wilson à 95 % quand c’est une part et que son "
         "effectif est connu, sans intervalle sinon. Aucun test. Les mêmes pour tout territoire.",
         "Number of figures in the table of benchmarks; the value of each (source= its id), with "
         "Wilson's interval at 95% when it is a share and its n is known, without interval "
         "otherwise. No test. The same for every territory."},
    .reading = {"{0} repères à lire à côté de nos chiffres.", "{0} figures to read beside ours."},
    .limits = {"La question posée ailleurs est rarement la nôtre : lire les deux, ne jamais "
               "soustraire.",
               "The question asked elsewhere is seldom ours: read both, never subtract."},
    .source = "Wilson 1927, 10.1080/01621459.1927.10502953"}};

constexpr std::array tables{model::Table::benchmarks};
constexpr std::string_view id = "benchmark_line";

bool is_share(double value) {
    return value >= 0 && value <= 1;
}

void write_limits(Estimate& row, double share, double n) {
    const auto trials = std::llround(n);
    const auto limits = inference::wilson(std::llround(share * n), trials);
    row.n = trials;
    if (!limits) return;
    row.ci_low = limits->low;
    row.ci_high = limits->high;
    row.ci_method = "ci_wilson";
}

void compute_benchmarks(const Scope& scope, Results& results) {
    std::int64_t told = 0;
    for (const model::Benchmark& benchmark : scope.data.benchmarks) {
        if (!benchmark.value) continue;
        ++told;
        const KeyParts key{{KeyName::source, benchmark.id}};
        Estimate& row = results.value(id, key, *benchmark.value);
        if (!is_share(*benchmark.value))
            row.unit = "number";
        else if (benchmark.n)
            write_limits(row, *benchmark.value, *benchmark.n);
    }
    results.value(id, {}, static_cast<double>(told)).unit = "count";
}

}  // namespace

extern const Entry impacts_benchmarks;
const Entry impacts_benchmarks{"I5", metrics_of_entry, tables, compute_benchmarks};

}  // namespace maillage::metrics
