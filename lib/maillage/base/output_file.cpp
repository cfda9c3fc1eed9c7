#include <array>
#include <cassert>
#include <cerrno>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/file_calls.hpp>
#include <maillage/base/output_file.hpp>
#include <maillage/base/temporaries.hpp>
#include <maillage/base/text.hpp>

// A program that dies while it writes over a file leaves half of it, and one that never looks at
// the result of close() calls a full disk a success. Hence: write beside the target, look at every
// call, have the bytes on the disk (fsync) before the name points to them (rename), then have the
// name on the disk too. A failed fsync is final: the kernel may have dropped the bytes.
namespace maillage::base {

namespace {

constexpr std::size_t buffer_size = std::size_t{1} << 20;

std::string shown(const std::filesystem::path& path) {
    return printable(path.string());
}

std::filesystem::path directory_of(const std::filesystem::path& target) {
    return target.has_parent_path() ? target.parent_path() : ".";
}

void check_target(const std::filesystem::path& target, Overwrite overwrite) {
    const auto refuse = [&](std::string_view code) {
        throw OutputError({code, {shown(target)}, {}});
    };
    check_output_directory(directory_of(target));
    if (!target.has_filename()) refuse("S005");
    struct stat found {};
    if (lstat(target.c_str(), &found) != 0) {
        if (errno != ENOENT) throw OutputError(write_failure(errno, target.string()));
        return;
    }
    if (S_ISDIR(found.st_mode)) refuse("S005");
    if (S_ISLNK(found.st_mode)) refuse("S006");
    if (!S_ISREG(found.st_mode)) refuse("S007");
    if (overwrite == Overwrite::refuse) refuse("S004");
}

}  // namespace

OutputFile::OutputFile(std::filesystem::path target, Overwrite overwrite)
    : target_(std::move(target)), overwrite_(overwrite) {
    check_target(target_, overwrite_);
    directory_ = open(directory_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (directory_ < 0) fail(errno);
}

OutputFile::~OutputFile() {
    discard();
}

void OutputFile::write(std::string_view bytes) {
    assert(directory_ >= 0 && "written after commit");
    pending_ += bytes;
    if (pending_.size() >= buffer_size) flush();
}

void OutputFile::flush() {
    if (temporary_ < 0) {
        const Temporary made = make_temporary(directory_, TemporaryKind::file);
        if (made.descriptor < 0) fail(errno);
        temporary_ = made.descriptor;
        slot_ = made.slot;
        remember(directory_, slot_);
    }
    if (const int error = write_all(temporary_, pending_); error != 0) fail(error);
    pending_.clear();
}

void OutputFile::commit() {
    flush();
    if (fsync(temporary_) != 0) fail(errno);
    put_in_place();
    if (const int error = sync_directory(directory_); error != 0) fail(error);
    discard();
}

void OutputFile::put_in_place() {
    // Once renamed, the name of the temporary may belong to somebody else.
    forget(directory_, slot_);
    const TemporaryName name(slot_);
    const std::string target = target_.filename().string();
    // Whoever does not overwrite loses to a neighbour that was faster.
    const int error = overwrite_ == Overwrite::refuse
                          ? rename_to_new(directory_, name.c_str(), target.c_str())
                          : rename_plainly(directory_, name.c_str(), target.c_str());
    if (error != 0) fail(error);
    close(std::exchange(temporary_, -1));
}

void OutputFile::discard() noexcept {
    if (temporary_ >= 0) {
        forget(directory_, slot_);
        unlinkat(directory_, TemporaryName(slot_).c_str(), 0);
        close(std::exchange(temporary_, -1));
    }
    if (directory_ >= 0) close(std::exchange(directory_, -1));
}

void OutputFile::fail(int error) {
    discard();
    if (error == EEXIST) throw OutputError({"S004", {shown(target_)}, {}});
    throw OutputError(write_failure(error, target_.string()));
}

void write_file(const std::filesystem::path& target, std::string_view bytes, Overwrite overwrite) {
    OutputFile file(target, overwrite);
    file.write(bytes);
    file.commit();
}

void check_output_directory(const std::filesystem::path& directory) {
    std::error_code error;
    if (!std::filesystem::is_directory(directory, error))
        throw OutputError({"S003", {shown(directory)}, {}});
    if (faccessat(AT_FDCWD, directory.c_str(), W_OK | X_OK, AT_EACCESS) != 0)
        throw OutputError(write_failure(errno, directory.string()));
}

Message write_failure(int error, std::string_view name) {
    struct Cause {
        int error;
        std::string_view code;
    };
    static constexpr std::array<Cause, 10> causes{{{EACCES, "S011"},
                                                   {EPERM, "S011"},
                                                   {EROFS, "S012"},
                                                   {ENOSPC, "S013"},
                                                   {EDQUOT, "S014"},
                                                   {EFBIG, "S015"},
                                                   {EIO, "S016"},
                                                   {EMFILE, "S017"},
                                                   {ENFILE, "S017"},
                                                   {ENAMETOOLONG, "S018"}}};
    for (const Cause& cause : causes)
        if (cause.error == error) return {cause.code, {printable(name)}, {}};
    const std::string words = std::generic_category().message(error);
    return {"S019", {printable(name), std::to_string(error) + ", " + words}, {}};
}

}  // namespace maillage::base
