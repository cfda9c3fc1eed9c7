#include <atomic>
#include <cerrno>
#include <string_view>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/file_calls.hpp>
#include <maillage/base/output_file.hpp>
#include <maillage/base/temporaries.hpp>

// Who owns a temporary is told by its lock (flock), which the kernel drops when the process ends,
// however it ends. A file whose lock can be taken belongs to nobody. Only the holder of the lock
// renames or removes the file, so a name looked up under the lock stays what it was.
namespace maillage::base {

namespace {

constexpr std::uint32_t most_slots = 1000;

/// The outputs under way, one word each so that a signal handler may read them: the descriptor of
/// the directory above, the slot below; 0 is free. Beyond 64 at once, the next run cleans up.
std::array<std::atomic<std::uint64_t>, 64> under_way{};
static_assert(std::atomic<std::uint64_t>::is_always_lock_free);

std::uint64_t word_of(int directory, std::uint32_t slot) {
    return (static_cast<std::uint64_t>(directory) << 32) | slot;
}

/// With the mode left by the umask; -1 when the name is taken.
int open_new(int directory, const char* name, TemporaryKind kind) {
    if (kind == TemporaryKind::file)
        return openat(directory, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (mkdirat(directory, name, 0777) != 0) return -1;
    const int descriptor = openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor >= 0) return descriptor;
    // Either a neighbour took it for a leftover, or it cannot be used.
    const int error = errno == ENOENT ? EEXIST : errno;
    unlinkat(directory, name, AT_REMOVEDIR);
    errno = error;
    return -1;
}

int create(int directory, const char* name, TemporaryKind kind) {
    const int descriptor = open_new(directory, name, kind);
    if (descriptor < 0) return -1;
    // Before the lock was ours, a neighbour may have taken the file for a leftover. Where the file
    // system has no locks, nobody removes anything.
    const bool taken = flock(descriptor, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    if (!taken && still_named(descriptor, directory, name)) return descriptor;
    close(descriptor);
    errno = EEXIST;
    return -1;
}

}  // namespace

TemporaryName::TemporaryName(std::uint32_t slot) noexcept {
    constexpr std::string_view prefix = ".maillage-tmp-";
    std::size_t end = prefix.copy(text_.data(), prefix.size());
    std::uint32_t unit = 1;
    while (slot / unit >= 10) unit *= 10;
    for (; unit > 0; unit /= 10) text_[end++] = static_cast<char>('0' + slot / unit % 10);
}

Temporary make_temporary(int directory, TemporaryKind kind) noexcept {
    for (std::uint32_t slot = 1; slot <= most_slots; ++slot) {
        const TemporaryName name(slot);
        int descriptor = create(directory, name.c_str(), kind);
        if (descriptor < 0 && errno == EEXIST) {
            remove_unowned(directory, slot, Owner::unknown);
            descriptor = create(directory, name.c_str(), kind);
        }
        if (descriptor >= 0) return {descriptor, slot};
        if (errno != EEXIST) break;
    }
    return {};
}

void remove_unowned(int directory, std::uint32_t slot, Owner owner) noexcept {
    const TemporaryName name(slot);
    const int descriptor =
        openat(directory, name.c_str(), O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0) return;
    const bool locked =
        flock(descriptor, LOCK_EX | LOCK_NB) == 0 || (owner == Owner::us && errno != EWOULDBLOCK);
    struct stat found {};
    if (locked && still_named(descriptor, directory, name.c_str()) &&
        fstat(descriptor, &found) == 0) {
        if (S_ISDIR(found.st_mode)) remove_flat_folder(directory, name.c_str());
        if (S_ISREG(found.st_mode)) unlinkat(directory, name.c_str(), 0);
    }
    close(descriptor);
}

void remember(int directory, std::uint32_t slot) noexcept {
    for (auto& place : under_way) {
        std::uint64_t nothing = 0;
        if (place.compare_exchange_strong(nothing, word_of(directory, slot))) return;
    }
}

void forget(int directory, std::uint32_t slot) noexcept {
    for (auto& place : under_way) {
        std::uint64_t word = word_of(directory, slot);
        if (place.compare_exchange_strong(word, 0)) return;
    }
}

void remove_temporaries() noexcept {
    const int error = errno;
    for (auto& place : under_way) {
        const std::uint64_t word = place.exchange(0);
        if (word == 0) continue;
        const TemporaryName name(static_cast<std::uint32_t>(word));
        unlinkat(static_cast<int>(word >> 32), name.c_str(), 0);
    }
    errno = error;
}

}  // namespace maillage::base
