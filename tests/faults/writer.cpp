#include <csignal>
#include <cstdio>
#include <string>
#include <string_view>

#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_file.hpp>

// Writes one output as the program does: `fault_writer FILE LETTER [overwrite]` fills the file with
// 3 MB of the letter. Signals and exit codes are those of tools/maillage.cpp.
using namespace maillage::base;

namespace {

void interrupted(int signal) {
    remove_temporaries();
    _exit(128 + signal);
}

}  // namespace

int main(int count, char** words) {
    if (count < 3) return 2;
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGINT, interrupted);
    std::signal(SIGTERM, interrupted);
    try {
        OutputFile file(words[1], count > 3 ? Overwrite::replace : Overwrite::refuse);
        for (int i = 0; i < 3000; ++i) file.write(std::string(1000, words[2][0]));
        file.commit();
    } catch (const Error& error) {
        std::fprintf(stderr, "%s\n", error.what());
        return error.exit_code();
    }
}
