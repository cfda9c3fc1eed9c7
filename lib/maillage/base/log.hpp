#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

namespace maillage::base {

enum class Verbosity : std::uint8_t { quiet, normal, steps, internals };

/// What a program says on standard error while it works. The library takes one as an argument and
/// never has one of its own.
class Log {
  public:
    explicit Log(Verbosity verbosity);
    ~Log();
    Log(Log&&) noexcept;
    Log& operator=(Log&&) noexcept;

    /// A step that begins, with the seconds since the start: shown from `steps`.
    void step(std::string_view text);
    /// Shown from `internals`.
    void detail(std::string_view text);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace maillage::base
