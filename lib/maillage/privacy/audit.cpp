#include <cerrno>
#include <map>

#include <fcntl.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_file.hpp>
#include <maillage/privacy/audit.hpp>

namespace maillage::privacy {

namespace {

std::string line_of(const AuditEntry& entry, const model::Dataset& data) {
    nlohmann::ordered_json line;
    line["command"] = entry.command;
    line["output"] = entry.output;
    line["persons"] = "identified";
    line["reason"] = entry.reason;
    line["options"] = nlohmann::ordered_json::array();
    for (const auto& [name, value] : entry.options)
        line["options"].push_back(value.empty() ? std::string(name)
                                                : std::string(name) + "=" + value);
    line["inputs"] = nlohmann::ordered_json::array();
    std::map<std::string_view, std::string_view> inputs;  // one file may fill two tables
    for (const model::TableInfo& table : data.tables)
        if (table.present) inputs[table.file] = table.sha256;
    for (const auto& [file, sha256] : inputs)
        line["inputs"].push_back({{"file", file}, {"sha256", sha256}});
    return line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

/// One write, so that two programs do not mix their lines. 0 or the cause.
int append(int file, std::string_view line) {
    const ssize_t written = ::write(file, line.data(), line.size());
    if (written < 0) return errno;
    if (static_cast<std::size_t>(written) != line.size()) return ENOSPC;
    return ::fsync(file) == 0 ? 0 : errno;
}

}  // namespace

void append_audit(const std::filesystem::path& log, const AuditEntry& entry,
                  const model::Dataset& data) {
    constexpr int flags = O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC;
    const int file = ::open(log.c_str(), flags, 0666);
    int error = file < 0 ? errno : append(file, line_of(entry, data));
    if (file >= 0 && ::close(file) != 0 && error == 0) error = errno;
    if (error != 0) throw base::OutputError(base::write_failure(error, log.string()));
}

}  // namespace maillage::privacy
