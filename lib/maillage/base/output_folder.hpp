#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <maillage/base/output_file.hpp>

namespace maillage::base {

/// A folder of files as one output: entirely old or entirely new.
///
/// Construction checks the target before anything is computed: its parent exists, and it is absent,
/// or to be replaced and holds only what we wrote: its file `.maillage` names the rest, so neither
/// a folder nor a file of somebody else is ever removed. `commit` writes the files, kept in memory
/// until then, to a temporary folder beside it, each fsynced, then renames that folder, or
/// exchanges it with the old one, which is removed last. SIGINT and SIGTERM wait for the end of
/// `commit`.
///
/// Errors   OutputError, with the cause and the folder or file named.
class OutputFolder {
  public:
    OutputFolder(std::filesystem::path target, Overwrite overwrite);

    /// `name` has no directory and is not `.maillage`.
    void add(std::string name, std::string bytes);
    void commit();

  private:
    struct File {
        std::string name, bytes;
    };
    std::filesystem::path target_;
    std::vector<File> files_;
    bool replaces_ = false;

    [[nodiscard]] std::string mark() const;
    void write_files(int folder) const;
    void put_in_place(int parent, const char* temporary) const;
};

}  // namespace maillage::base
