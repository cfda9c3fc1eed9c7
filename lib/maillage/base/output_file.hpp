#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include <maillage/base/message.hpp>

namespace maillage::base {

enum class Overwrite : unsigned char { refuse, replace };

/// The one writer of every output file: an output is entirely old or entirely new.
///
/// Construction checks the target (directory exists and is writable; target absent or to be
/// replaced; an ordinary file, not a directory nor a symbolic link) before anything is computed.
/// Bytes go to a temporary beside the target, each call checked; `commit` ends it: fsync, rename,
/// fsync of the directory. Without `commit`, nothing is left behind. What a killed program left is
/// removed by the next one that writes there.
///
/// Errors   OutputError, with the cause and the file named.
class OutputFile {
  public:
    OutputFile(std::filesystem::path target, Overwrite overwrite);
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;
    ~OutputFile();

    void write(std::string_view bytes);
    void commit();

  private:
    std::filesystem::path target_;
    Overwrite overwrite_;
    int directory_ = -1;
    int temporary_ = -1;
    std::uint32_t slot_ = 0;  ///< The number in the name of the temporary.
    std::string pending_;

    void flush();
    void put_in_place();
    void discard() noexcept;
    [[noreturn]] void fail(int error);
};

/// Writes a whole text through an OutputFile.
void write_file(const std::filesystem::path& target, std::string_view bytes, Overwrite overwrite);

/// Throws unless the directory of an output exists and may be written to.
void check_output_directory(const std::filesystem::path& directory);

/// Why something could not be written, from `errno`: S011 to S019.
[[nodiscard]] Message write_failure(int error, std::string_view name);

/// Removes the temporaries of outputs under way; async-signal-safe, for the handler of SIGINT and
/// SIGTERM.
void remove_temporaries() noexcept;

}  // namespace maillage::base
