#pragma once

// Seven alliances of nine join bodies that had met before. Is that more than coincidence? Busy
// bodies both meet and ally: they come across each other whatever happens. So the table of who is
// in what is dealt out again, every body keeping its number of relations and every relation its
// number of members, and the figure is taken on many such tables: that is what coincidence alone
// gives.
//
// To deal: two relations lay down the members that they do not have in common and draw them again,
// each as many as before, like children who trade cards (curveball). A trade changes no margin, and
// is as likely as its reverse: repeated enough, every table with these margins is as likely as any
// other. In a round the relations are paired at random and every pair trades once; a trade with
// nothing to exchange counts as one.
//
// What it cannot do: with forbidden cells, or inside blocks, trades may not reach every table that
// the margins allow. And it keeps margins, nothing else: what makes two bodies meet again and
// again, as a common building, is not in it.
//
// Source   Strona et al. 2014, doi:10.1038/ncomms5114; uniform: Carstens 2015,
//          doi:10.1103/PhysRevE.91.042812; rounds: Carstens et al. 2018,
//          doi:10.4230/LIPIcs.ESA.2018.11; when to stop: Neal, arXiv:2305.04937.

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <maillage/base/random.hpp>
#include <maillage/graph/incidence.hpp>

namespace maillage::inference {

/// What the tables keep beside their margins.
struct Constraints {
    /// A label per relation: members are traded inside a block only. Empty: one block.
    std::vector<std::uint32_t> blocks;
    /// True for cells that may not be filled. Those that the observed table fills stay filled.
    /// Called from several threads. Empty: none.
    std::function<bool(std::uint32_t relation, graph::Vertex vertex)> forbids;
};

/// Labels from 0 such that no block has fewer than `least` relations: a smaller one joins that of
/// the next label, the last the one before it.
[[nodiscard]] std::vector<std::uint32_t> joined_blocks(std::span<const std::uint64_t> labels,
                                                       std::size_t least = 6);

/// Draws tables with the margins of an observed one.
///
/// Random   The number of rounds is set once, by a walk on the stream given: at least 10 (5 trades
///          a relation), and until the distance to the observed table has not grown over 5 rounds.
///          A table uses its own stream only.
/// Cost     O(memberships * rounds) time and O(memberships) memory for each table; nothing is
///          allocated by a trade.
class Curveball {
  public:
    Curveball(const graph::Incidence& observed, Constraints constraints, base::RandomStream walk);

    /// One table, relations and members as in the observed one.
    [[nodiscard]] graph::Incidence draw(base::RandomStream stream) const;

    struct Diagnostics {
        std::uint64_t rounds = 0, trades = 0;  ///< Of one table.
        std::uint64_t memberships = 0;
        std::uint64_t moved = 0;  ///< Memberships of the observed table absent after the walk.
    };
    [[nodiscard]] const Diagnostics& diagnostics() const { return diagnostics_; }

  private:
    friend class Draws;
    struct Walk;
    std::vector<std::uint64_t> offsets_{0};
    std::vector<graph::Vertex> members_;
    std::size_t vertices_;
    std::vector<std::vector<std::uint32_t>> blocks_;  ///< Relations; those of one are left out.
    std::function<bool(std::uint32_t, graph::Vertex)> forbids_;
    Diagnostics diagnostics_;

    void settle(base::RandomStream& stream);
    [[nodiscard]] std::uint64_t distance(std::span<const graph::Vertex> members) const;
    [[nodiscard]] graph::Incidence table(std::span<const graph::Vertex> members) const;
    void deal(std::span<graph::Vertex> members, base::RandomStream& stream) const;
    void deal_on_the_way(std::span<graph::Vertex> tables, base::RandomStream& stream) const;
};

/// `independent`: each table ends a walk of its own. `thinned`: all lie on one walk, the first
/// after as many rounds, each of the others a third of that after the one before; what is left of
/// the one in the other is small, and they cost a third (docs/method/deletion.md).
enum class Sampling : std::uint8_t { independent, thinned };

/// Tables, kept so that several statistics can be taken on the same ones.
///
/// Random   Independent table r depends on the seed, the purpose and r, a thinned one on those
///          before it too; never on the number of threads. A thinned walk keeps one thread busy.
/// Cost     4 bytes a membership and a table.
class Draws {
  public:
    Draws(const graph::Incidence& observed, Constraints constraints, std::size_t count,
          std::uint64_t seed, std::string_view purpose, unsigned threads,
          Sampling sampling = Sampling::independent);

    [[nodiscard]] std::size_t size() const { return count_; }
    [[nodiscard]] graph::Incidence table(std::size_t index) const;
    [[nodiscard]] const Curveball::Diagnostics& diagnostics() const {
        return curveball_.diagnostics();
    }

    /// Shows every table with its number. Called from several threads.
    void for_each_table(const std::function<void(std::size_t, const graph::Incidence&)>& visit,
                        unsigned threads) const;
    /// A statistic of every table, in their order. Called from several threads.
    [[nodiscard]] std::vector<double> statistic(
        const std::function<double(const graph::Incidence&)>& of, unsigned threads) const;

  private:
    Curveball curveball_;
    std::size_t count_;
    std::vector<graph::Vertex> members_;
};

}  // namespace maillage::inference
