#include <cstdio>
#include <string_view>

#include <maillage/base/version.hpp>

int main() {
    const std::string_view version = maillage::base::version();
    std::printf("maillage %.*s\n", static_cast<int>(version.size()), version.data());
}
