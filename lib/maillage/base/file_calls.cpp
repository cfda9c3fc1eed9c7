#include <cerrno>
#include <cstdio>

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/file_calls.hpp>

namespace maillage::base {

namespace {

/// Network file systems and some of USB sticks know the plain rename only.
bool not_supported(int error) {
    return error == EINVAL || error == ENOSYS;
}

}  // namespace

int rename_plainly(int directory, const char* from, const char* to) noexcept {
    return renameat(directory, from, directory, to) == 0 ? 0 : errno;
}

int write_all(int descriptor, std::string_view bytes) noexcept {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return written < 0 ? errno : EIO;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

bool still_named(int descriptor, int directory, const char* name) noexcept {
    struct stat opened {};
    struct stat named {};
    return fstat(descriptor, &opened) == 0 &&
           fstatat(directory, name, &named, AT_SYMLINK_NOFOLLOW) == 0 &&
           opened.st_dev == named.st_dev && opened.st_ino == named.st_ino;
}

int sync_directory(int directory) noexcept {
    // Some file systems have nothing to do for a directory, and say so by EINVAL.
    return fsync(directory) == 0 || errno == EINVAL ? 0 : errno;
}

int rename_to_new(int directory, const char* from, const char* to) noexcept {
    if (renameat2(directory, from, directory, to, RENAME_NOREPLACE) == 0) return 0;
    if (!not_supported(errno)) return errno;
    struct stat found {};
    if (fstatat(directory, to, &found, AT_SYMLINK_NOFOLLOW) == 0) return EEXIST;
    return rename_plainly(directory, from, to);
}

int exchange(int directory, const char* one, const char* other) noexcept {
    if (renameat2(directory, one, directory, other, RENAME_EXCHANGE) == 0) return 0;
    if (!not_supported(errno)) return errno;
    // By three steps; a program killed between them leaves the old folder under this name.
    constexpr const char* aside = "maillage-old";
    if (const int error = rename_to_new(directory, other, aside); error != 0) return error;
    if (const int error = rename_plainly(directory, one, other); error != 0) {
        (void)rename_plainly(directory, aside, other);
        return error;
    }
    return rename_plainly(directory, aside, one);
}

void remove_flat_folder(int directory, const char* name) noexcept {
    const int folder = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder < 0) return;
    if (DIR* listing = fdopendir(folder); listing != nullptr) {
        while (const dirent* entry = readdir(listing)) unlinkat(folder, entry->d_name, 0);
        closedir(listing);
    } else {
        close(folder);
    }
    unlinkat(directory, name, AT_REMOVEDIR);
}

}  // namespace maillage::base
