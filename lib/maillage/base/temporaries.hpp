#pragma once

#include <array>
#include <cstdint>

namespace maillage::base {

/// `.maillage-tmp-7`, made without allocation: a signal handler needs it too.
class TemporaryName {
  public:
    explicit TemporaryName(std::uint32_t slot) noexcept;
    [[nodiscard]] const char* c_str() const { return text_.data(); }

  private:
    std::array<char, 32> text_{};
};

enum class TemporaryKind : unsigned char { file, folder };

struct Temporary {
    int descriptor = -1;  ///< -1: none could be made, and `errno` says why.
    std::uint32_t slot = 0;
};

/// Makes a temporary in an open directory, under a lock that dies with the process. The slots are
/// tried from 1 upward, so what a dead process left is met, and removed, without listing the
/// directory.
[[nodiscard]] Temporary make_temporary(int directory, TemporaryKind kind) noexcept;

/// Removes, under the name of a slot, a temporary whose owner has let go of it: a file, or a folder
/// of files. `Owner::us` says that the caller made it, which settles the matter where the file
/// system has no locks.
enum class Owner : unsigned char { us, unknown };
void remove_unowned(int directory, std::uint32_t slot, Owner owner) noexcept;

/// Until `forget`, `remove_temporaries` removes a file.
void remember(int directory, std::uint32_t slot) noexcept;
void forget(int directory, std::uint32_t slot) noexcept;

}  // namespace maillage::base
