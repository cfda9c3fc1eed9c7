#include <fstream>
#include <set>
#include <string>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_folder.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage::base;
using maillage::test::content_of;
using maillage::test::Folder;

namespace {

namespace fs = std::filesystem;

void write_two(const fs::path& target, Overwrite overwrite, const std::string& text) {
    OutputFolder folder(target, overwrite);
    folder.add("a.csv", text + "a");
    folder.add("b.csv", text + "b");
    folder.commit();
}

/// The code with which a target is refused; empty when it is not.
std::string_view refusal(const fs::path& target, Overwrite overwrite) {
    try {
        write_two(target, overwrite, "new");
    } catch (const OutputError& error) {
        return error.message().code;
    }
    return {};
}

void put(const fs::path& file, std::string_view text) {
    std::ofstream(file) << text;
}

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder))
        names.insert(entry.path().filename().string());
    return names;
}

using Names = std::set<std::string>;

}  // namespace

TEST_CASE("a folder is written whole with its mark") {
    const Folder folder;
    const mode_t before = umask(0027);
    write_two(folder.path() / "out", Overwrite::refuse, "text ");
    umask(before);
    CHECK(content_of(folder.path() / "out" / "a.csv") == "text a");
    CHECK(content_of(folder.path() / "out" / "b.csv") == "text b");
    CHECK(names_in(folder.path() / "out") == Names{".maillage", "a.csv", "b.csv"});
    CHECK(names_in(folder.path()) == Names{"out"});
    struct stat found {};
    REQUIRE(stat((folder.path() / "out").c_str(), &found) == 0);
    CHECK((found.st_mode & 0777U) == 0750U);
}

TEST_CASE("a folder of ours is replaced when that is asked for") {
    const Folder folder;
    {
        OutputFolder old(folder.path() / "out", Overwrite::refuse);
        old.add("gone.csv", "old");
        old.add("a.csv", "old");
        old.commit();
    }
    CHECK(refusal(folder.path() / "out", Overwrite::refuse) == "S004");
    write_two(folder.path() / "out/", Overwrite::replace, "new ");
    CHECK(names_in(folder.path() / "out") == Names{".maillage", "a.csv", "b.csv"});
    CHECK(content_of(folder.path() / "out" / "a.csv") == "new a");
    CHECK(names_in(folder.path()) == Names{"out"});
}

TEST_CASE("a folder or a file of somebody else is never removed") {
    const Folder folder;
    fs::create_directory(folder.path() / "theirs");
    put(folder.path() / "file", "text");
    CHECK(refusal(folder.path() / "theirs", Overwrite::replace) == "S008");
    CHECK(refusal(folder.path() / "file", Overwrite::replace) == "S008");
    CHECK(refusal(folder.path() / "missing" / "out", Overwrite::replace) == "S003");

    write_two(folder.path() / "out", Overwrite::refuse, "old ");
    put(folder.path() / "out" / "notes.txt", "mine");
    CHECK(refusal(folder.path() / "out", Overwrite::replace) == "S009");
    CHECK(content_of(folder.path() / "out" / "notes.txt") == "mine");
    CHECK(content_of(folder.path() / "out" / "a.csv") == "old a");

    fs::create_directory_symlink("out", folder.path() / "link");
    CHECK(refusal(folder.path() / "link", Overwrite::replace) == "S008");
}

TEST_CASE("a folder without commit leaves nothing behind") {
    const Folder folder;
    {
        OutputFolder out(folder.path() / "out", Overwrite::refuse);
        out.add("a.csv", "text");
    }
    CHECK(folder.entries() == 0);
}

TEST_CASE("a folder that appeared meanwhile is not replaced") {
    const Folder folder;
    OutputFolder out(folder.path() / "out", Overwrite::refuse);
    out.add("a.csv", "ours");
    fs::create_directory(folder.path() / "out");
    CHECK_THROWS_AS(out.commit(), OutputError);
    CHECK(names_in(folder.path()) == Names{"out"});
    CHECK(fs::is_empty(folder.path() / "out"));
}

TEST_CASE("a file that cannot be written leaves the old folder") {
    const Folder folder;
    write_two(folder.path() / "out", Overwrite::refuse, "old ");
    OutputFolder out(folder.path() / "out", Overwrite::replace);
    out.add("a.csv", "new");
    out.add(std::string(256, 'n'), "new");
    CHECK_THROWS_AS(out.commit(), OutputError);
    CHECK(names_in(folder.path()) == Names{"out"});
    CHECK(content_of(folder.path() / "out" / "a.csv") == "old a");
}

TEST_CASE("a folder left by a dead program is removed and one being written is not") {
    const Folder folder;
    const auto leftover = folder.path() / ".maillage-tmp-1";
    fs::create_directory(leftover);
    put(leftover / "a.csv", "half");
    write_two(folder.path() / "out", Overwrite::refuse, "new ");
    CHECK(names_in(folder.path()) == Names{"out"});

    fs::create_directory(leftover);
    put(leftover / "a.csv", "half");
    const int descriptor = open(leftover.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    REQUIRE(flock(descriptor, LOCK_EX | LOCK_NB) == 0);
    write_two(folder.path() / "out", Overwrite::replace, "again ");
    CHECK(content_of(leftover / "a.csv") == "half");
    CHECK(names_in(folder.path()) == Names{".maillage-tmp-1", "out"});
    close(descriptor);
}
