#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_folder.hpp>

// Writes one output as the program does: `fault_writer file|folder PATH LETTER [overwrite]` fills
// it with 3 MB of the letter. Signals and exit codes are those of tools/maillage.cpp.
using namespace maillage::base;

namespace {

void interrupted(int signal) {
    remove_temporaries();
    _exit(128 + signal);
}

void write_file_of(const std::string& path, char letter, Overwrite overwrite) {
    OutputFile file(path, overwrite);
    for (int i = 0; i < 3000; ++i) file.write(std::string(1000, letter));
    file.commit();
}

void write_folder_of(const std::string& path, char letter, Overwrite overwrite) {
    OutputFolder folder(path, overwrite);
    for (const auto* name : {"a", "b", "c"}) folder.add(name, std::string(1'000'000, letter));
    folder.commit();
}

}  // namespace

int main(int count, char** words) {
    if (count < 4) return 2;
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGINT, interrupted);
    std::signal(SIGTERM, interrupted);
    const Overwrite overwrite = count > 4 ? Overwrite::replace : Overwrite::refuse;
    const auto write = words[1] == std::string_view("file") ? write_file_of : write_folder_of;
    try {
        write(words[2], words[3][0], overwrite);
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return error.exit_code();
    }
}
