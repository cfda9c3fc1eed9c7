# Every outside library, found once. Each has one door in lib/maillage (docs/dependencies.md).
find_package(Threads REQUIRED)
find_package(Boost 1.74 REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(tomlplusplus REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(GVC REQUIRED IMPORTED_TARGET libgvc libcgraph)
# Its .pc file says version 4 whatever it is: never ask for one.
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
find_path(RANDOM123_INCLUDE_DIR Random123/philox.h REQUIRED)

add_library(maillage_random123 INTERFACE)
target_include_directories(maillage_random123 SYSTEM INTERFACE ${RANDOM123_INCLUDE_DIR})

set(maillage_dependencies Threads::Threads fmt::fmt spdlog::spdlog nlohmann_json::nlohmann_json
    tomlplusplus::tomlplusplus ICU::uc ICU::i18n OpenSSL::Crypto PkgConfig::GVC
    PkgConfig::XLSXWRITER ZLIB::ZLIB)
foreach(target IN ITEMS maillage_random123)
    list(APPEND maillage_dependencies $<BUILD_INTERFACE:${target}>)
endforeach()
