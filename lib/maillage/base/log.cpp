#include <chrono>
#include <memory>

#include <spdlog/logger.h>
#include <spdlog/sinks/stdout_sinks.h>

#include <maillage/base/log.hpp>
#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

spdlog::level::level_enum level_of(Verbosity verbosity) {
    switch (verbosity) {
        case Verbosity::internals:
            return spdlog::level::debug;
        case Verbosity::steps:
            return spdlog::level::info;
        case Verbosity::normal:
            return spdlog::level::warn;
        case Verbosity::quiet:
            break;
    }
    return spdlog::level::off;
}

}  // namespace

/// A logger of our own, never registered: the one of the whole process would write to standard
/// output, and mix with the results.
struct Log::State {
    spdlog::logger logger{"maillage", std::make_shared<spdlog::sinks::stderr_sink_mt>()};
    std::chrono::steady_clock::time_point start = std::chrono::steady_clock::now();
};

Log::Log(Verbosity verbosity) : state_(std::make_unique<State>()) {
    state_->logger.set_level(level_of(verbosity));
    state_->logger.set_pattern("%v");
    // A standard error that cannot be written to is no reason to fail, nor to say so there.
    state_->logger.set_error_handler([](const std::string&) {});
}

Log::~Log() = default;
Log::Log(Log&&) noexcept = default;
Log& Log::operator=(Log&&) noexcept = default;

void Log::step(std::string_view text) {
    if (!state_->logger.should_log(spdlog::level::info)) return;
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - state_->start;
    state_->logger.info("{:7.2f} s  {}", passed.count(), printable(text));
}

void Log::detail(std::string_view text) {
    if (!state_->logger.should_log(spdlog::level::debug)) return;
    state_->logger.debug("           {}", printable(text));
}

}  // namespace maillage::base
