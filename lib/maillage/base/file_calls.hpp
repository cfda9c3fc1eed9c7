#pragma once

#include <string_view>

// System calls on files as the writers of outputs need them; an `int` is 0 or the cause, `errno`.
namespace maillage::base {

/// Writes all bytes, whatever the number of calls.
[[nodiscard]] int write_all(int descriptor, std::string_view bytes) noexcept;

/// Has the entries of a directory on the disk.
[[nodiscard]] int sync_directory(int directory) noexcept;

/// Renames within a directory; a file of the new name is replaced.
[[nodiscard]] int rename_plainly(int directory, const char* from, const char* to) noexcept;
/// Renames within a directory; EEXIST when the new name is taken.
[[nodiscard]] int rename_to_new(int directory, const char* from, const char* to) noexcept;

/// Lets two folders of a directory change names.
[[nodiscard]] int exchange(int directory, const char* one, const char* other) noexcept;

/// Whether the name still leads to what was opened.
[[nodiscard]] bool still_named(int descriptor, int directory, const char* name) noexcept;

/// Removes a folder that holds files only; what else it holds stays.
void remove_flat_folder(int directory, const char* name) noexcept;

}  // namespace maillage::base
