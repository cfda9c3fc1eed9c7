#pragma once

#include <cstddef>
#include <filesystem>
#include <string_view>

namespace maillage::formats {

/// The bytes of a regular file, mapped for reading.
///
/// Errors   InputError when there is no such file, it is no regular file, or it cannot be read. A
///          file that another program cuts short while it is mapped ends the process (SIGBUS).
class MappedFile {
  public:
    /// `name` is what the error calls the file.
    MappedFile(const std::filesystem::path& path, std::string_view name);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::string_view bytes() const { return {data_, size_}; }

  private:
    const char* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace maillage::formats
