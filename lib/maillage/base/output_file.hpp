#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace maillage::base {

enum class Overwrite : unsigned char { refuse, replace };

/// The one writer of every output file: an output is entirely old or entirely new.
///
/// Construction checks the target (directory exists and is writable; target absent or to be
/// replaced; neither a directory nor a symbolic link) before anything is computed. `commit` writes
/// a temporary beside it, each call checked, then fsync, rename, fsync of the directory. Without
/// `commit`, nothing is left behind.
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
    std::filesystem::path temporary_;
    std::string pending_;
    int descriptor_ = -1;

    void flush();
};

/// Writes a whole text through an OutputFile.
void write_file(const std::filesystem::path& target, std::string_view bytes, Overwrite overwrite);

/// Removes the temporaries of outputs under way; async-signal-safe, for the handler of SIGINT and
/// SIGTERM.
void remove_temporaries() noexcept;

}  // namespace maillage::base
