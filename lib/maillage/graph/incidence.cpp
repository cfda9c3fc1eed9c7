#include <numeric>
#include <utility>

#include <maillage/graph/incidence.hpp>

namespace maillage::graph {

Incidence Incidence::Builder::finish() && {
    Incidence incidence;
    incidence.vertex_offsets_.assign(vertices_ + 1, 0);
    for (const Vertex member : members_) ++incidence.vertex_offsets_[member + 1];
    std::partial_sum(incidence.vertex_offsets_.begin(), incidence.vertex_offsets_.end(),
                     incidence.vertex_offsets_.begin());
    incidence.relations_.resize(members_.size());
    std::vector<std::uint64_t> next(incidence.vertex_offsets_.begin(),
                                    incidence.vertex_offsets_.end() - 1);
    for (std::uint32_t relation = 0; relation + 1 < offsets_.size(); ++relation)
        for (std::uint64_t at = offsets_[relation]; at < offsets_[relation + 1]; ++at)
            incidence.relations_[next[members_[at]]++] = relation;
    incidence.relation_offsets_ = std::move(offsets_);
    incidence.members_ = std::move(members_);
    return incidence;
}

}  // namespace maillage::graph
