#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include <maillage/base/output_file.hpp>

#include "tools/arguments.hpp"

namespace maillage::tools {

/// A format a command can write.
struct FormatChoice {
    std::string_view id;      ///< As given to `-f`.
    std::string_view suffix;  ///< `.csv`; also accepted by `-f` without its point.
    bool binary = false;      ///< Never written to a terminal.
};

/// Where a result is to go and in what format, as typed.
struct Target {
    std::optional<std::string> path;  ///< Absent or `-`: standard output.
    std::optional<std::string> format;
    base::Overwrite overwrite = base::Overwrite::refuse;
};
/// `-o`, `-f`, `--overwrite`.
[[nodiscard]] Target target_of(const Arguments& arguments);

/// Where the one result of a command goes: a file, written whole or not at all, or standard output.
///
/// Construction checks everything that can be checked before any input is read: format and suffix
/// agree, the file may be written, no binary goes to a terminal.
/// Errors   UsageError, OutputError.
class Result {
  public:
    /// `on_terminal`, `in_pipe`: format when neither `-f` nor a suffix says one; empty: refused.
    Result(const Target& target, std::span<const FormatChoice> formats,
           std::string_view on_terminal, std::string_view in_pipe);

    [[nodiscard]] std::string_view format() const { return format_; }
    /// The file; nothing for standard output.
    [[nodiscard]] const std::optional<std::filesystem::path>& file() const { return file_; }
    void write(std::string_view bytes);

  private:
    std::optional<std::filesystem::path> file_;
    std::string_view format_;
    std::unique_ptr<base::OutputFile> output_;
};

/// Writes to standard output and makes sure it arrived. A reader that went away is no error.
///
/// Errors   OutputError, as when the disk is full.
void write_output(std::string_view bytes);

/// Columns of the terminal on standard output, 100 when it is none.
[[nodiscard]] std::size_t terminal_width();

}  // namespace maillage::tools
