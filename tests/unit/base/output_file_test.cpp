#include <fstream>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_file.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage::base;
using maillage::test::content_of;
using maillage::test::Folder;

namespace {

/// The code with which a target is refused; empty when it is not.
std::string_view refusal(const std::filesystem::path& target, Overwrite overwrite) {
    try {
        write_file(target, "new", overwrite);
    } catch (const OutputError& error) {
        CHECK(error.exit_code() == 3);
        return error.message().code;
    }
    return {};
}

void put(const std::filesystem::path& file, std::string_view text) {
    std::ofstream(file) << text;
}

}  // namespace

TEST_CASE("an output is written whole, empty, small or large") {
    const Folder folder;
    for (const std::size_t size : {0U, 1U, (1U << 20) - 1, 1U << 20, 5'000'000U}) {
        const auto target = folder.path() / ("out" + std::to_string(size));
        std::string text(size, 'x');
        for (std::size_t i = 0; i < size; i += 997) text[i] = static_cast<char>('a' + i % 26);
        write_file(target, text, Overwrite::refuse);
        CHECK(content_of(target) == text);
    }
    CHECK(folder.entries() == 5);
}

TEST_CASE("an output written by pieces is the sum of its pieces") {
    const Folder folder;
    std::string expected;
    {
        OutputFile file(folder.path() / "out", Overwrite::refuse);
        for (int i = 0; i < 300'000; ++i) {
            const std::string line = "line " + std::to_string(i) + "\n";
            expected += line;
            file.write(line);
        }
        CHECK_FALSE(std::filesystem::exists(folder.path() / "out"));
        file.commit();
    }
    CHECK(content_of(folder.path() / "out") == expected);
    CHECK(folder.entries() == 1);
}

TEST_CASE("an output without commit leaves nothing behind") {
    const Folder folder;
    put(folder.path() / "out", "old");
    {
        OutputFile file(folder.path() / "out", Overwrite::replace);
        file.write(std::string(3'000'000, 'x'));
        CHECK(folder.entries() == 2);
    }
    CHECK(folder.entries() == 1);
    CHECK(content_of(folder.path() / "out") == "old");
}

TEST_CASE("targets that must not be written are refused before anything is written") {
    const Folder folder;
    const auto path = folder.path();
    put(path / "old", "old");
    std::filesystem::create_directory(path / "dir");
    std::filesystem::create_symlink("old", path / "link");
    std::filesystem::create_symlink("nowhere", path / "dangling");
    REQUIRE(mkfifo((path / "fifo").c_str(), 0600) == 0);
    CHECK(refusal(path / "old", Overwrite::refuse) == "S004");
    for (const auto overwrite : {Overwrite::refuse, Overwrite::replace}) {
        CHECK(refusal(path / "missing" / "out", overwrite) == "S003");
        CHECK(refusal(path / "old" / "out", overwrite) == "S003");
        CHECK(refusal(path / "dir", overwrite) == "S005");
        CHECK(refusal(path / "dir/", overwrite) == "S005");
        CHECK(refusal(path / "link", overwrite) == "S006");
        CHECK(refusal(path / "dangling", overwrite) == "S006");
        CHECK(refusal(path / "fifo", overwrite) == "S007");
        CHECK(refusal("/dev/full", overwrite) == "S007");
        CHECK(refusal(path / std::string(256, 'n'), overwrite) == "S018");
    }
    CHECK(content_of(path / "old") == "old");
    CHECK_FALSE(std::filesystem::exists(path / "nowhere"));
    CHECK(std::filesystem::is_empty(path / "dir"));
    CHECK(folder.entries() == 5);
}

TEST_CASE("the longest name a folder can hold is written") {
    const Folder folder;
    const auto target = folder.path() / std::string(255, 'n');
    write_file(target, "text", Overwrite::refuse);
    CHECK(content_of(target) == "text");
}

TEST_CASE("a target is replaced only when asked") {
    const Folder folder;
    put(folder.path() / "out", "old");
    write_file(folder.path() / "out", "new", Overwrite::replace);
    CHECK(content_of(folder.path() / "out") == "new");
    CHECK(folder.entries() == 1);
}

TEST_CASE("a target that appeared meanwhile is not overwritten") {
    const Folder folder;
    OutputFile file(folder.path() / "out", Overwrite::refuse);
    file.write("ours");
    put(folder.path() / "out", "theirs");
    CHECK_THROWS_AS(file.commit(), OutputError);
    CHECK(content_of(folder.path() / "out") == "theirs");
    CHECK(folder.entries() == 1);
}

TEST_CASE("the mode of an output follows the umask") {
    const Folder folder;
    for (const mode_t mask : {0022U, 0077U, 0002U}) {
        const mode_t before = umask(mask);
        write_file(folder.path() / "out", "x", Overwrite::replace);
        umask(before);
        struct stat found {};
        REQUIRE(stat((folder.path() / "out").c_str(), &found) == 0);
        CHECK((found.st_mode & 0777U) == (0666U & ~mask));
    }
}

TEST_CASE("two outputs of one folder do not disturb each other") {
    const Folder folder;
    OutputFile one(folder.path() / "one", Overwrite::refuse);
    OutputFile two(folder.path() / "two", Overwrite::refuse);
    const std::string large(2'000'000, '1');
    one.write(large);
    two.write(std::string(2'000'000, '2'));
    CHECK(folder.entries() == 2);
    two.commit();
    one.commit();
    CHECK(content_of(folder.path() / "one") == large);
    CHECK(content_of(folder.path() / "two") == std::string(2'000'000, '2'));
    CHECK(folder.entries() == 2);
}

TEST_CASE("what a dead program left is removed and what a living one writes is not") {
    const Folder folder;
    const auto leftover = folder.path() / ".maillage-tmp-1";
    put(leftover, "half an output");
    put(folder.path() / ".maillage-tmp-x", "not ours");
    write_file(folder.path() / "out", "text", Overwrite::refuse);
    CHECK_FALSE(std::filesystem::exists(leftover));
    CHECK(folder.entries() == 2);

    put(leftover, "being written");
    const int descriptor = open(leftover.c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(flock(descriptor, LOCK_EX | LOCK_NB) == 0);
    write_file(folder.path() / "out", "again", Overwrite::replace);
    CHECK(content_of(leftover) == "being written");
    CHECK(content_of(folder.path() / "out") == "again");
    close(descriptor);
}

TEST_CASE("a link in the place of a temporary is not followed") {
    const Folder folder;
    put(folder.path() / "victim", "precious");
    std::filesystem::create_symlink("victim", folder.path() / ".maillage-tmp-1");
    write_file(folder.path() / "out", "text", Overwrite::refuse);
    CHECK(content_of(folder.path() / "victim") == "precious");
    CHECK(content_of(folder.path() / "out") == "text");
}

TEST_CASE("an interrupted program removes its temporaries") {
    const Folder folder;
    OutputFile file(folder.path() / "out", Overwrite::refuse);
    file.write(std::string(2'000'000, 'x'));
    CHECK(folder.entries() == 1);
    remove_temporaries();
    CHECK(folder.entries() == 0);
}

TEST_CASE("the cause of a failure is said in two languages") {
    for (const int error :
         {EACCES, EROFS, ENOSPC, EDQUOT, EFBIG, EIO, EMFILE, ENAMETOOLONG, ELOOP}) {
        const Message message = write_failure(error, "a\nb.csv");
        INFO(message.code);
        CHECK(message.text(Language::french).find("a\\x0ab.csv") != std::string::npos);
        CHECK(message.text(Language::english).find("a\\x0ab.csv") != std::string::npos);
        CHECK(message.text(Language::english).find('{') == std::string::npos);
    }
    CHECK(write_failure(ENOSPC, "f").text(Language::english) == "\u201Cf\u201D: the disk is full");
}
