#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <system_error>
#include <thread>
#include <vector>

#include <maillage/base/threads.hpp>

namespace maillage::base {

void parallel_for(std::size_t count, unsigned threads,
                  const std::function<void(std::size_t)>& task) {
    if (threads == 0) threads = std::max(1U, std::thread::hardware_concurrency());
    if (threads == 1 || count <= 1) {
        for (std::size_t i = 0; i < count; ++i) task(i);
        return;
    }
    std::atomic<std::size_t> next = 0;
    std::mutex mutex;
    std::size_t failed_at = count;
    std::exception_ptr failure;
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) {
            try {
                task(i);
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (i < failed_at) {
                    failed_at = i;
                    failure = std::current_exception();
                }
            }
        }
    };
    {
        std::vector<std::jthread> team;
        const std::size_t helpers = std::min<std::size_t>(threads, count) - 1;
        team.reserve(helpers);
        try {
            for (std::size_t t = 0; t < helpers; ++t) team.emplace_back(work);
        } catch (const std::system_error&) {
            // No more may be started: those that run do the work, with the same digits.
        }
        work();
    }
    if (failure) std::rethrow_exception(failure);
}

}  // namespace maillage::base
