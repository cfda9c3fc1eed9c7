#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <maillage/model/dataset.hpp>

namespace maillage::privacy {

/// One output in which persons were named, and why.
struct AuditEntry {
    std::string_view command;
    std::string output;  ///< Name of the file, without directories.
    std::vector<std::pair<std::string_view, std::string>> options;
    std::string reason;
};

/// Adds one line of JSON to the audit log: command, output, options, reason, and the SHA-256 of
/// the inputs. It holds no personal data and no clock. The line is added whole, and is on the disk
/// when this returns; nothing already in the file is touched.
///
/// Errors   OutputError.
void append_audit(const std::filesystem::path& log, const AuditEntry& entry,
                  const model::Dataset& data);

}  // namespace maillage::privacy
