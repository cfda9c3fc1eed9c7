#include <cerrno>
#include <csignal>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_folder.hpp>
#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark_name = ".maillage";
constexpr std::string_view mark_text =
    "Dossier écrit par maillage, qui peut le remplacer avec --overwrite.\n"
    "Folder written by maillage, which may replace it with --overwrite.\n";

[[noreturn]] void fail(const fs::path& path, int error) {
    throw OutputError(write_failure(error, path.string()));
}

/// Data and directory entries reach the disk before the rename that shows them.
void sync_directory(const fs::path& path) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) fail(path, errno);
    const int error = ::fsync(descriptor) == 0 ? 0 : errno;
    ::close(descriptor);
    if (error != 0) fail(path, error);
}

int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// SIGINT and SIGTERM wait: a handler could not name the files of a folder half written.
void hold_signals(int how) {
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGINT);
    sigaddset(&signals, SIGTERM);
    pthread_sigmask(how, &signals, nullptr);
}

fs::path parent_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

/// Makes `NAME.tmp-...` with a suffix that is still free; its mode is that of the umask.
fs::path make_temporary(const fs::path& target) {
    for (int attempt = 0; attempt < 1000; ++attempt) {
        fs::path path = target;
        path += ".tmp-" + std::to_string(::getpid()) + "-" + std::to_string(attempt);
        if (::mkdir(path.c_str(), 0777) == 0) return path;
        if (errno != EEXIST) fail(path, errno);
    }
    fail(target, EEXIST);
}

}  // namespace

OutputFolder::OutputFolder(fs::path target, Overwrite overwrite) : target_(std::move(target)) {
    if (!target_.has_filename()) target_ = target_.parent_path();
    const fs::path parent = parent_of(target_);
    if (!fs::is_directory(parent)) throw OutputError({"S003", {printable(parent.string())}, {}});
    const fs::file_status status = fs::symlink_status(target_);
    if (!fs::exists(status)) return;
    if (overwrite == Overwrite::refuse)
        throw OutputError({"S004", {printable(target_.string())}, {}});
    if (!fs::is_directory(status) || !fs::exists(target_ / mark_name))
        throw OutputError({"S008", {printable(target_.string())}, {}});
    replaces_ = true;
}

OutputFolder::~OutputFolder() {
    discard();
}

void OutputFolder::add(std::string_view name, std::string_view bytes) {
    if (temporary_.empty()) {
        hold_signals(SIG_BLOCK);
        temporary_ = make_temporary(target_);
    }
    const fs::path path = temporary_ / name;
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int descriptor = ::open(path.c_str(), flags, 0666);
    if (descriptor < 0) fail(target_ / name, errno);
    files_.push_back(path);
    int error = write_all(descriptor, bytes);
    if (::close(descriptor) != 0 && error == 0) error = errno;
    if (error != 0) fail(target_ / name, error);
}

void OutputFolder::commit() {
    add(mark_name, mark_text);
    sync_directory(temporary_);
    put_in_place();
    sync_directory(parent_of(target_));
    if (replaces_) fs::remove_all(temporary_);  // now the old folder, which bears our mark
    temporary_.clear();
    hold_signals(SIG_UNBLOCK);
}

/// The exchange is one step: at no moment is there no folder of that name.
void OutputFolder::put_in_place() {
    const unsigned flags = replaces_ ? RENAME_EXCHANGE : RENAME_NOREPLACE;
    if (::renameat2(AT_FDCWD, temporary_.c_str(), AT_FDCWD, target_.c_str(), flags) != 0)
        fail(target_, errno);
}

void OutputFolder::discard() noexcept {
    if (temporary_.empty()) return;
    for (const fs::path& file : files_) ::unlink(file.c_str());
    ::rmdir(temporary_.c_str());
    hold_signals(SIG_UNBLOCK);
}

}  // namespace maillage::base
