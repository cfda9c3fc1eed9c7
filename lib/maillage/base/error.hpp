#pragma once

#include <stdexcept>
#include <string>
#include <utility>

#include <maillage/base/message.hpp>

namespace maillage::base {

/// A task that cannot be done. Caught once, in tools/maillage.cpp, which words it in the language
/// of the user and turns it into an exit code. `what()` is the English text.
class Error : public std::runtime_error {
  public:
    Error(Message message, int exit_code)
        : std::runtime_error(message.text(Language::english)),
          message_(std::move(message)),
          exit_code_(exit_code) {}

    [[nodiscard]] const Message& message() const { return message_; }
    [[nodiscard]] int exit_code() const { return exit_code_; }

  private:
    Message message_;
    int exit_code_;
};

/// The data hold errors and the task refuses them: exit code 1.
struct DataError : Error {
    explicit DataError(Message message) : Error(std::move(message), 1) {}
};
/// The command line or an argument of the library makes no sense: exit code 2.
struct UsageError : Error {
    explicit UsageError(Message message) : Error(std::move(message), 2) {}
};
/// A file cannot be found or read: exit code 3.
struct InputError : Error {
    explicit InputError(Message message) : Error(std::move(message), 3) {}
};
/// An output cannot be written whole: exit code 3, and what stood there is untouched.
struct OutputError : Error {
    explicit OutputError(Message message) : Error(std::move(message), 3) {}
};
/// A bound on memory, time or size was met: exit code 4.
struct LimitError : Error {
    explicit LimitError(Message message) : Error(std::move(message), 4) {}
};

}  // namespace maillage::base
