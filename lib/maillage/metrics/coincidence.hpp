#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/graph/ranges.hpp>
#include <maillage/inference/curveball.hpp>
#include <maillage/metrics/estimate.hpp>
#include <maillage/metrics/study.hpp>

namespace maillage::metrics {

class Results;

/// Who is in what, in one scope: what coincidence deals out again.
struct TwoModeTable {
    const graph::Incidence& network;           ///< Relations x vertices.
    std::span<const std::uint32_t> relations;  ///< Rows of the dataset, beside `network`.
    const graph::Ranges& actors;               ///< A vertex is the rank of an actor in this set.
    const Family& family;
    std::function<const model::Relation&(std::uint32_t row)> row;
    enum class Blocks : std::uint8_t { territory, territory_and_year };
    Blocks blocks;
};

/// The territory of each relation of a table: its first place, else where most of its members sit,
/// the first in the order of territories among equals.
[[nodiscard]] std::vector<model::TerritoryId> homes_of(const model::Dataset& data,
                                                       const TwoModeTable& table);

/// Labels from 0 of its blocks, which have 6 relations or more each: a smaller one joins the next.
[[nodiscard]] std::vector<std::uint32_t> blocks_of(const model::Dataset& data,
                                                   const TwoModeTable& table);

/// What coincidence alone would give for the figures of a table (docs/method/curveball.md).
///
/// Undefined  No draws when the study asks for none, under 6 relations or 10 actors, or when the
///            draws would hold over 5 * 10^7 memberships or 5 * 10^8 couples of members.
/// Random     Seed of the request, `name` and `scope`; same on any number of threads.
class Coincidence {
  public:
    Coincidence(const Study& study, const TwoModeTable& table, std::string_view name,
                std::string_view scope);

    [[nodiscard]] bool is_drawn() const { return draws_.has_value(); }
    [[nodiscard]] std::size_t draws() const { return draws_ ? draws_->size() : 0; }
    /// Tells how the draws were made; or why there are none, where that is not by request.
    void say_how(Results& results) const;
    /// Shows every draw with its number. Called from several threads.
    void for_each_table(
        const std::function<void(std::size_t, const graph::Incidence&)>& visit) const;
    /// Sets a record beside the statistic of every draw: it becomes a compared figure, or a counted
    /// one and a note when there are no draws.
    void compare(Results& results, Estimate& row,
                 const std::function<double(const graph::Incidence&)>& statistic) const;
    /// The same beside what `statistics` gave.
    void compare(Results& results, Estimate& row, std::vector<double> draws) const;

    /// Several statistics of every draw, taken together: `of` writes those of one table. A list for
    /// each statistic, empty when there are no draws. Called from several threads.
    [[nodiscard]] std::vector<std::vector<double>> statistics(
        std::size_t count,
        const std::function<void(const graph::Incidence&, std::span<double>)>& of) const;

  private:
    const Study& study_;
    std::string name_;
    std::string_view reason_;  ///< Code of the note that says why there are no draws.
    std::optional<inference::Draws> draws_;

    [[nodiscard]] unsigned threads() const;
};

}  // namespace maillage::metrics
