#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include <maillage/drawing/figures.hpp>
#include <maillage/drawing/roles.hpp>
#include <maillage/graph/block_cut_tree.hpp>

namespace maillage::drawing {

namespace {

using metrics::KeyName;

/// Actors without whom, and without what leaves with them, a piece keeps its largest part only.
std::vector<std::int64_t> cut_off(const graph::CompressedGraph& ties) {
    const graph::BlockCutTree tree(ties);
    std::vector<std::int64_t> largest(ties.vertices(), 0), lost(ties.vertices(), 0);
    for (std::size_t block = 0; block < tree.blocks(); ++block)
        for (std::size_t i = 0; i < tree.members(block).size(); ++i) {
            const graph::Vertex v = tree.members(block)[i];
            const std::int64_t branch =
                std::int64_t{tree.component_size(v)} - tree.weights(block)[i];
            largest[v] = std::max(largest[v], branch);
        }
    for (graph::Vertex v = 0; v < lost.size(); ++v)
        if (tree.is_cut(v)) lost[v] = std::int64_t{tree.component_size(v)} - 1 - largest[v];
    return lost;
}

/// The rows of actors in a key, written "12" or "12|34".
std::vector<std::uint32_t> rows_in(std::string_view label) {
    std::vector<std::uint32_t> rows;
    while (!label.empty()) {
        const std::size_t end = std::min(label.find('|'), label.size());
        std::uint32_t row = 0;
        std::from_chars(label.data(), label.data() + end, row);
        rows.push_back(row);
        label.remove_prefix(std::min(end + 1, label.size()));
    }
    std::ranges::sort(rows);
    return rows;
}

class Reader {
  public:
    explicit Reader(const Viewpoint& from) {
        // Rows instead of ids: what is read back needs no rule about the bytes of ids.
        metrics::Request request = from.request;
        request.actor_label = [](model::ActorId actor) { return std::to_string(actor.index); };
        const Figures figures(
            {request, from.scope, from.naming, from.options},
            {"fragility_articulation", "fragility_bridges", "emergence_brokerage_roles"},
            metrics::Detail::rows);
        roles_.articulations = figures.count("fragility_articulation").value_or(0);
        roles_.bridges = figures.count("fragility_bridges").value_or(0);
        for (const metrics::Estimate& row : figures.rows()) read(row);
        read_cut_off(from.scope);
    }

    Roles run() {
        for (auto& [actors, passage] : passages_)
            (actors.size() == 1 ? roles_.actors : roles_.ties).push_back(std::move(passage));
        std::ranges::sort(roles_.between);
        return std::move(roles_);
    }

  private:
    Roles roles_;
    std::map<std::vector<std::uint32_t>, Passage> passages_;

    void read(const metrics::Estimate& row) {
        const auto actor = metrics::key_part(row.key, KeyName::actor),
                   pair = metrics::key_part(row.key, KeyName::actors),
                   measure = metrics::key_part(row.key, KeyName::measure);
        if ((!actor && !pair) || !row.value) return;
        const std::vector<std::uint32_t> actors = rows_in(actor ? *actor : *pair);
        if (row.metric == "emergence_brokerage_roles") {
            if (measure && *measure == "liaison" && *row.value > 0)
                roles_.between.push_back(actors.front());
            return;
        }
        Passage& passage = passages_[actors];
        passage.actors = actors;
        if (measure && *measure == "kept")
            passage.kept = std::lround(100 * *row.value);
        else if (!measure && pair)
            passage.cut_off = static_cast<std::int64_t>(*row.value);
    }

    void read_cut_off(const metrics::Scope& scope) {
        const std::vector<std::int64_t> lost = cut_off(scope.ties());
        std::size_t vertex = 0;
        scope.view.partnerships.actors.for_each([&](std::uint32_t actor) {
            const auto found = passages_.find({actor});
            if (found != passages_.end()) found->second.cut_off = lost[vertex];
            ++vertex;
        });
    }
};

}  // namespace

Roles read_roles(const Viewpoint& from) {
    return Reader(from).run();
}

}  // namespace maillage::drawing
