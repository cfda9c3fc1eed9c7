#include <algorithm>
#include <cmath>
#include <string>

#include <maillage/base/random.hpp>
#include <maillage/metrics/deletion.hpp>

namespace maillage::metrics {

std::vector<std::uint32_t> rows_deleted(std::vector<std::uint32_t> candidates,
                                        const Deletion& deletion, std::string_view table,
                                        std::uint64_t seed) {
    const auto wanted = static_cast<std::size_t>(
        std::lround(deletion.share * static_cast<double>(candidates.size())));
    base::RandomStream stream(seed, "deletion of " + std::string(table), deletion.draw);
    stream.shuffle(candidates);
    candidates.resize(std::min(candidates.size(), std::max<std::size_t>(wanted, 1)));
    return candidates;
}

}  // namespace maillage::metrics
