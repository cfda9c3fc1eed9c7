#include <cstdio>

#include <maillage/maillage.hpp>

// Counts the metrics of the catalogue, and the actors of an empty dataset.
int main() {
    const maillage::model::Dataset data;
    maillage::metrics::Request request;
    request.metrics = {"actor_count"};
    const auto values = maillage::metrics::compute(data, request);
    std::printf(
        "%zu entries, %s\n", maillage::metrics::catalogue().size(),
        std::string(
            maillage::metrics::status_codes[static_cast<std::size_t>(values.rows.front().status)])
            .c_str());
}
