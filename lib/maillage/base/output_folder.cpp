#include <algorithm>
#include <cassert>
#include <cerrno>
#include <csignal>
#include <fstream>
#include <optional>
#include <set>
#include <system_error>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/file_calls.hpp>
#include <maillage/base/output_folder.hpp>
#include <maillage/base/temporaries.hpp>
#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view mark_name = ".maillage";
constexpr std::string_view mark_text =
    "Dossier écrit par maillage, qui peut le remplacer avec --overwrite. Ses fichiers :\n"
    "Folder written by maillage, which may replace it with --overwrite. Its files:\n";

[[noreturn]] void fail(const fs::path& path, int error) {
    if (error == EEXIST) throw OutputError({"S004", {printable(path.string())}, {}});
    throw OutputError(write_failure(error, path.string()));
}

void require(int error, const fs::path& path) {
    if (error != 0) fail(path, error);
}

struct Descriptor {
    explicit Descriptor(int opened) : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { close(number); }
    int number;
};

/// While it lives, SIGINT and SIGTERM wait: a handler could not list the files of a folder.
class SignalsHeld {
  public:
    SignalsHeld() {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, &before_);
    }
    SignalsHeld(const SignalsHeld&) = delete;
    SignalsHeld& operator=(const SignalsHeld&) = delete;
    ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  private:
    sigset_t before_{};
};

/// The folder to be replaced, under a lock: of two runs that replace it, one is told to wait.
/// Without a folder to be replaced, nothing.
class OldFolder {
  public:
    OldFolder(int parent, const fs::path& target) {
        constexpr int flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC;
        const std::string name = target.filename().string();
        descriptor_ = openat(parent, name.c_str(), flags);
        if (descriptor_ < 0) fail(target, errno);
        const bool taken = flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
        if (!taken && still_named(descriptor_, parent, name.c_str())) return;
        close(descriptor_);
        throw OutputError({"S010", {printable(target.string())}, {}});
    }
    OldFolder(const OldFolder&) = delete;
    OldFolder& operator=(const OldFolder&) = delete;
    ~OldFolder() { close(descriptor_); }

  private:
    int descriptor_ = -1;
};

/// A temporary folder. In the end what bears its name is removed: itself when it was not put in
/// place, the old folder after an exchange; never what a neighbour has made since.
class TemporaryFolder {
  public:
    explicit TemporaryFolder(int parent)
        : parent_(parent), made_(make_temporary(parent, TemporaryKind::folder)) {}
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        if (made_.descriptor < 0) return;
        close(made_.descriptor);
        remove_unowned(parent_, made_.slot, Owner::us);
    }
    [[nodiscard]] int descriptor() const { return made_.descriptor; }
    [[nodiscard]] TemporaryName name() const { return TemporaryName(made_.slot); }

  private:
    int parent_;
    Temporary made_;
};

fs::path parent_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

int write_file_in(int folder, const std::string& name, std::string_view bytes) {
    constexpr int flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    const int descriptor = openat(folder, name.c_str(), flags, 0666);
    if (descriptor < 0) return errno;
    const Descriptor file(descriptor);
    if (const int error = write_all(file.number, bytes); error != 0) return error;
    return fsync(file.number) == 0 ? 0 : errno;
}

/// The files that the mark of a folder names.
std::set<std::string> files_of_mark(const fs::path& mark) {
    std::ifstream stream(mark, std::ios::binary);
    std::string line;
    for (int i = 0; i < 2; ++i) std::getline(stream, line);
    std::set<std::string> names{std::string(mark_name)};
    while (std::getline(stream, line)) names.insert(line);
    return names;
}

/// A folder is replaced only when all that it holds was written by us.
void check_replaceable(const fs::path& folder) {
    if (!fs::is_directory(fs::symlink_status(folder)) || !fs::exists(folder / mark_name))
        throw OutputError({"S008", {printable(folder.string())}, {}});
    const std::set<std::string> ours = files_of_mark(folder / mark_name);
    std::set<std::string> theirs;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder))
        if (const std::string name = entry.path().filename().string(); !ours.contains(name))
            theirs.insert(name);
    if (!theirs.empty())
        throw OutputError({"S009", {printable(folder.string()), printable(*theirs.begin())}, {}});
}

}  // namespace

OutputFolder::OutputFolder(fs::path target, Overwrite overwrite) : target_(std::move(target)) {
    if (!target_.has_filename()) target_ = target_.parent_path();
    try {
        check_output_directory(parent_of(target_));
        if (!fs::exists(fs::symlink_status(target_))) return;
        if (overwrite == Overwrite::refuse) fail(target_, EEXIST);
        check_replaceable(target_);
    } catch (const fs::filesystem_error& error) {
        fail(target_, error.code().value());
    }
    replaces_ = true;
}

void OutputFolder::add(std::string name, std::string bytes) {
    assert(name != mark_name && name.find_first_of("/\n") == std::string::npos);
    files_.push_back({std::move(name), std::move(bytes)});
}

std::string OutputFolder::mark() const {
    std::string text(mark_text);
    for (const File& file : files_) text += file.name + "\n";
    return text;
}

void OutputFolder::write_files(int folder) const {
    for (const File& file : files_)
        require(write_file_in(folder, file.name, file.bytes), target_ / file.name);
    require(write_file_in(folder, std::string(mark_name), mark()), target_ / mark_name);
    require(sync_directory(folder), target_);
}

void OutputFolder::put_in_place(int parent, const char* temporary) const {
    const std::string name = target_.filename().string();
    // At no moment is there no folder of that name.
    require(replaces_ ? exchange(parent, temporary, name.c_str())
                      : rename_to_new(parent, temporary, name.c_str()),
            target_);
    require(sync_directory(parent), target_);
}

void OutputFolder::commit() {
    const SignalsHeld held;
    const Descriptor parent(open(parent_of(target_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (parent.number < 0) fail(target_, errno);
    const TemporaryFolder temporary(parent.number);
    if (temporary.descriptor() < 0) fail(target_, errno);
    write_files(temporary.descriptor());
    std::optional<OldFolder> old;
    if (replaces_) old.emplace(parent.number, target_);
    put_in_place(parent.number, temporary.name().c_str());
    files_.clear();
}

}  // namespace maillage::base
