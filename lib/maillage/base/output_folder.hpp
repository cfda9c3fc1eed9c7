#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

#include <maillage/base/output_file.hpp>

namespace maillage::base {

/// A folder of files as one output: entirely old or entirely new.
///
/// Construction checks the target before anything is computed: its parent exists, it is absent, or
/// it is to be replaced and was made by us, which its file `.maillage` proves: a folder of somebody
/// else is never removed. Files are written to `NAME.tmp-...` beside it, each fsynced; `commit`
/// renames that folder, or exchanges it with the old one, which is removed last. SIGINT and SIGTERM
/// wait from the first file to the last.
///
/// Errors   OutputError, with the cause and the folder or file named.
class OutputFolder {
  public:
    OutputFolder(std::filesystem::path target, Overwrite overwrite);
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;
    ~OutputFolder();

    /// `name` has no directory.
    void add(std::string_view name, std::string_view bytes);
    void commit();

  private:
    std::filesystem::path target_, temporary_;
    std::vector<std::filesystem::path> files_;  ///< Written so far, in `temporary_`.
    bool replaces_ = false;

    void put_in_place();
    void discard() noexcept;
};

}  // namespace maillage::base
