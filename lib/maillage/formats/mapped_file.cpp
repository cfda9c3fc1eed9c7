#include <cerrno>
#include <string>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/formats/mapped_file.hpp>

namespace maillage::formats {

namespace {

[[noreturn]] void refuse(std::string_view name, int error) {
    const bool missing = error == ENOENT || error == ENOTDIR;
    throw base::InputError({missing ? "S001" : "S002", {std::string(name)}, {}});
}

struct Descriptor {
    explicit Descriptor(int opened) : number(opened) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() { ::close(number); }
    int number;
};

}  // namespace

MappedFile::MappedFile(const std::filesystem::path& path, std::string_view name) {
    // O_NONBLOCK: opening a named pipe that nobody writes to must not wait for ever.
    const int opened = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (opened < 0) refuse(name, errno);
    const Descriptor file(opened);
    struct stat about {};
    if (::fstat(file.number, &about) != 0) refuse(name, errno);
    if (!S_ISREG(about.st_mode)) refuse(name, EINVAL);
    if (about.st_size == 0) return;
    size_ = static_cast<std::size_t>(about.st_size);
    void* mapped = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE, file.number, 0);
    if (mapped == MAP_FAILED) refuse(name, errno);
    ::madvise(mapped, size_, MADV_SEQUENTIAL);
    data_ = static_cast<const char*>(mapped);
}

MappedFile::~MappedFile() {
    if (data_ != nullptr) ::munmap(const_cast<char*>(data_), size_);
}

}  // namespace maillage::formats
