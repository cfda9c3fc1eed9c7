#include <maillage/base/error.hpp>
#include <maillage/base/output_folder.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage::base;
using maillage::test::content_of;
using maillage::test::Folder;

namespace {

void write(const std::filesystem::path& target, std::string_view text, Overwrite overwrite) {
    OutputFolder folder(target, overwrite);
    folder.add("a.csv", text);
    folder.add("b.csv", "");
    folder.commit();
}

std::string_view refusal(const std::filesystem::path& target, Overwrite overwrite) {
    try {
        write(target, "new", overwrite);
    } catch (const OutputError& error) {
        return error.message().code;
    }
    return {};
}

}  // namespace

TEST_CASE("a folder is written whole, with its mark") {
    const Folder here;
    write(here.path() / "out", "id\n", Overwrite::refuse);
    CHECK(content_of(here.path() / "out/a.csv") == "id\n");
    CHECK(std::filesystem::is_empty(here.path() / "out/b.csv"));
    CHECK(std::filesystem::exists(here.path() / "out/.maillage"));
    CHECK(here.entries() == 1);
}

TEST_CASE("a folder without commit leaves nothing") {
    const Folder here;
    {
        OutputFolder folder(here.path() / "out/", Overwrite::refuse);
        folder.add("a.csv", "id\n");
        CHECK(here.entries() == 1);
        CHECK_FALSE(std::filesystem::exists(here.path() / "out"));
    }
    CHECK(here.entries() == 0);
}

TEST_CASE("a folder of ours is replaced as a whole, one of somebody else never") {
    const Folder here;
    const auto ours = here.path() / "ours";
    write(ours, "old", Overwrite::refuse);
    here.write("ours/more.csv", "left by an older version");
    CHECK(refusal(ours, Overwrite::refuse) == "S004");
    CHECK(content_of(ours / "a.csv") == "old");
    CHECK(refusal(ours, Overwrite::replace).empty());
    CHECK(content_of(ours / "a.csv") == "new");
    CHECK_FALSE(std::filesystem::exists(ours / "more.csv"));

    std::filesystem::create_directory(here.path() / "theirs");
    here.write("theirs/a.csv", "precious");
    CHECK(refusal(here.path() / "theirs", Overwrite::replace) == "S008");
    CHECK(content_of(here.path() / "theirs/a.csv") == "precious");

    std::filesystem::create_symlink("ours", here.path() / "link");
    CHECK(refusal(here.path() / "link", Overwrite::replace) == "S008");
    CHECK(refusal(here.path() / "nowhere/out", Overwrite::refuse) == "S003");
}
