#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/metrics/estimate.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/metrics/scope.hpp>

namespace maillage::metrics {

using KeyParts = std::initializer_list<std::pair<KeyName, std::string_view>>;

/// Takes the records of one scope. A record is made by its metric id and key; unit, nature,
/// territory and period are filled in, and what does not apply stays absent.
class Results {
  public:
    explicit Results(const Scope& scope) : scope_(scope) {}

    /// A plain number. References stay valid until the next record is added.
    Estimate& value(std::string_view metric, KeyParts key, double value);
    /// numerator / denominator; undefined with `reason` when the denominator is 0. n is the
    /// denominator.
    Estimate& share(std::string_view metric, KeyParts key, std::int64_t numerator,
                    std::int64_t denominator, std::string_view reason);
    Estimate& without_value(std::string_view metric, KeyParts key, Status status,
                            std::string_view reason);
    Estimate& undefined(std::string_view metric, KeyParts key, std::string_view reason) {
        return without_value(metric, key, Status::undefined, reason);
    }
    /// A fact to be said beside the values, once.
    void note(std::string_view code, std::vector<std::string> arguments = {});
    /// How a table of this scope was drawn, once; territory and period are filled in.
    void drawn(DrawsMade made);

    /// True when rows per actor, event or project are wanted.
    [[nodiscard]] bool wants_rows() const { return scope_.study.request.detail == Detail::rows; }
    /// How an actor may be written in a key.
    [[nodiscard]] std::string actor(std::uint32_t index) const;
    /// The same for the vertices of `Scope::meetings`; empty when no rows are wanted.
    [[nodiscard]] std::vector<std::string> attendee_labels() const;

    std::vector<Estimate> rows;
    std::vector<base::Message> notes;
    std::vector<DrawsMade> draws;

  private:
    const Scope& scope_;
};

/// The adjusted p of a comparison that belongs to a family, as a row of its own beside it.
void write_adjusted_p(Results& results, std::string_view metric,
                      std::pair<KeyName, std::string_view> key, double adjusted);

/// How a pair is written in a key: both labels in byte order.
[[nodiscard]] std::string pair_label(const std::string& a, const std::string& b);

/// The smallest and largest value of a figure when any one unit is left out.
class LeaveOneOut {
  public:
    void see(double value);
    void write(Estimate& estimate) const;

  private:
    std::optional<double> low_, high_;
};

}  // namespace maillage::metrics
