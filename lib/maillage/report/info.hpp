#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/base/language.hpp>
#include <maillage/metrics/metric.hpp>
#include <maillage/model/dataset.hpp>

namespace maillage::report {

/// What a dataset holds, before any figure is read into it.
struct Overview {
    /// A family of relations: how many, and over which days they start.
    struct Relations {
        std::size_t count = 0, undated = 0;
        std::optional<base::Day> first, last;
    };
    /// Groups of actors linked step by step.
    struct Islands {
        std::size_t groups = 0;  ///< Of two actors or more.
        std::size_t largest = 0;
        std::size_t alone = 0;
    };
    /// How many rows say something that figures rest on.
    struct Coverage {
        std::string_view code;
        base::Words words;
        std::size_t part = 0, whole = 0;
    };
    /// Whether a metric has a value for the whole dataset, and why not.
    struct Answer {
        const metrics::Entry* entry = nullptr;
        const metrics::Metric* metric = nullptr;
        metrics::Status status = metrics::Status::ok;
        std::string_view reason;
    };

    std::optional<base::Day> as_of;
    std::array<std::size_t, model::kinds.size()> actors_by_kind{};
    std::size_t persons = 0;
    std::array<std::size_t, model::levels.size()> territories_by_level{};
    Relations events, partnerships, experiments;
    Islands meeting, allying;  ///< Legal ties left out.
    std::vector<Coverage> coverage;
    std::vector<Answer> answers;
};

/// Cost  One computation of the catalogue for the whole dataset.
[[nodiscard]] Overview overview(const model::Dataset& data);

[[nodiscard]] std::string info_as_text(const model::Dataset& data, const Overview& overview,
                                       std::span<const std::string> ignored_files,
                                       base::Language language);
[[nodiscard]] std::string info_as_json(const model::Dataset& data, const Overview& overview,
                                       std::span<const std::string> ignored_files);

}  // namespace maillage::report
