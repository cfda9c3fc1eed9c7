#include <algorithm>

#include <maillage/graph/shared_relations.hpp>

namespace maillage::graph {

SharedRelations::SharedRelations(const Incidence& network)
    : network_(network), slots_(network.vertices(), 0) {}

void SharedRelations::move_to(Vertex vertex) {
    others_.clear();
    ends_.clear();
    const auto above = [&](std::uint32_t relation) {
        const auto members = network_.members(relation);
        return std::span<const Vertex>(std::ranges::upper_bound(members, vertex), members.end());
    };
    // First how many relations each shares, then where its own begin, then which they are.
    for (const std::uint32_t relation : network_.relations_of(vertex))
        for (const Vertex other : above(relation))
            if (slots_[other]++ == 0) others_.push_back(other);
    std::ranges::sort(others_);
    std::uint64_t first = 0;
    for (const Vertex other : others_) {
        const std::uint64_t count = slots_[other];
        slots_[other] = first;
        first += count;
        ends_.push_back(first);
    }
    relations_.resize(first);
    for (const std::uint32_t relation : network_.relations_of(vertex))
        for (const Vertex other : above(relation)) relations_[slots_[other]++] = relation;
    for (const Vertex other : others_) slots_[other] = 0;
}

Incidence transposed(const Incidence& network) {
    Incidence::Builder builder(network.relations());
    for (std::size_t vertex = 0; vertex < network.vertices(); ++vertex) {
        for (const std::uint32_t relation : network.relations_of(vertex)) builder.push(relation);
        builder.close_row();
    }
    return std::move(builder).finish();
}

}  // namespace maillage::graph
