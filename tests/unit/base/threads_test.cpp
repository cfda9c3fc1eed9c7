#include <atomic>
#include <stdexcept>
#include <string>
#include <vector>

#include <maillage/base/threads.hpp>

#include "support/catch.hpp"

using namespace maillage::base;

TEST_CASE("each task runs once on any number of threads") {
    for (const unsigned threads : {0U, 1U, 2U, 7U, 64U}) {
        for (const std::size_t count : {0U, 1U, 2U, 1000U}) {
            std::vector<std::atomic<int>> runs(count);
            parallel_for(count, threads, [&](std::size_t i) { ++runs[i]; });
            for (const auto& times : runs) REQUIRE(times == 1);
        }
    }
}

TEST_CASE("the failure of the first task that fails is told") {
    for (const unsigned threads : {1U, 2U, 8U}) {
        std::string told;
        try {
            parallel_for(100, threads, [](std::size_t i) {
                if (i % 10 == 3) throw std::runtime_error(std::to_string(i));
            });
        } catch (const std::runtime_error& error) {
            told = error.what();
        }
        CHECK(told == "3");
    }
}
